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

/** Puts emphasis on text for one medium. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  blue(text: string): string;
}

const asItIs = (text: string): string => text;

/** No emphasis: files, pipes, logs. */
export const PLAIN: Style = { bold: asItIs, dim: asItIs, red: asItIs, yellow: asItIs, green: asItIs, blue: asItIs };

const sgr = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;

/** ANSI escape sequences (ECMA-48 SGR), for terminals. */
export const ANSI: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  green: sgr(32, 39),
  blue: sgr(34, 39),
};

/** A named value, such as a digest. */
export interface Fact {
  name: string;
  value: string;
  note?: string;
}

/** Named values, aligned, one a line; ends with a line break unless there is none. */
export function factLines(facts: readonly Fact[], style: Style = PLAIN): string {
  const width = Math.max(0, ...facts.map(({ name }) => name.length));
  return facts
    .map(({ name, value, note }) => {
      const aside = note === undefined ? '' : style.dim(` (${plainText(note)})`);
      return `  ${name.padEnd(width)}  ${plainText(value)}${aside}\n`;
    })
    .join('');
}
