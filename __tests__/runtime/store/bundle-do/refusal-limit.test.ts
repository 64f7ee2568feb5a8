import { createRefusalLimit } from '../../../../src/runtime/store/bundle-do/refusal-limit.js';

test('refusals past the limit are counted, and the count stands in the next record', () => {
  const limit = createRefusalLimit(2);
  expect([limit('a', 0), limit('b', 1), limit('c', 2), limit('d', 3)]).toEqual([
    { record: true, suppressed: 0 },
    { record: true, suppressed: 0 },
    { record: false },
    { record: false },
  ]);
  expect(limit('e', 60_000)).toEqual({ record: true, suppressed: 2 });
  expect(limit('f', 60_001)).toEqual({ record: true, suppressed: 0 });
});

test('the same refusal of the same statement is recorded once, however long it is repeated', () => {
  const limit = createRefusalLimit(2);
  expect(limit('a', 0)).toEqual({ record: true, suppressed: 0 });
  for (let minute = 1; minute <= 10; minute += 1) expect(limit('a', minute * 60_000)).toEqual({ record: false });
  expect(limit('b', 11 * 60_000)).toEqual({ record: true, suppressed: 10 });
});
