import { errorOf, resultOf } from './run-in-node.js';

/** Runs an expression as a script and in this Node, whose ICU is the judge. */
async function agrees(expression: string): Promise<void> {
  const here = JSON.parse(
    JSON.stringify(
      await (Object.getPrototypeOf(async () => undefined).constructor as FunctionConstructor)(`return ${expression}`)(),
    ),
  ) as unknown;
  expect(await resultOf(`return ${expression};`)).toEqual(here);
}

test.each([
  '[0, 7, 999, 1000, 1234567.891, -1234.5, 0.1 + 0.2, 1e15, -0].map((n) => n.toLocaleString("en-US"))',
  '[1234.5, -3, 0].map((n) => n.toLocaleString("en-US", { style: "currency", currency: "USD" }))',
  '[1234.5].map((n) => n.toLocaleString("en-US", { style: "currency", currency: "EUR", maximumFractionDigits: 0 }))',
  '[1234.5, 2].map((n) => n.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }))',
  '[0.256, 1].map((n) => n.toLocaleString("en-US", { style: "percent" }))',
  '(1234567).toLocaleString("en-US", { useGrouping: false })',
  '[1.005, 10.075, 2.5, 0.615, 1.45, 99.995, 1e-7, 1e21, -0.001, 5e-324].flatMap((n) => [0, 1, 2].map((maximumFractionDigits) => n.toLocaleString("en-US", { maximumFractionDigits })))',
  '[999, 1234, 12345, 999499, 999950, 1250000, 1.5e12, 12.345, 0, 0.001, -4321].flatMap((n) => [n.toLocaleString("en-US", { notation: "compact" }), n.toLocaleString("en-US", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 })])',
  '["USD", "JPY", "CHF", "KWD", "gbp", "CAD"].flatMap((currency) => [1234.5, -0.004].flatMap((n) => [{}, { currencyDisplay: "code" }, { currencyDisplay: "narrowSymbol" }, { currencySign: "accounting" }].map((o) => n.toLocaleString("en-US", { style: "currency", currency, ...o }))))',
  '[5, 0, -5].flatMap((n) => ["always", "never", "exceptZero", "negative"].map((signDisplay) => n.toLocaleString("en-US", { signDisplay })))',
  '[[123456, 3], [0.00012345, 2], [1.5, 4], [0, 2]].flatMap(([n, digits]) => [n.toLocaleString("en-US", { maximumSignificantDigits: digits }), n.toLocaleString("en-US", { minimumSignificantDigits: digits })])',
  '[7.5, 1234].map((n) => n.toLocaleString("en-US", { minimumIntegerDigits: 3, minimumFractionDigits: 1 }))',
  '[(2n ** 70n).toLocaleString("en-US"), (-1234n).toLocaleString("en-US", { style: "currency", currency: "EUR" })]',
  '[NaN, Infinity, -Infinity].map((n) => n.toLocaleString("en-US", { style: "currency", currency: "USD" }))',
])('writes numbers as en-US does: %s', agrees);

test.each([
  '["b", "a", "C", "B", "A", "c"].sort((x, y) => x.localeCompare(y))',
  '["Zoë", "zoe", "Ada", "ärger", "Arger", "adam", "Émile", "emma", "É", "e"].sort((x, y) => x.localeCompare(y))',
  '["a-b", "ab", "a b", "a_b", "a1", "a.b", "aB", "(a)"].sort((x, y) => x.localeCompare(y))',
  '["item 10", "item 9", "item 2b", "item"].sort((x, y) => x.localeCompare(y, undefined, { numeric: true }))',
  '["a".localeCompare("A", undefined, { sensitivity: "base" }), "a".localeCompare("á", undefined, { sensitivity: "accent" }), "x".localeCompare("x")]',
])('orders words as most locales do: %s', agrees);

const day = 'new Date("2026-01-03T08:05:09Z")';
const night = 'new Date("2026-12-31T00:07:00Z")';

test.each([
  '[0, 1e12, 1735689599000].map((t) => new Date(t).toLocaleDateString("en-US", { timeZone: "UTC" }))',
  '[0, 1e12, 1735689599000].map((t) => new Date(t).toLocaleTimeString("en-US", { timeZone: "UTC" }))',
  '[0, 1e12, 1735689599000].map((t) => new Date(t).toLocaleString("en-US", { timeZone: "UTC" }))',
  `["short", "long"].map((month) => ${day}.toLocaleDateString("en-US", { year: "numeric", month, day: "numeric", timeZone: "UTC" }))`,
  `${day}.toLocaleDateString("en-US", { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" })`,
  `[{ month: "short" }, { weekday: "short" }, { month: "long", year: "numeric" }, { month: "2-digit", day: "2-digit", year: "2-digit" }, { month: "short", day: "numeric" }, { weekday: "short", month: "numeric", day: "numeric" }].map((o) => ${day}.toLocaleDateString("en-US", { ...o, timeZone: "UTC" }))`,
  `[${day}, ${night}].flatMap((d) => [{ hour: "2-digit", minute: "2-digit" }, { hour: "numeric" }, { hour: "numeric", minute: "2-digit", hour12: false }, { hour: "numeric", minute: "2-digit", hourCycle: "h23" }, { hour: "numeric", minute: "2-digit", timeZoneName: "short" }].map((o) => d.toLocaleTimeString("en-US", { ...o, timeZone: "UTC" })))`,
  `["full", "long", "medium", "short"].flatMap((dateStyle) => ["long", "medium", "short"].map((timeStyle) => ${day}.toLocaleString("en-US", { dateStyle, timeStyle, timeZone: "UTC" })))`,
  `[{ month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }, { month: "long", day: "numeric", hour: "numeric" }, { weekday: "short", hour: "numeric" }].map((o) => ${day}.toLocaleString("en-US", { ...o, timeZone: "UTC" }))`,
  `["en-CA", "sv-SE", "en-GB", "de-DE", ["en-GB", "en-US"]].map((locale) => ${day}.toLocaleDateString(locale, { timeZone: "UTC" }))`,
  `["sv-SE", "en-GB", "de-DE"].map((locale) => ${day}.toLocaleString(locale, { timeZone: "UTC" }))`,
  'new Date(NaN).toLocaleDateString("en-US", { month: "short" })',
])('writes dates as other engines do: %s', agrees);

test.each([
  '{ style: "unit", unit: "liter" }',
  '{ style: "currency", currency: "USD", currencyDisplay: "name" }',
  '{ notation: "engineering" }',
  '{ roundingMode: "floor" }',
  '{ maximumFractionDigits: 101 }',
  '{ style: "currency", currency: "dollars" }',
])('refuses numbers with %s', async (options) => {
  expect(await errorOf(`return (5).toLocaleString('en-US', ${options});`)).toMatchObject({ name: 'RangeError' });
});

test.each([
  '{ timeZone: "America/New_York" }',
  '{ dayPeriod: "long" }',
  '{ dateStyle: "constructor" }',
  '{ timeZoneName: "long" }',
])('refuses dates with %s, which would be written wrong', async (options) => {
  expect(await errorOf(`return new Date(0).toLocaleString('en-US', ${options});`)).toMatchObject({
    name: 'RangeError',
    message: expect.stringContaining('toISOString()'),
  });
});
