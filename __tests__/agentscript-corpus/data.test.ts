import { HONEST } from './honest/all.js';
import { expectPlain } from './plain-node/expect-plain.js';

test('holds at least 150 honest scripts, each with a name of its own', () => {
  const names = HONEST.map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});

test('each honest script gives the same in plain Node every time', async () => {
  const [first, second] = await Promise.all([expectPlain(HONEST), expectPlain(HONEST)]);
  expect(first.map((result, index) => ({ name: HONEST[index]?.name, result })).filter(({ result }) => !result.ok)).toEqual([]);
  expect(second).toEqual(first);
});
