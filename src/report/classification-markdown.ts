import type { ClassificationRow } from '../commands/classification-table.js';
import { classificationCounts, doubtfulFirst, doubtTexts, SETTLE_HINT, surfaceText } from './classification-phrases.js';
import { plural } from './counts.js';
import { codeSpan, collapsible, escapeHtml, escapeMarkdown, htmlCode, htmlTable } from './markdown.js';

/** A summary holds 1 MiB and a comment 65,536 characters: this many operations are shown, and the rest is counted. */
const MOST_ROWS = 60;

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
