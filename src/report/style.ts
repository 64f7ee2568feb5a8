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
