/** Longer values are not repeated in a hint. */
const LONGEST_SHOWN = 200;

/**
 * The line at an offset of YAML with its value in quotes, when that is the likely repair: most broken front matter
 * is a description with a colon, or a value that begins with a bracket, an at sign or a backtick.
 */
export function quotingFix(yaml: string, offset: number): string | undefined {
  const start = yaml.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = yaml.indexOf('\n', start);
  const line = yaml.slice(start, end === -1 ? yaml.length : end);
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).trim();
  const isPlainPair = colon > 0 && /^[A-Za-z][\w-]*$/.test(line.slice(0, colon)) && value !== '' && !/^["'|>]/.test(value);
  if (!isPlainPair || line.length > LONGEST_SHOWN) return undefined;
  return `${line.slice(0, colon)}: ${JSON.stringify(value)}`;
}
