import type { ClassificationRow } from '../commands/classification-table.js';
import type { Plan, PlanResult } from '../commands/plan-result.js';
import type { BundleDiff, NameDiff } from '../contract/bundle/diff.js';
import { buildJson } from './build.js';
import { classificationText, classificationMarkdown } from './classification.js';
import { failureJson } from './failure.js';
import type { JsonFields } from './json-document.js';
import { codeBlock, escapeMarkdown } from './markdown.js';
import { phraseText, phraseMarkdown, type Phrase, type PlanLine, type PlanSection } from './phrase.js';
import { PLAIN, type Style, plainText } from './plain-text.js';
import { planSections } from './plan-sections.js';

/** A summary holds 1 MiB and a comment 65,536 characters: a section shows this many lines and counts the rest. */
const MOST_LINES = 60;
const MARKS = { '+': '➕', '-': '➖', '~': '✏️', '!': '⚠️' } as const;
/** More arrows than this no longer help. */
const MOST_ARROWS = 16;

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

function sectionMarkdown({ title, lines }: PlanSection): string {
  const shown = lines.slice(0, MOST_LINES).map(({ sign, phrase }) => `- ${MARKS[sign]} ${phraseMarkdown(phrase)}`);
  const rest = lines.length - shown.length;
  return [`#### ${title}`, '', ...shown, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n');
}

/** A plan; `null` when there is none. */
export function planJson(plan: Plan | undefined): JsonFields | null {
  if (!plan) return null;
  const { base, diff, operationChanges, unchanged, baseProblem } = plan;
  return {
    base,
    unchanged,
    changes: diff && changeCounts(diff),
    diff,
    operationChanges: operationChanges ?? [],
    redeployRequired: (diff?.structural.length ?? 0) > 0,
    baseProblem: failureJson(baseProblem),
  };
}

/** `plan`. */
export function planResultJson(result: PlanResult, path?: (file: string) => string): JsonFields {
  return { ...buildJson(result.build, path), plan: planJson(result.plan) };
}

/** What a plan was compared with, as a sentence. */
function planBasePhrase({ base, diff, baseProblem }: Plan): Phrase {
  if (baseProblem) return [`${baseProblem.message} Without a base, everything is shown as new.`];
  switch (base.kind) {
    case 'git':
      return ['Compared with the commit ', { code: base.ref }, '.'];
    case 'file':
      return ['Compared with the bundle ', { code: base.path }, '.'];
    case 'live':
      return livePhrase(base, diff !== undefined);
    case 'none':
      return [`No base to compare with (${base.reason}), so everything is shown as new.`];
  }
}

function livePhrase(base: Extract<Plan['base'], { kind: 'live' }>, hasDiff: boolean): Phrase {
  const generation = base.generation === undefined ? '' : `, generation ${base.generation}`;
  if (base.sha256 === undefined) return ['Nothing is live at ', { code: base.url }, ' yet.'];
  return [
    'Compared with what is live at ',
    { code: base.url },
    ` (digest `,
    { code: base.sha256.slice(0, 12) },
    `${generation}).`,
    ...(hasDiff ? [] : [' Without a signing key a Worker tells its digest only, not its content.']),
  ];
}

/** Whether the plan changes anything, in a few words. */
export function planHeadline({ diff, unchanged }: Plan): string {
  if (unchanged === true) return 'Nothing would change';
  if (!diff) return unchanged === false ? 'The live bundle differs' : 'What would change is not known';
  const facts = [
    count(
      diff.capabilities.filter(({ gained }) => gained.length > 0).length,
      'skill gains operations',
      'skills gain operations',
    ),
    count(
      diff.capabilities.filter(({ lost }) => lost.length > 0).length,
      'skill loses operations',
      'skills lose operations',
    ),
    count(diff.hosts.gained.length, 'new host', 'new hosts'),
    count(diff.weaker.length, 'weakening', 'weakenings'),
    count(diff.skills.changed.length, 'skill changed', 'skills changed'),
    diff.structural.length > 0 ? 'a redeploy is needed' : '',
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? 'Only details change' : facts.join(', ');
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`;
}

/**
 * A small mermaid diagram of the operations that skills gain (solid) and lose (dotted); none when nothing of that kind
 * changes or too much does.
 */
export function planDiagram({ capabilities }: BundleDiff): string | undefined {
  const arrows = capabilities.flatMap(({ skill, gained, lost }) => [
    ...gained.map(({ method, path }) => ({ skill, target: `${method} ${path}`, arrow: '-- gains -->' })),
    ...lost.map(({ method, path }) => ({ skill, target: `${method} ${path}`, arrow: '-. loses .->' })),
  ]);
  if (arrows.length === 0 || arrows.length > MOST_ARROWS) return undefined;
  const skills = nodes(
    's',
    arrows.map(({ skill }) => skill),
  );
  const targets = nodes(
    'o',
    arrows.map(({ target }) => target),
  );
  return [
    'flowchart LR',
    ...[...skills].map(([name, id]) => `  ${id}(["${label(name)}"])`),
    ...[...targets].map(([name, id]) => `  ${id}["${label(name)}"]`),
    ...arrows.map(({ skill, target, arrow }) => `  ${skills.get(skill)} ${arrow} ${targets.get(target)}`),
  ].join('\n');
}

function nodes(prefix: string, names: readonly string[]): Map<string, string> {
  return new Map([...new Set(names)].map((name, index) => [name, `${prefix}${index}`]));
}

/** A quoted label: all but the plainest characters as mermaid's entity codes, which are text and never syntax. */
function label(text: string): string {
  return plainText(text).replace(/[^A-Za-z0-9 /_.-]/gu, (character) => `#${character.codePointAt(0)};`);
}

/** A diff in numbers: the action's output `changes`. Part of the action's contract. */
export interface ChangeCounts {
  skills: { added: number; removed: number; changed: number };
  operations: { added: number; removed: number; changed: number };
  credentials: { added: number; removed: number; changed: number };
  /** Operations that skills may newly call, or no longer. */
  capabilities: { gained: number; lost: number };
  hosts: { gained: number; lost: number };
  weaker: number;
  revokedApprovals: number;
  structural: number;
}

/** Counts a diff. */
export function changeCounts(diff: BundleDiff): ChangeCounts {
  return {
    skills: countNames(diff.skills),
    operations: countNames(diff.operations),
    credentials: countNames(diff.credentials),
    capabilities: {
      gained: diff.capabilities.reduce((sum, { gained }) => sum + gained.length, 0),
      lost: diff.capabilities.reduce((sum, { lost }) => sum + lost.length, 0),
    },
    hosts: { gained: diff.hosts.gained.length, lost: diff.hosts.lost.length },
    weaker: diff.weaker.length,
    revokedApprovals: diff.revokedApprovals.length,
    structural: diff.structural.length,
  };
}

function countNames({ added, removed, changed }: NameDiff): { added: number; removed: number; changed: number } {
  return { added: added.length, removed: removed.length, changed: changed.length };
}
