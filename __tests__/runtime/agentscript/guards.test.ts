import { errorOf, resultOf } from './run-in-node.js';

/** Natives that do not ask the interrupt handler: each would run for minutes, or for ever, without its guard. */
test.each([
  '[].reverse.call({ length: 2 ** 53 - 1 })',
  '[].copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1)',
  '[].unshift.call({ length: 2 ** 53 - 2 }, 1)',
  '[].indexOf.call({ get length() { return 2 ** 53; } }, 1)',
  'new Array(2 ** 32 - 1).flat()',
  'new Array(2 ** 32 - 1).sort()',
  'new Array(2 ** 32 - 1).concat([1])',
  '[1].concat(new Array(2 ** 32 - 1))',
  'new Array(2 ** 32 - 1).splice(0, 1)',
  'new Array(2 ** 32 - 1).join()',
  'String(new Array(2 ** 32 - 1))',
  'new Array(2 ** 32 - 1).includes(1)',
  '("a".repeat(2e6) + "b").indexOf("a".repeat(1e6) + "c")',
  '("a".repeat(2e6)).indexOf({ toString: () => "a".repeat(1e6) + "c" })',
  '"a".repeat(2 ** 20).replaceAll("a", "b".repeat(10000))',
  '"a".repeat(2e6).split("")',
  '"é".repeat(3e5).normalize("NFD")',
  '"x".repeat(1e6).localeCompare("y".repeat(1e6))',
  'new RegExp("(?:" + "a|".repeat(20000) + "b)")',
  '"a".match("a|".repeat(20000))',
  '"a".match("\\\\p{L}".repeat(101))',
  'new RegExp("[\\\\P{RGI_Emoji}]".repeat(101), "v")',
  'String.raw({ raw: { length: 2 ** 53 - 1 } })',
  '[].values.call({ length: 2 ** 53 - 1 })',
  'new Array(2 ** 32 - 1).entries()',
  '[...new Array(2 ** 32 - 1)]',
  'new Set(new Array(2 ** 32 - 1))',
  '[1].values().drop(2 ** 40)',
])('refuses %s at once, with an error that can be caught', async (expression) => {
  const started = performance.now();
  expect(await errorOf(`return ${expression};`)).toMatchObject({
    code: 'SCRIPT_ERROR',
    name: expect.stringMatching(/RangeError|TypeError/),
  });
  expect(performance.now() - started).toBeLessThan(3_000);
});

test.each([
  '[3, 1, 2].sort()',
  '[10, 9, 1].sort()',
  '[3, 1, undefined, 2].sort()',
  '["b", undefined, "a"].toSorted()',
  '[1, [2, [3, [4]]]].flat()',
  '[1, [2, [3, [4]]]].flat(Infinity)',
  '[1, , 3].flat()',
  '[[1, 2], [3]].concat([4], 5, [[6]])',
  '[1].concat({ length: 1, 0: "x", [Symbol.isConcatSpreadable]: true })',
  '[1, 2, 3].indexOf(2)',
  '[1, 2, 3, 2].lastIndexOf(2)',
  '[NaN].includes(NaN)',
  '["a".repeat(2000)].includes("a".repeat(2000))',
  '["x", "a".repeat(2000)].indexOf("a".repeat(2000), -1)',
  '[].concat.length',
  '[].map.name',
  'Array.prototype.map.call("abc", (x) => x + x)',
  '(function () { return Array.prototype.slice.call(arguments, 1); })(1, 2, 3)',
  '"a-b-c".split("-", 2)',
  '"abc".split("")',
  '"abc".split()',
  '"aXbX".replace("X", "$&!")',
  '"aXbX".replaceAll("X", (x, at) => at)',
  '"a1b2".replace(/\\d/g, "")',
  '"abc".includes("b", 2)',
  '"abc".indexOf("")',
  '"ab".padStart(5, "xy")',
  '"ab".padEnd(4)',
  '"abc".repeat(2)',
  '"x".match(/y/)',
  '[..."a1b2".matchAll(/[a-z](\\d)/g)].map((m) => m[1])',
  '"a.b".search(".")',
  'RegExp("a", "gi").flags',
  'new RegExp(/a/g, "i").flags',
  'RegExp("a") instanceof RegExp',
  '/a/ instanceof RegExp',
  'RegExp("[").x',
  'RegExp.name',
  'typeof RegExp.escape',
  'JSON.stringify({ b: 1, a: { b: 2, c: [undefined, () => 1] }, d: undefined }, null, 2)',
  'JSON.stringify({ b: 1, a: { b: 2, c: 3 } }, ["a", "c", "b"])',
  'JSON.stringify([1, { a: 5 }], (key, value) => (typeof value === "number" ? value * 2 : value))',
  'JSON.stringify(new Date(0))',
  'JSON.stringify({ toJSON: () => 7 })',
  'JSON.stringify("\\u2028\\ud800")',
  'JSON.stringify(undefined)',
  'JSON.parse("[1,{\\"a\\":2}]", (key, value) => (key === "a" ? 3 : value))',
  'JSON.stringify({ n: new Number(3), s: new String("s"), b: new Boolean(false) })',
])('leaves %s as it is in JavaScript', async (expression) => {
  let expected: unknown;
  try {
    expected = JSON.parse(
      JSON.stringify(
        (Object.getPrototypeOf(() => undefined).constructor as FunctionConstructor)(`return [${expression}];`)(),
      ),
    ) as unknown;
  } catch (error) {
    expect(await errorOf(`return [${expression}];`)).toMatchObject({ name: (error as Error).name });
    return;
  }
  expect(await resultOf(`return [${expression}];`)).toEqual(expected);
});

