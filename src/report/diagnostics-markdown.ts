import { hintOf, messageOf } from '../build/diagnostics/collector.js';
import type { Diagnostic } from '../build/diagnostics/diagnostic.js';
import { placeText } from './diagnostics-text.js';
import { escapeHtml, htmlCode, htmlTable } from './markdown.js';

/** A summary holds 1 MiB; beyond this many rows the log is the better place. */
const MOST_ROWS = 200;

/** Diagnostics as a table for markdown, at most {@link MOST_ROWS}. */
export function diagnosticsTable(
  diagnostics: readonly Diagnostic[],
  path: (file: string) => string = (file) => file,
): string {
  const rows = diagnostics.slice(0, MOST_ROWS).map((diagnostic) => {
    const { severity, code, location } = diagnostic;
    const hint = hintOf(diagnostic);
    const where = location ? htmlCode(placeText({ ...location, file: path(location.file) })) : '';
    const said =
      escapeHtml(messageOf(diagnostic)) +
      (hint === undefined ? '' : `<br>${hint.split('\n').map(escapeHtml).join('<br>')}`);
    return [severity, where, htmlCode(code), said];
  });
  const rest = diagnostics.length - rows.length;
  const table = htmlTable(rows, ['', 'Where', 'Code', 'What']);
  return rest > 0 ? `${table}\n\n… and ${rest} more in the log.` : table;
}
