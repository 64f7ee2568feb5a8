/** Controls, and what reorders or hides text (Unicode TR 36: bidirectional and zero-width characters, tags). */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/**
 * Text on one line that shows what it holds: control and bidirectional characters become `\u{…}`, so that a name from a
 * pull request can neither move a terminal's cursor nor start a workflow command on a line of its own.
 */
export function plainText(text: string): string {
  return text.toWellFormed().replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** The same for text of several lines: its line breaks stay. */
export function plainLines(text: string): string {
  return text.split(/\r?\n/).map(plainText).join('\n');
}

/** Indents every line. */
export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
