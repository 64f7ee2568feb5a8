import { js } from '../js.js';
import type { AttackClass } from '../types.js';
import { looksAround, runsCode } from './probes.js';

/** Values that a script has, and the constructor of each in one spelling. */
const VALUES = [
  '({})',
  '[]',
  '"x"',
  '(0)',
  'true',
  '/x/',
  '(() => 1)',
  '(function () {})',
  '(class {})',
  '(async () => 1)',
  'new Map()',
  'Promise.resolve()',
  'new Date(0)',
  'Symbol()',
  '1n',
  'new Error()',
  'shop.getOrder',
  'callTool',
  'console.log',
  'shop',
  'codecallContext',
  'Math.max',
  'JSON.parse',
];

/** The same walk, spelled so that nobody sees it in the text. */
const SPELLINGS: [string, string][] = [
  ['dots', '[].constructor.constructor'],
  ['literal keys', '[]["constructor"]["constructor"]'],
  ['a template key', '[][`constructor`][`constructor`]'],
  ['sums of text', '[]["con" + "structor"]["constr" + "uctor"]'],
  ['a joined list', '[][["con", "structor"].join("")][["constructor"].join()]'],
  ['a list as a key', '[][["constructor"]][["constructor"]]'],
  ['unicode escapes in a name', '[].c\\u006fnstructor.\\u{63}onstructor'],
  ['unicode escapes in a key', '[]["\\u0063onstructor"]["\\x63onstructor"]'],
  ['an optional chain', '[]?.constructor?.["constructor"]'],
  [
    'character codes',
    '[][String.fromCharCode(99,111,110,115,116,114,117,99,116,111,114)][String.fromCharCode(99,111,110,115,116,114,117,99,116,111,114)]',
  ],
  ['a turned text', '((k) => [][k][k])("rotcurtsnoc".split("").reverse().join(""))'],
  ['a replaced text', '((k) => [][k][k])("cXnstructXr".replaceAll("X", "o"))'],
  ['a key of an object', '((k) => [][k.a][k.a])({ a: "constr".concat("uctor") })'],
  ['decoded text', '((k) => [][k][k])(decodeURIComponent("%63onstructor"))'],
  ['base64', '((k) => [][k][k])(atob("Y29uc3RydWN0b3I="))'],
  ['JSON', '((k) => [][k][k])(JSON.parse(\'"\\\\u0063onstructor"\'))'],
  ['a key that is an object', '((k) => [][k][k])({ toString: () => "constr" + "uctor".slice(0) })'],
  ['a key that changes', '((k) => [][k][k])({ toString() { return ["constructor"][0]; } })'],
  ['a default of a parameter', '((k = "constru" + (() => "ctor")()) => [][k][k])()'],
  [
    'a loop over own names',
    '((o) => { for (const k of Object.getOwnPropertyNames(Object.getPrototypeOf(o))) if (k.length === 11 && k[0] === "c") return o[k][k]; })([])',
  ],
  ['padStart', '((k) => [][k][k])("structor".padStart(11, "con"))'],
  ['a case change', '((k) => [][k][k])("CONSTRUCTOR".toLowerCase())'],
  ['a matched text', '((k) => [][k][k])("xconstructorx".match(/c\\w+r/)[0])'],
  ['a raw tag', '((k) => [][k][k])(String.raw({ raw: ["con", "structor"] }, ""))'],
  ['a comma', '[][(0, "constructor")][(1, "constructor")]'],
  ['a conditional', '[][1 ? "constructor" : ""][true && "constructor"]'],
];

