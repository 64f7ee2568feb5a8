import type { ClassificationRow } from '../commands/classification-table.js';
import type { Plan } from '../commands/plan-result.js';
import { classificationMarkdown } from './classification-markdown.js';
import { codeBlock, escapeMarkdown } from './markdown.js';
import { phraseMarkdown } from './phrase.js';
import { planBasePhrase, planHeadline } from './plan-base.js';
import { planDiagram } from './plan-diagram.js';
import type { PlanSection } from './plan-section.js';
import { planSections } from './plan-sections.js';

/** A summary holds 1 MiB and a comment 65,536 characters: a section shows this many lines and counts the rest. */
const MOST_LINES = 60;

/** A plan as markdown, for a job summary or a comment, with how operations are classified when that is known; ends with a line break. */
export function planMarkdown(plan: Plan, classification: readonly ClassificationRow[] = []): string {
  const sections = plan.diff ? planSections(plan.diff, plan.operationChanges) : [];
  const diagram = plan.diff && planDiagram(plan.diff);
  const parts = [
    `**${escapeMarkdown(planHeadline(plan))}.** ${phraseMarkdown(planBasePhrase(plan))}`,
    ...sections.slice(0, 1).map(sectionMarkdown),
    ...(diagram === undefined ? [] : [codeBlock('mermaid', diagram)]),
    ...sections.slice(1).map(sectionMarkdown),
    classificationMarkdown(classification),
  ].filter((part) => part !== '');
  return parts.join('\n\n') + '\n';
}

const MARKS = { '+': '➕', '-': '➖', '~': '✏️', '!': '⚠️' } as const;

function sectionMarkdown({ title, lines }: PlanSection): string {
  const shown = lines.slice(0, MOST_LINES).map(({ sign, phrase }) => `- ${MARKS[sign]} ${phraseMarkdown(phrase)}`);
  const rest = lines.length - shown.length;
  return [`#### ${title}`, '', ...shown, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n');
}
