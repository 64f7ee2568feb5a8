import { createRefusalLimit } from '../../../src/runtime/store/refusal-limit.js';

test('refusals past the limit are counted, and the count stands in the next record', () => {
  const limit = createRefusalLimit(2);
  expect([0, 1, 2, 3].map((now) => limit(now))).toEqual([
    { record: true, suppressed: 0 },
    { record: true, suppressed: 0 },
    { record: false },
    { record: false },
  ]);
  expect(limit(60_000)).toEqual({ record: true, suppressed: 2 });
  expect(limit(60_001)).toEqual({ record: true, suppressed: 0 });
});
