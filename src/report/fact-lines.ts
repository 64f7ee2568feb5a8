import { plainText } from './plain.js';
import { PLAIN, type Style } from './style.js';

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