/** An iterator asks its list for the length at each step: one that has grown to four billion since must be left in time. */
test.each([
  'new Set(it)',
  'new WeakSet(it)',
  'it.drop(200_001)',
  'new Set([undefined]).isSupersetOf({ size: 1, has: () => true, keys: () => it })',
  'typeof Math.sumPrecise === "function" ? Math.sumPrecise(keys) : new Set(it)',
])('ends %s over a list that has grown', async (expression) => {
  expect(
    await errorOf(
      `const a = [1]; const it = a.values(); const keys = a.keys(); a.length = 2 ** 32 - 1; return String(${expression});`,
      { limits: { ticks: 50 } },
    ),
  ).toMatchObject({ code: expect.stringMatching(/LIMIT_|SCRIPT_ERROR/) });
});

/** Without a clock only what is charged ends these; with a twentieth of the budget, in a twentieth of the time. */
test.each([
  'a.includes(1)',
  'a.indexOf({})',
  'a.slice()',
  'a.join()',
  'a.splice(1, 0, 1)',
  '[...a]',
  'Array.from(a)',
  'Object.keys(o)',
  'Object.assign({}, o)',
  'Object.freeze(o)',
  '({ ...o })',
  'for (const k in o) break',
  'const { k1, ...rest } = o',
  '[...s]',
  's.union(s)',
  'String.fromCharCode(...a.slice(0, 60_000))',
  'try { null.x } catch {}',
  's1.indexOf("b")',
  's1.split("a")',
  's1.startsWith(s1)',
  'Date.parse(s1)',
  'new RegExp("\\\\p{RGI_Emoji}".repeat(50), "v")',
])('ends %s, over and over, with a clock that stands still', async (expression) => {
  const prepared =
    'const a = new Array(150_000).fill(0); const o = {}; for (let i = 0; i < 20_000; i++) o["k" + i] = i; const s = new Set(a.keys()); const s1 = "a".repeat(400_000);';
  const started = performance.now();
  expect(
    await errorOf(`${prepared} for (;;) { ${expression}; }`, {
      now: () => 0,
      limits: { ticks: 50, memoryBytes: 64 * 2 ** 20 },
    }),
  ).toMatchObject({ code: 'LIMIT_CPU' });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test.each([
  'eval',
  'Function',
  'Reflect',
  'Proxy',
  'globalThis',
  'WebAssembly',
  'SharedArrayBuffer',
  'Intl',
  'InternalError',
  'WeakRef',
])('has no %s', async (name) => {
  expect(await resultOf(`return typeof ${name};`)).toBe('undefined');
});

test.each([
  '(() => {})',
  '(async () => {})',
  '(function* () {})',
  '(async function* () {})',
  '(class {})',
  'Array',
  'acme.getOrder',
  'console.log',
  'callTool',
])('makes no code from text by way of %s', async (value) => {
  expect(
    await resultOf(
      `const key = ['con', 'structor'].join(''); const f = ${value}[key]; if (typeof f !== 'function') return 'none'; try { return f('return 1')(); } catch (e) { return 'none'; }`,
    ),
  ).toBe('none');
});
