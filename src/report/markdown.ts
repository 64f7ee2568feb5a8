import { plainLines, plainText } from './plain-text.js';

/** Where GitHub would begin a link, a mention, a reference or a formula, which it also does in the text of HTML; no entity. */
const LIVE = /@(?=\w)|(?<!(?<!\\)&)#(?=\d)|:(?=\/\/)|www(?=\.)|GH(?=-\d)|\$/gi;

/** Text inside HTML: shows exactly what it says, and does nothing. */
export function escapeHtml(text: string): string {
  return inert(entities(text));
}

/**
 * Running text inside markdown (CommonMark 0.31 section 2.4): nothing in it is markup, an address is no link, `@name`
 * notifies nobody and `$x$` is no formula. For text within a line; it is not safe at the start of one.
 */
export function escapeMarkdown(text: string): string {
  return inert(plainText(text).replace(/[\\`*_[\]<>&~|]/g, '\\$&'));
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
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return ['<table>', ...(head ? [row(head, 'th')] : []), ...rows.map((cells) => row(cells, 'td')), '</table>'].join(
    '\n',
  );
}

/** `<code>` with escaped text, for table cells. */
export function htmlCode(text: string): string {
  return `<code>${entities(text)}</code>`;
}

/** A section that opens on a click. The title is plain text, the body markdown. */
export function collapsible(title: string, body: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>\n\n${body}\n\n</details>`;
}

function entities(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text that is escaped already. A comment ends what GitHub is about to recognize; for `$` its documentation asks for a tag. */
function inert(escaped: string): string {
  return escaped.replace(LIVE, (start) => (start === '$' ? '<span>$</span>' : `${start}<!-- -->`));
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
