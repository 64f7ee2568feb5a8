import { js } from '../js.js';
import type { AttackCase, AttackClass } from '../types.js';

/** What one run plants, and how the next would find it. */
const PLANTS: [string, string, string][] = [
  ['a property of Object.prototype', 'Object.prototype.planted = 1;', '({}).planted'],
  ['a property of Array.prototype', 'Array.prototype.planted = 1;', '[].planted'],
  ['a property of Function.prototype', 'Object.getPrototypeOf(() => 1).planted = 1;', '(() => 1).planted'],
  [
    'a property of Promise',
    'Promise.planted = 1; Promise.prototype.planted = 1;',
    'Promise.planted || Promise.resolve().planted',
  ],
  ['a property of a namespace', 'shop.planted = 1;', 'shop.planted'],
  ['a property of an operation', 'shop.getOrder.planted = 1;', 'shop.getOrder.planted'],
  ['a property of callTool', 'callTool.planted = 1;', 'callTool.planted'],
  ['a property of console', 'console.planted = 1;', 'console.planted'],
  ['a property of the context', 'codecallContext.planted = 1;', 'codecallContext.planted'],
  ['a property of Math', 'Math.planted = 1;', 'Math.planted'],
  ['a property of JSON', 'JSON.planted = 1;', 'JSON.planted'],
  ['a property of an error', 'Error.planted = 1; Error.prototype.planted = 1;', 'Error.planted || new Error().planted'],
  ['a property of a regular expression', 'RegExp.planted = 1; /x/.planted = 1;', 'RegExp.planted || /x/.planted'],
  [
    'the last match',
    '/planted/.exec("planted");',
    'RegExp.lastMatch === "planted" || RegExp.$1 || RegExp.input === "planted"',
  ],
  [
    'a registered symbol',
    'Symbol.for("planted").toString(); Object.prototype[Symbol.for("planted")] = 1;',
    '({})[Symbol.for("planted")]',
  ],
  [
    'a global by this',
    '(function () { try { this.planted = 1; } catch {} }).call(undefined);',
    'typeof planted !== "undefined"',
  ],
  ['a strict global', 'try { planted = 1; } catch {}', 'typeof planted !== "undefined"'],
  ['a variable', 'var planted = 1;', 'typeof planted !== "undefined"'],
  ['a declared function', 'function planted() {}', 'typeof planted !== "undefined"'],
  ['a class', 'class planted {}', 'typeof planted !== "undefined"'],
  ['a changed Math.random', 'Math.random = () => 0.125;', 'Math.random() === 0.125'],
  ['a changed Date.now', 'Date.now = () => 125;', 'Date.now() === 125'],
  ['a changed JSON.stringify', 'JSON.stringify = () => "\\"planted\\"";', 'JSON.stringify(1) !== "1"'],
  [
    'a changed getter',
    'Object.defineProperty(Object.prototype, "id", { get: () => "planted", configurable: true });',
    '({}).id',
  ],
  [
    'strings of a tag',
    'const t = (s) => s; try { Object.assign(t`a`, { planted: 1 }); } catch {}',
    '((s) => s)`a`.planted',
  ],
  ['a pending microtask', 'Promise.resolve().then(() => { Object.prototype.planted = 1; });', '({}).planted'],
  [
    'work that is not awaited',
    '(async () => { await shop.getOrder({ id: "A-1001" }); Object.prototype.planted = 1; })();',
    '({}).planted',
  ],
  [
    'a URLSearchParams',
    'URLSearchParams.planted = 1; URLSearchParams.prototype.planted = 1;',
    'URLSearchParams.planted || new URLSearchParams().planted',
  ],
  ['an iterator', 'Object.getPrototypeOf([][Symbol.iterator]()).planted = 1;', '[][Symbol.iterator]().planted'],
  [
    'a generator',
    'Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).planted = 1;',
    '(function* () {})().planted',
  ],
  [
    'a getTool answer',
    'const t = await getTool("shop.getOrder"); try { t.planted = 1; t.name = "x"; } catch {}',
    '(await getTool("shop.getOrder")).planted',
  ],
  [
    'an answer',
    'const o = await shop.getOrder({ id: "A-1001" }); o.planted = 1; o.lines.length = 0;',
    '(await shop.getOrder({ id: "A-1001" })).planted || !(await shop.getOrder({ id: "A-1001" })).lines.length',
  ],
];

/** State that would outlive its run. */
export const STATE: AttackClass = {
  class: 'state kept',
  cases: [
    ...PLANTS.map(([name, plant, probe]): AttackCase => ({
      name: `plants ${name}`,
      script: `try { ${plant} } catch (e) {}\nreturn 'planted';`,
      expect: 'contained',
      then: `let seen; try { seen = ${probe}; } catch (e) { return 'none'; }\nreturn seen ? 'ESC' + 'APED' : 'none';`,
    })),
    {
      name: 'counts its runs',
      script: js`callTool.n = (callTool.n ?? 0) + 1; return callTool.n;`,
      expect: 'contained',
      then: js`return (callTool.n ?? 0) > 0 ? 'ESC' + 'APED' : 0;`,
    },
    {
      name: 'a thrown object that is looked at again',
      script: js`const e = new Error('x'); e.self = e; Object.prototype.kept = e; throw e;`,
      expect: 'contained',
      then: js`return ({}).kept ? 'ESC' + 'APED' : 'none';`,
    },
    {
      name: 'a run that ended at a limit',
      script: js`Object.prototype.planted = 1; for (;;);`,
      expect: ['timeout', 'runtime_error'],
      then: js`return ({}).planted ? 'ESC' + 'APED' : 'none';`,
    },
    {
      name: 'a run that ended without memory',
      script: js`Object.prototype.planted = 1; let s = 'x'; for (;;) s += s;`,
      expect: ['timeout', 'runtime_error'],
      then: js`return ({}).planted ? 'ESC' + 'APED' : 'none';`,
    },
    {
      name: 'the same seed of random numbers',
      script: js`return Array.from({ length: 4 }, () => Math.random());`,
      expect: ['ok'],
      then: js`return Array.from({ length: 4 }, () => Math.random()).every((x) => x === 0.5) ? 'ESC' + 'APED' : 'fine';`,
    },
    {
      name: 'a context that stays',
      context: { mine: 'text of one caller' },
      script: js`return codecallContext.mine;`,
      expect: ['ok'],
      then: js`return codecallContext && codecallContext.mine ? 'ESC' + 'APED' : 'none';`,
    },
    {
      name: 'a context with __proto__',
      context: JSON.parse('{"__proto__":{"planted":1},"a":1}') as Record<string, unknown>,
      script: js`return ({}).planted ? 'ESC' + 'APED' : typeof codecallContext.a;`,
      expect: 'contained',
      then: js`return ({}).planted ? 'ESC' + 'APED' : 'none';`,
    },
    {
      name: 'a context that looks like code',
      context: {
        script: 'return "ESC"+"APED"',
        toString: 'x',
        constructor: { constructor: 'x' },
        then: 'x',
        toJSON: 'x',
      },
      script: js`return await codecallContext;`,
      expect: 'contained',
    },
    {
      name: 'calls of a run that is over',
      script: js`(async () => { for (let i = 0; i < 20; i++) await shop.addNote({ id: 'A-1001', text: 'late ' + i }); })(); return 'left';`,
      expect: ['ok'],
      then: js`return 'next';`,
      upstream: 6,
    },
  ],
};
