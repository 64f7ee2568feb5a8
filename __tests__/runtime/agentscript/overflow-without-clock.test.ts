import { errorOf, resultOf } from './run-in-node.js';

const now = (): number => 1_700_000_000_000;

test.each([
  ['catch', 'const f = () => { try { f(); } catch { f(); } }; f();'],
  ['finally', 'const f = () => { try { f(); } finally { f(); } }; f();'],
  ['a conversion', 'const t = { toString() { try { return "" + t; } catch { return "" + t; } } }; return "" + t;'],
])('ends a script that calls again from each overflow, by %s, while the clock stands still', async (_name, script) => {
  const started = performance.now();
  expect(await errorOf(script, { now })).toMatchObject({ status: 'timeout', code: 'LIMIT_CPU' });
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('lets a deep recursion through, and an overflow that is caught now and then', async () => {
  expect(await resultOf('const f = (n) => (n === 0 ? 0 : 1 + f(n - 1)); return f(700);', { now })).toBe(700);
  expect(
    await resultOf(
      'let n = 0; const f = () => f(); for (let i = 0; i < 20; i++) { try { f(); } catch { n++; } } return n;',
      { now },
    ),
  ).toBe(20);
});
