import type { Diagnostic } from '../build/diagnostics/diagnostic.js';
import type { Severity } from '../build/diagnostics/catalogue-row.js';

/** How many diagnostics of each severity. */
export type SeverityCounts = Record<Severity, number>;

/** Counts diagnostics by severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const counts: SeverityCounts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** Such as `2 errors, 1 warning`, or `no problems`. */
export function countsText(counts: SeverityCounts): string {
  const said = (['error', 'warning', 'notice'] as const).filter((severity) => counts[severity] > 0);
  return said.length === 0 ? 'no problems' : said.map((severity) => plural(counts[severity], severity)).join(', ');
}

/** Such as `1 skill` or `12,345 skills`, for a count of things. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  // By hand: loading a locale takes a tenth of a whole build.
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${count === 1 ? noun : many}`;
}

/** Such as `1.2 MB`; decimal units, as GitHub shows them. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte');
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}

/** Such as `12 ms` or `3.4 s`. */
export function durationText(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
