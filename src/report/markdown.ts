import { plainLines, plainText } from './plain.js';

/** Text inside HTML: shows exactly what it says. */
export function escapeHtml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Running text inside markdown (CommonMark 0.31 section 2.4): nothing in it is markup, and `@name` notifies nobody.
 * For text within a line; it is not safe at the start of one.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/@(?=\w)/g, '@<!-- -->');
}

/** A code span (CommonMark 0.31 section 6.1) that holds any text, backticks included. Not for tables. */
export function codeSpan(text: string): string {
  const plain = plainText(text);
  const fence = '`'.repeat(longestRun(plain) + 1);
  const pad = /^`|`$|^ .* $/.test(plain) ? ' ' : '';
  return plain === '' ? '(empty)' : `${fence}${pad}${plain}${pad}${fence}`;
}

/** A fenced code block that holds any text. */
export function codeBlock(language: string, text: string): string {
  const plain = plainLines(text);
  const fence = '`'.repeat(Math.max(3, longestRun(plain) + 1));
  return `${fence}${language}\n${plain}\n${fence}`;
}

/** A table as one HTML block: inside it no text is read as markdown. Cells are HTML already. */
export function htmlTable(rows: readonly (readonly string[])[], head?: readonly string[]): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return ['<table>', ...(head ? [row(head, 'th')] : []), ...rows.map((cells) => row(cells, 'td')), '</table>'].join('\n');
}

/** `<code>` with escaped text, for table cells. */
export function htmlCode(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** A section that opens on a click. The title is plain text, the body markdown. */
export function collapsible(title: string, body: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>\n\n${body}\n\n</details>`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