/** Other roads to the constructor of functions. */
const ROADS: [string, string][] = [
  ['the prototype of a function', 'Object.getPrototypeOf(() => 1).constructor'],
  ['the prototype of an async function', 'Object.getPrototypeOf(async () => 1).constructor'],
  ['the prototype of a generator', 'Object.getPrototypeOf(function* () {}).constructor'],
  ['the prototype of an async generator', 'Object.getPrototypeOf(async function* () {}).constructor'],
  ['the same, with a built name', '((k) => Object.getPrototypeOf(async () => 1)[k])("const" + String("ructor"))'],
  ['the same of a generator', '((k) => Object.getPrototypeOf(function* () {})[k])(["constr", "uctor"].join(""))'],
  [
    'the same of an async generator',
    '((k) => Object.getPrototypeOf(async function* () {})[k])(["constr", "uctor"].join(""))',
  ],
  ['the prototype of an operation', '((k) => Object.getPrototypeOf(shop.getOrder)[k])(["constr", "uctor"].join(""))'],
  ['a descriptor', 'Object.getOwnPropertyDescriptor(Object.getPrototypeOf(() => 1), "constructor").value'],
  ['all descriptors', 'Object.getOwnPropertyDescriptors(Object.getPrototypeOf(() => 1)).constructor.value'],
  [
    'all descriptors, by value',
    'Object.values(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(() => 1))).map((d) => d.value).find((v) => typeof v === "function" && v.length === 1)',
  ],
  ['destructuring', '(({ constructor: { constructor: F } }) => F)([])'],
  ['destructuring by a literal', '(({ "constructor": C }) => { const { "constructor": F } = C; return F; })([])'],
  [
    'destructuring by a built name',
    '((k) => { const { [k]: C } = []; const { [k]: F } = C; return F; })("constr" + ["uctor"])',
  ],
  [
    'destructuring by a computed literal',
    '(({ ["constructor"]: C }) => { const { [`constructor`]: F } = C; return F; })([])',
  ],
  ['destructuring in catch', '(() => { try { throw () => 1; } catch ({ constructor: F }) { return F; } })()'],
  ['destructuring in a for head', '(() => { for (const { constructor: F } of [() => 1]) return F; })()'],
  ['assignment to a member', '(() => { const o = {}; ({ constructor: o.F } = () => 1); return o.F; })()'],
  ['Reflect.get', 'Reflect.get(() => 1, "constructor")'],
  ['Reflect.construct', 'Reflect.construct.bind(null, Reflect.getPrototypeOf(() => 1).constructor)'],
  ['a proxy that tells names', 'new Proxy(() => 1, {}).constructor'],
  ['__proto__', '(() => 1).__proto__.constructor'],
  ['__proto__ in a literal', '({ __proto__: () => 1 }).constructor'],
  ['__proto__ by a built name', '((p, c) => (() => 1)[p][c])("__pro" + String("to__"), "con".concat("structor"))'],
  ['__lookupGetter__', '({}).__lookupGetter__("__proto__").call(() => 1).constructor'],
  [
    '__lookupGetter__ by a built name',
    '((l, c) => ({})[l]("__proto__").call(() => 1)[c])("__lookup".concat("Getter__"), ["constr", "uctor"].join(""))',
  ],
  [
    'the descriptor of __proto__',
    '((c) => Object.getOwnPropertyDescriptor(Object.prototype, "__proto__").get.call(() => 1)[c])(["constr", "uctor"].join(""))',
  ],
  ['super in an object', '({ f() { return super.constructor; } }).f().constructor'],
  ['super in a class', '(class extends (class {}) { static f() { return super.constructor; } }).f()'],
  ['a class that extends nothing', '(class extends null { static f() { return super["constr" + "uctor"]; } }).f()'],
  ['new.target', '(function () { return new.target; }).constructor'],
  ['an own constructor', '(class A { constructor() { return A; } }).constructor'],
  ['caller', '(function f() { return f.caller; })().constructor'],
  ['callee', '(function () { return arguments.callee; })().constructor'],
  ['callee by a built name', '(function () { return arguments["cal" + String("lee")]; })()'],
  ['a tag', '((s) => s)`x`.constructor.constructor'],
  ['the strings of a tag, raw', '((k) => ((s) => s.raw)`x`[k][k])("const".concat("ructor"))'],
  ['a species', 'Array[Symbol.species].constructor'],
  [
    'the iterator of a list',
    '((k) => Object.getPrototypeOf([][Symbol.iterator]())[k] ?? [][Symbol.iterator]()[k][k])(["constr", "uctor"].join(""))',
  ],
  ['the return of a generator', '((k) => (function* () {})().return[k])(["constr", "uctor"].join(""))'],
  ['then', '((k) => Promise.resolve().then[k])(["constr", "uctor"].join(""))'],
  [
    'the resolver of a promise',
    '((k) => { let r; new Promise((x) => { r = x; }); return r[k]; })(["constr", "uctor"].join(""))',
  ],
  ['withResolvers', '((k) => Promise.withResolvers().reject[k])(["constr", "uctor"].join(""))'],
  ['a bound function', '((k) => callTool.bind(null)[k])(["constr", "uctor"].join(""))'],
  [
    'a getter',
    '((k) => Object.getOwnPropertyDescriptor({ get a() { return 1; } }, "a").get[k])(["constr", "uctor"].join(""))',
  ],
  ['a symbol method', '((k) => [][Symbol.iterator][k])(["constr", "uctor"].join(""))'],
  [
    'the revival of JSON',
    '((k) => { let F; JSON.parse("[1]", function () { F = this[k][k]; }); return F; })(["constr", "uctor"].join(""))',
  ],
  [
    'a replacer of JSON',
    '((k) => { let F; JSON.stringify({ a: 1 }, function (key, v) { F = this[k][k]; return v; }); return F; })(["constr", "uctor"].join(""))',
  ],
  [
    'a sort comparator',
    '((k) => { let F; [2, 1].sort((...a) => { F = a[k][k]; return 0; }); return F; })(["constr", "uctor"].join(""))',
  ],
  [
    'a replace callback',
    '((k) => { let F; "a".replace(/a/, (...a) => { F = a[k][k]; return ""; }); return F; })(["constr", "uctor"].join(""))',
  ],
  ['structuredClone', '((k) => structuredClone({ a: [] }).a[k][k])(["constr", "uctor"].join(""))'],
  ['URLSearchParams', '((k) => URLSearchParams[k])(["constr", "uctor"].join(""))'],
  ['an instance of URLSearchParams', '((k) => new URLSearchParams("a=1")[k][k])(["constr", "uctor"].join(""))'],
  ['getTool', '((k) => getTool[k])(["constr", "uctor"].join(""))'],
  ['what getTool gives', '((k) => getTool("shop.getOrder")[k][k])(["constr", "uctor"].join(""))'],
  ['mcpLog', '((k) => mcpLog[k])(["constr", "uctor"].join(""))'],
  ['what mcpLog gives', '((k) => (mcpLog("info", "x") ?? [])[k][k])(["constr", "uctor"].join(""))'],
  ['__safe_parallel', '((k) => __safe_parallel[k])(["constr", "uctor"].join(""))'],
  [
    'the answer of a call',
    'await (async (k) => (await shop.getOrder({ id: "A-1001" }))[k][k])(["constr", "uctor"].join(""))',
  ],
  ['the promise of a call', '((k) => shop.getOrder({ id: "A-1001" })[k][k])(["constr", "uctor"].join(""))'],
  [
    'the error of a call',
    'await (async (k) => { try { await shop.getOrder({ id: "A-0" }); } catch (e) { return e[k][k]; } })(["constr", "uctor"].join(""))',
  ],
  [
    'an error of the engine',
    '((k) => { try { null.x; } catch (e) { return e[k][k]; } })(["constr", "uctor"].join(""))',
  ],
  [
    'an error of the stack',
    '((k) => { const f = () => f(); try { f(); } catch (e) { return e[k][k]; } })(["constr", "uctor"].join(""))',
  ],
  ['the context', '((k) => Object.getPrototypeOf(codecallContext)[k][k])(["constr", "uctor"].join(""))'],
];

