/**
 * Text that the runner only prints: it reads a line that begins with `::` (after blanks), and `##[` anywhere, as a
 * command, and what is printed here quotes file names and messages from pull requests.
 */
export function inert(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\\:').replaceAll('##[', '##\\[');
}
