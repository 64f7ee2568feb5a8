/**
 * A row holds how often each term stands in a field: runs of `frequency, count, delta × count`, by
 * rising frequency; the deltas add up to positions in the vocabulary. Most terms stand once, so a
 * term costs little more than its delta.
 */

/** Encodes frequencies by position in the vocabulary. */
export function encodeRow(frequencies: ReadonlyMap<number, number>): number[] {
  const byFrequency = new Map<number, number[]>();
  for (const [position, frequency] of [...frequencies].sort(([a], [b]) => a - b)) {
    const run = byFrequency.get(frequency);
    if (run) run.push(position);
    else byFrequency.set(frequency, [position]);
  }
  return [...byFrequency]
    .sort(([a], [b]) => a - b)
    .flatMap(([frequency, run]) => [frequency, run.length, ...deltas(run)]);
}

function deltas(positions: number[]): number[] {
  return positions.map((position, index) => position - (positions[index - 1] ?? 0));
}

/** Calls `visit` with every position and frequency of a row. Throws a `RangeError` when the row is cut off. */
export function readRow(row: readonly number[], visit: (position: number, frequency: number) => void): void {
  let at = 0;
  while (at < row.length) {
    const frequency = numberAt(row, at);
    const end = at + 2 + numberAt(row, at + 1);
    let position = 0;
    for (at += 2; at < end; at += 1) {
      position += numberAt(row, at);
      visit(position, frequency);
    }
  }
}

function numberAt(row: readonly number[], index: number): number {
  const value = row[index];
  if (value === undefined) throw new RangeError(`readRow: the row ends before position ${index}`);
  return value;
}
