import type { Location } from './diagnostic.js';

/** Turns offsets of one text into places of its file. */
export interface Positions {
  /** The place of the UTF-16 offsets `start` to `end` (exclusive; default `start`). */
  at(start: number, end?: number): Location;
}

/**
 * Positions in a text that was read from `file`, 1-based, in UTF-16 columns. Lines end with LF or CRLF.
 * A byte order mark must be gone already, as editors do not count it.
 */
export function createPositions(file: string, text: string): Positions {
  const starts = lineStarts(text);
  return {
    at(start, end = start) {
      const from = pointAt(starts, clamp(start, text.length));
      const to = pointAt(starts, clamp(Math.max(start, end), text.length));
      return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return starts;
}

/** The last line that starts at or before the offset, by bisection. */
function pointAt(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