/** Things that may be, or lead to, the host's global object. */
const GLOBALS: [string, string][] = [
  ['this at the top', 'this'],
  ['this in a function', '(function () { return this; })()'],
  ['this by call', '(function () { return this; }).call(undefined)'],
  ['this by apply of null', '(function () { return this; }).apply(null)'],
  ['this in a callback', '[1].map(function () { return this; })[0]'],
  ['this in a sort', '(() => { let t; [2, 1].sort(function () { t = this; return 0; }); return t; })()'],
  ['this in a getter', '({ get a() { return this; } }).a'],
  ['this in a tag', '(function () { return this; })``'],
  ['this in a promise executor', 'new Promise(function (r) { r([this]); }).then((x) => x[0])'],
  ['this in then', 'Promise.resolve().then(function () { return [this]; }).then((x) => x[0])'],
  ['this in a thenable', '({ then(r) { r([this]); } })'],
  ['this in a reviver', '(() => { let t; JSON.parse("1", function () { t = this; }); return t; })()'],
  ['this in an operation', 'shop.getOrder.call({ id: 1 }, { id: "A-1001" })'],
  ['this in valueOf', 'Object.prototype.valueOf.call(undefined)'],
  ['concat of nothing', 'Array.prototype.concat.call(undefined)'],
  ['globalThis', 'globalThis'],
  ['self', 'self'],
  ['window', 'window'],
  ['global', 'global'],
  ['frames', 'frames'],
  ['an unlisted name: navigator', 'navigator'],
  ['an unlisted name: caches', '({ caches })'],
  ['an unlisted name: fetch', '({ fetch })'],
  ['an unlisted name: process', 'process.env'],
  ['an unlisted name: env', 'env'],
  ['an unlisted name: WebSocketPair', '({ WebSocketPair })'],
  ['an unlisted name: crypto', '({ crypto })'],
  ['an unlisted name: addEventListener', '({ addEventListener })'],
  ['an unlisted name: bridge', '({ fetch: bridge })'],
  ['an unlisted name: os', '({ process: os })'],
  ['an unlisted name: std', '({ process: std })'],
  ['an unlisted name: scriptArgs', '({ process: scriptArgs })'],
  ['a name declared by var', '(() => { var g = this; return g; })()'],
  ['the module of the script', 'import.meta'],
  ['import of the host', 'import("cloudflare:workers")'],
  ['import of a module of Node', 'import("node:process")'],
  ['import of the engine', 'import("qjs:os")'],
  ['import of text', 'import("data:text/javascript,export const env = 1")'],
  ['import of the script itself', 'import("script.js")'],
  ['import by a built name', 'import("cloud" + "flare:workers")'],
  ['require', 'require("fs")'],
  ['a realm', 'new ShadowRealm().evaluate("globalThis")'],
  ['a worker', 'new Worker("data:,")'],
  ['a finaliser', 'new FinalizationRegistry(() => {})'],
  ['WebAssembly', '({ WebAssembly: WebAssembly })'],
  ['shared memory', '({ WebAssembly: new SharedArrayBuffer(8) })'],
];

