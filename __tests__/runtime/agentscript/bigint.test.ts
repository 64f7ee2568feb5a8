import { errorOf, resultOf } from './run-in-node.js';

/** What plain JavaScript gives, as text. */
function plain(expression: string): string {
  return String(
    (Object.getPrototypeOf(() => undefined).constructor as FunctionConstructor)(`return (${expression});`)(),
  );
}

test.each([
  '2n ** 64n + 1n',
  '(1n + 2n) * (3n - 4n) * 5n',
  '7n * /* a * b */ 3n',
  '1n << 10n >> 3n',
  '-7n / 2n',
  '2n ** 0n - 1n',
  '(() => { let n = 1n; for (let i = 1n; i <= 25n; i++) n *= i; return n; })()',
  '(() => { const o = { n: 2n }; o.n **= 3n; o.n += 1n; o["n"] <<= 2n; return o.n; })()',
  '[1, 2, 3].reduce((a, b) => a + b * 2, 0) + Number(3n)',
  '"a" + 1 + 2n',
  'BigInt("12") * BigInt(3)',
  'BigInt.asUintN(8, 300n)',
  '((a, b = a * 2n) => a + b)(3n)',
])('computes %s as JavaScript does', async (expression) => {
  expect(await resultOf(`const unused = 0n; return String(${expression});`)).toBe(plain(expression));
});

test.each([
  '2n ** 100000n',
  '(1n << 8000n) * (1n << 8000n)',
  '1n << 100000n',
  '1n >> -100000n',
  'BigInt("9".repeat(3000))',
  'BigInt.asUintN(1e6, -1n)',
  '(() => { let n = 3n; for (;;) n *= n; })()',
  '(() => { let n = 1n; for (;;) n += n; })()',
])('refuses %s, which would compute for seconds without a stop', async (expression) => {
  expect(await errorOf(`const one = 1n; return String(${expression});`)).toMatchObject({
    name: 'RangeError',
    message: expect.stringContaining('too large'),
  });
});

test('leaves the errors of the language as they are', async () => {
  expect(await errorOf('return 1n + 1;')).toMatchObject({ name: 'TypeError' });
  expect(await errorOf('return new BigInt(1);')).toMatchObject({ name: 'TypeError' });
});
