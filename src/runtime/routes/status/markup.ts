/** Markup that may go into a page as it is. Made by {@link markup} alone. */
export interface Markup {
  readonly text: string;
}

/** What a page is made of: markup as it is, anything else as text. */
type Part = Markup | string | number | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template of a piece of a page: every value is escaped, in text as in quoted attributes. */
export function markup(pieces: TemplateStringsArray, ...values: Part[]): Markup {
  return { text: String.raw({ raw: pieces }, ...values.map(textOf)) };
}

function textOf(part: Part): string {
  if (typeof part !== 'object') return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
  return 'text' in part ? part.text : part.map(({ text }) => text).join('');
}