/** Roads out of the guest, by prototype, constructor or global object. */
export const WALKS: AttackClass = {
  class: 'walks to the host',
  cases: [
    ...SPELLINGS.map(([name, expression]) => ({
      name: `the constructor of the constructor, by ${name}`,
      script: runsCode(expression),
      expect: 'contained' as const,
    })),
    ...VALUES.map((value) => ({
      name: `the constructor of the constructor of ${value}, spelled out`,
      script: runsCode(`${value}.constructor.constructor`),
      expect: 'refused' as const,
    })),
    ...VALUES.map((value) => ({
      name: `the constructor of the constructor of ${value}, built`,
      script: runsCode(`${value}[k][k]`, "const k = 'constr' + ['uct', 'or'].join('');"),
      expect: 'contained' as const,
    })),
    ...ROADS.map(([name, expression]) => ({
      name: `a function's constructor, by ${name}`,
      script: runsCode(expression),
      expect: 'contained' as const,
    })),
    ...GLOBALS.map(([name, expression]) => ({
      name: `the global object, by ${name}`,
      script: looksAround(expression),
      expect: 'contained' as const,
    })),
    {
      name: 'everything that can be reached from everything',
      script: js`
const seen = new Set(), queue = [shop, callTool, getTool, mcpLog, mcpNotify, codecallContext, console, Promise, Object, Array, JSON, Math, Map, Error, Date, RegExp, String, Symbol, __safe_parallel, structuredClone, URLSearchParams, async () => {}, function* () {}];
const names = ['fetch', 'caches', 'WebSocketPair', 'process', 'require', 'navigator', 'SHOP_TOKEN', 'HTMLRewriter'];
while (queue.length && seen.size < 5000) {
  const o = queue.pop();
  if (o === null || (typeof o !== 'object' && typeof o !== 'function') || seen.has(o)) continue;
  seen.add(o);
  queue.push(Object.getPrototypeOf(o));
  for (const k of [...Object.getOwnPropertyNames(o), ...Object.getOwnPropertySymbols(o)]) {
    if (names.includes(k)) return 'ESC' + 'APED';
    const d = Object.getOwnPropertyDescriptor(o, k);
    queue.push(d.value, d.get, d.set);
  }
}
let made = 0;
for (const f of seen) if (typeof f === 'function') { try { if (f('return "ESC"+"APED"')() === 'ESC' + 'APED') made++; } catch (e) { if (/generation from/.test(String(e?.message))) made++; } }
return made ? 'ESC' + 'APED' : seen.size;`,
      expect: 'contained',
    },
  ],
};
