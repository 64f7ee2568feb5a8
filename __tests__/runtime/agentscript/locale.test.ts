import { resultOf } from './run-in-node.js';

/** Runs an expression as a script and in this Node, whose ICU is the judge. */
async function agrees(expression: string): Promise<void> {
  const here = JSON.parse(JSON.stringify(await (Object.getPrototypeOf(async () => undefined).constructor as FunctionConstructor)(`return ${expression}`)())) as unknown;
  expect(await resultOf(`return ${expression};`)).toEqual(here);
}

test.each([
  '[0, 7, 999, 1000, 1234567.891, -1234.5, 0.1 + 0.2, 1e15, -0].map((n) => n.toLocaleString("en-US"))',
  '[1234.5, -3, 0].map((n) => n.toLocaleString("en-US", { style: "currency", currency: "USD" }))',
  '[1234.5].map((n) => n.toLocaleString("en-US", { style: "currency", currency: "EUR", maximumFractionDigits: 0 }))',
  '[1234.5, 2].map((n) => n.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }))',
  '[0.256, 1].map((n) => n.toLocaleString("en-US", { style: "percent" }))',
  '(1234567).toLocaleString("en-US", { useGrouping: false })',
])('writes numbers as en-US does: %s', agrees);

test.each([
  '["b", "a", "C", "B", "A", "c"].sort((x, y) => x.localeCompare(y))',
  '["Zoë", "zoe", "Ada", "ärger", "Arger", "adam", "Émile", "emma", "É", "e"].sort((x, y) => x.localeCompare(y))',
  '["a-b", "ab", "a b", "a_b", "a1", "a.b", "aB", "(a)"].sort((x, y) => x.localeCompare(y))',
  '["item 10", "item 9", "item 2b", "item"].sort((x, y) => x.localeCompare(y, undefined, { numeric: true }))',
  '["a".localeCompare("A", undefined, { sensitivity: "base" }), "a".localeCompare("á", undefined, { sensitivity: "accent" }), "x".localeCompare("x")]',
])('orders words as most locales do: %s', agrees);

test('writes dates as en-US does, in UTC', async () => {
  await agrees('[0, 1e12, 1735689599000].map((t) => new Date(t).toLocaleDateString("en-US", { timeZone: "UTC" }))');
  expect(await resultOf('return new Date(0).toLocaleString();')).toBe('1/1/1970, 12:00:00\u202fAM');
});
