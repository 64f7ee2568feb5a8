import { backoffMs, retryAfterMs } from '../../../src/push/client/backoff.js';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const most = (bytes: number) => new Uint8Array(bytes).fill(0xff);

describe('Retry-After', () => {
  test.each<[string | null | undefined, number | undefined]>([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['99999999999', undefined],
    ['soon', undefined],
    ['2026', 2_026_000],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j means %j ms', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});

describe('back-off', () => {
  test('doubles its limit up to eight seconds', () => {
    expect([1, 2, 3, 4, 5, 6].map((attempt) => backoffMs(attempt, undefined, most))).toEqual([
      499, 999, 1999, 3999, 7999, 7999,
    ]);
  });

  test('adds its jitter to what was asked for', () => {
    expect(backoffMs(1, 10_000, most)).toBe(10_499);
    expect(backoffMs(1, 10_000, (bytes) => new Uint8Array(bytes))).toBe(10_000);
  });
});
