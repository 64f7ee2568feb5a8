import type { ClassificationRow } from '../commands/classification-table.js';
import { classificationCounts, doubtfulFirst, doubtTexts, SETTLE_HINT, surfaceText } from './classification-phrases.js';
import { plainText } from './plain.js';
import { PLAIN, type Style } from './style.js';

/** Longer columns are not waited for. */
const MOST_WIDTH = 48;

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
