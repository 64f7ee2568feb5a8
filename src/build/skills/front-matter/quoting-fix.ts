/** Longer lines are not repeated in a hint: the longest description, its key and quotes. */
const LONGEST_SHOWN = 1100;

/** What repairs most broken front matter, when it cannot be written out. */
const FOLDED = 'Put the value in quotes, or write ">-" after its key and the text indented on the lines below.';

/**
 * How to repair YAML that breaks at an offset, when quotes are the likely repair: most broken front matter is a
 * description with a colon in it, or a value that begins with a bracket, an at sign or a backtick.
 */
export function quotingFix(yaml: string, offset: number): string | undefined {
  const { line, next } = lineAt(yaml, offset);
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).trim();
  if (colon < 1 || value === '' || /^["'|>]/.test(value)) return undefined;
  const isWhole = /^[A-Za-z][\w-]*$/.test(line.slice(0, colon)) && !/^[ \t]/.test(next);
  if (!isWhole || line.length > LONGEST_SHOWN) return FOLDED;
  return `Put the value in quotes:\n${line.slice(0, colon)}: ${JSON.stringify(value)}`;
}

function lineAt(yaml: string, offset: number): { line: string; next: string } {
  const start = yaml.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const [line = '', next = ''] = yaml.slice(start, start + 4 * LONGEST_SHOWN).split('\n', 2);
  return { line, next };
}
