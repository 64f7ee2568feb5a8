/** Where the front matter of a markdown text is. */
export type FrontMatterPlace =
  /** `start` to `end` is the YAML between the two lines of dashes. */
  | { found: 'here'; start: number; end: number }
  | { found: 'none' }
  /** A line of dashes opens it and none closes it. */
  | { found: 'unclosed' }
  /** Something stands before the line of dashes that opens it, on this line. */
  | { found: 'late'; line: number };

/** How far to look for front matter that does not begin at the top. */
const LATE_LINES = 30;

/** Finds front matter: YAML between a first line `---` and the next such line (or `...`). `text` has LF line ends. */
export function splitFrontMatter(text: string): FrontMatterPlace {
  const first = lineEnd(text, 0);
  if (!isDashes(text.slice(0, first))) return findLate(text);
  const start = first + 1;
  for (let at = start; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    if (isDashes(line) || /^\.\.\.[ \t]*$/.test(line)) return { found: 'here', start, end: at };
  }
  return { found: 'unclosed' };
}

/** A rule (`---`) alone is common in markdown; front matter has a `name:` or `description:` right after it. */
function findLate(text: string): FrontMatterPlace {
  const lines = text.split('\n', LATE_LINES);
  const index = lines.findIndex((line, at) => isDashes(line) && /^(name|description)[ \t]*:/.test(lines[at + 1] ?? ''));
  return index === -1 ? { found: 'none' } : { found: 'late', line: index + 1 };
}

function isDashes(line: string): boolean {
  return line.startsWith('---') && line.slice(3).trim() === '';
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
