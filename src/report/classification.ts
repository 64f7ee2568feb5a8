import type { ClassificationDoubt } from '../build/stage-values.js';
import type { ClassificationRow } from '../commands/classification-table.js';
import { plural } from './counts.js';
import { codeSpan, collapsible, escapeHtml, escapeMarkdown, htmlCode, htmlTable } from './markdown.js';
import { plainText, PLAIN, type Style } from './plain-text.js';

/** Longer columns are not waited for. */
const MOST_WIDTH = 48;
/** A summary holds 1 MiB and a comment 65,536 characters: this many operations are shown, and the rest is counted. */
const MOST_ROWS = 60;
const DOUBTS: Record<ClassificationDoubt, string> = {
  'reads-by-name': 'counts as reading because of its name alone',
  'writes-by-name': 'is a GET that is named like a change, so it is no resource',
  'nothing-above': 'changes something, and no GET stands at or above its path: nobody hears of it',
  'far-above': 'is said to change what stands several steps above it',
  'not-addressable': 'changes a resource whose address needs what the call does not have: nobody hears of it',
  'rule-impossible': 'cannot be the resource that was asked for',
};
const SURFACES = { tool: 'tool', resource: 'resource', both: 'resource and tool' } as const;
const DECIDED = { http: '', document: 'x-frontmcp', rule: 'a rule' } as const;

/**
 * How operations are classified, a line each and aligned, those that a person should look at first with the reason below;
 * ends with a line break. Empty without operations.
 */
export function classificationText(rows: readonly ClassificationRow[], style: Style = PLAIN): string {
  if (rows.length === 0) return '';
  const names = width(rows.map(({ operation }) => operation));
  const targets = width(rows.map(target));
  const lines = doubtfulFirst(rows).flatMap((row) => {
    const isDoubtful = row.doubts.length > 0;
    const columns = [plainText(row.operation).padEnd(names), plainText(target(row)).padEnd(targets), surfaceText(row)];
    return [
      `  ${isDoubtful ? style.yellow('!') : ' '} ${columns.join('  ')}`,
      ...doubtTexts(row).map((text) => `      ${style.yellow(text)}`),
      ...(row.resource === undefined ? [] : [`      ${style.dim(`is ${plainText(row.resource)}`)}`]),
      ...row.updates.map((uri) => `      ${style.dim(`updates ${plainText(uri)}`)}`),
    ];
  });
  const hint = rows.some(({ doubts }) => doubts.length > 0) ? [`  ${SETTLE_HINT}`] : [];
  return `${[style.bold(`Classification: ${classificationCounts(rows)}`), ...lines, ...hint].join('\n')}\n`;
}

function target({ method, path }: ClassificationRow): string {
  return `${method} ${path}`;
}

function width(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, Math.min(text.length, MOST_WIDTH)), 0);
}

/** How operations are classified: what a person should look at as a list, all of it as a table that opens on a click. */
export function classificationMarkdown(rows: readonly ClassificationRow[]): string {
  if (rows.length === 0) return '';
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0);
  const shown = doubtfulFirst(rows).slice(0, MOST_ROWS);
  const rest = rows.length - shown.length;
  const table = htmlTable(shown.map(cells), ['Operation', 'Request', 'In MCP', 'Resource', 'A call updates']);
  return [
    `#### Classification: ${escapeMarkdown(classificationCounts(rows))}`,
    ...(doubtful.length > 0
      ? [doubtful.slice(0, MOST_ROWS).flatMap(doubtLines).join('\n'), escapeMarkdown(SETTLE_HINT)]
      : []),
    collapsible(
      `How ${plural(rows.length, 'operation appears', 'operations appear')}`,
      rest > 0 ? `${table}\n\n… and ${rest} more` : table,
    ),
  ].join('\n\n');
}

function doubtLines(row: ClassificationRow): string[] {
  const { operation, method, path } = row;
  return doubtTexts(row).map(
    (text) => `- ⚠️ ${codeSpan(operation)} (${codeSpan(`${method} ${path}`)}) ${escapeMarkdown(text)}`,
  );
}

function cells(row: ClassificationRow): string[] {
  const { operation, method, path, doubts, resource, updates } = row;
  return [
    `${doubts.length > 0 ? '⚠️ ' : ''}${htmlCode(operation)}`,
    htmlCode(`${method} ${path}`),
    escapeHtml(surfaceText(row)),
    resource === undefined ? '' : htmlCode(resource),
    updates.map(htmlCode).join('<br>'),
  ];
}

/** Where a person settles what the classification could not. */
const SETTLE_HINT = 'Settle it with a rule in classification.rules, or with x-frontmcp in the description.';

/** Such as `12 operations, 2 to look at`. */
function classificationCounts(rows: readonly ClassificationRow[]): string {
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0).length;
  return `${plural(rows.length, 'operation')}${doubtful > 0 ? `, ${doubtful} to look at` : ''}`;
}

/** Those to look at first; within that the order stays. */
function doubtfulFirst(rows: readonly ClassificationRow[]): ClassificationRow[] {
  return [...rows].sort((a, b) => Number(b.doubts.length > 0) - Number(a.doubts.length > 0));
}

/** Such as `tool, changes data` or `resource and tool, reads (a rule)`. */
function surfaceText({ surface, readOnly, decidedBy }: ClassificationRow): string {
  const by = DECIDED[decidedBy];
  return `${SURFACES[surface]}, ${readOnly ? 'reads' : 'changes data'}${by === '' ? '' : ` (${by})`}`;
}

/** Why a person should look at an operation, a text each. */
function doubtTexts({ doubts }: ClassificationRow): string[] {
  return doubts.map((doubt) => DOUBTS[doubt]);
}
