import { errorOf, resultOf } from './run-in-node.js';

const now = (): number => 1_700_000_000_000;

test.each([
  ['one group in another', 'return /^(a+)+$/.test("a".repeat(40) + "!");'],
  ['alternatives', 'return /^(a|a|a)*b/.test("a".repeat(60));'],
  ['many short ones', 'let n = 0; for (;;) n += /^(a+)+$/.test("a".repeat(18) + "!") ? 1 : 0;'],
])('ends a regular expression that backtracks for ever while the clock stands still: %s', async (_name, script) => {
  const started = performance.now();
  expect(await errorOf(script, { now })).toMatchObject({ status: 'timeout', code: 'LIMIT_CPU' });
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('lets ordinary expressions over long texts through', async () => {
  expect(await resultOf('return "order A-1001, ".repeat(5000).match(/A-(\\d+)/g).length;', { now })).toBe(5000);
});
