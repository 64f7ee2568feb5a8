/** Markup that may go into a page as it is. Made by {@link html} alone. */
export interface Html {
  readonly markup: string;
}

/** What a page is made of: markup as it is, anything else as text. */
type Part = Html | string | number | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Template of a piece of a page: every value is escaped, in text as in quoted attributes. */
export function html(pieces: TemplateStringsArray, ...values: Part[]): Html {
  return { markup: String.raw({ raw: pieces }, ...values.map(markupOf)) };
}

function markupOf(part: Part): string {
  if (typeof part !== 'object') return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}
