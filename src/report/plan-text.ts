import type { ClassificationRow } from '../commands/classification-table.js';
import type { Plan } from '../commands/plan-result.js';
import { classificationText } from './classification-text.js';
import { phraseText } from './phrase.js';
import { planBasePhrase, planHeadline } from './plan-base.js';
import type { PlanLine } from './plan-section.js';
import { planSections } from './plan-sections.js';
import { PLAIN, type Style } from './style.js';

/** A plan for a terminal or a log, with how operations are classified when that is known; ends with a line break. */
export function planText(plan: Plan, style: Style = PLAIN, classification: readonly ClassificationRow[] = []): string {
  const sections = plan.diff ? planSections(plan.diff, plan.operationChanges) : [];
  const parts = [
    `${style.bold(planHeadline(plan))}\n${phraseText(planBasePhrase(plan), style)}`,
    ...sections.map(({ title, lines }) =>
      [style.bold(title), ...lines.map((line) => planLineText(line, style))].join('\n'),
    ),
  ];
  const table = classificationText(classification, style);
  return [`${parts.join('\n\n')}\n`, ...(table === '' ? [] : [table])].join('\n');
}

function planLineText({ sign, phrase }: PlanLine, style: Style): string {
  const colour = { '+': style.green, '-': style.red, '~': style.yellow, '!': style.red }[sign];
  return `  ${colour(sign)} ${phraseText(phrase)}`;
}
