import type { Random } from './random.js';
import { partsOf, type Part } from './syntax.js';

/** Pieces of the corpora, to build with. */
export interface Pieces {
  scripts: string[];
  expressions: string[];
  statements: string[];
}

/** Names that matter to a sandbox. */
const NAMES = [
  'shop',
  'callTool',
  'getTool',
  'mcpLog',
  'mcpNotify',
  'codecallContext',
  'console',
  'Promise',
  'Object',
  'Array',
  'JSON',
  'Symbol',
  'Error',
  'Map',
  'String',
  'RegExp',
  'Date',
  'Math',
  'URLSearchParams',
  'structuredClone',
  '__safe_parallel',
  'arguments',
  'undefined',
  'globalThis',
  'eval',
  'Function',
  'Iterator',
  'queueMicrotask',
  'BigInt',
  'AggregateError',
];
const MEMBERS = [
  'constructor',
  'prototype',
  '__proto__',
  'then',
  'catch',
  'call',
  'apply',
  'bind',
  'toJSON',
  'toString',
  'valueOf',
  'length',
  'name',
  'stack',
  'message',
  'cause',
  'id',
  'map',
  'concat',
  'sort',
  'next',
  'return',
  'throw',
  'getOrder',
  'addNote',
  'echo',
  'size',
  'keys',
  'caller',
  'callee',
  'raw',
  'at',
  'flat',
  'repeat',
  'replaceAll',
  'lastIndex',
  'source',
];
const LITERALS = [
  '0',
  '-0',
  '-1',
  '1e9',
  '2 ** 31',
  '2 ** 32 - 1',
  '2 ** 53',
  'NaN',
  'Infinity',
  '1n',
  '(2n ** 64n)',
  '""',
  '"__proto__"',
  '"constructor"',
  '"shop.getOrder"',
  '"admin.deleteEverything"',
  '"A-1001"',
  '".."',
  '"../../admin/everything"',
  '"\\u0000"',
  '"\\ud800"',
  '"a\\r\\nX-Injected: 1"',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '({})',
  '[,]',
  '/(a+)+$/',
  '/x/gy',
  '`${shop}`',
  'Symbol()',
  '() => {}',
  'async () => {}',
  'function* () {}',
  '(class {})',
  '"x".repeat(1e5)',
  'new Array(1e6)',
  'Object.create(null)',
  'this',
  'new Map()',
];
/** `X` is an expression. */
const AROUND_EXPRESSIONS = [
  '(await X)',
  '[...X]',
  '({ ...X })',
  '(() => X)()',
  '(async () => X)()',
  'String(X)',
  'JSON.stringify(X)',
  'Promise.all([X, X])',
  '({ then(r) { r(X); } })',
  '({ get a() { return X; } }).a',
  '({ toJSON() { return X; } })',
  '(X)?.["constr" + "uctor"]',
  'Object.getPrototypeOf(X)',
  'structuredClone(X)',
  '[X].map((x) => x)',
  '((f) => f(f))(() => X)',
  'Object.assign(() => 1, X)',
  'Object.freeze(X)',
  'Object.entries(X)',
  'new Map([[X, X]])',
  '({ toString() { return X; } })',
  '(X, X)',
  '`${X}`',
  'callTool(X, X, { throwOnError: false })',
  'shop.addNote({ id: "A-1001", text: "x", meta: X })',
  'console.log(X)',
  'typeof X',
  'new Error(X, { cause: X })',
  '((s) => s)`${X}`',
  'Array.from({ length: 1000 }, () => X)',
  '(X)[Symbol.iterator]',
  'Object.setPrototypeOf({}, X)',
  'Array.prototype.concat.call(X, X)',
  'Promise.prototype.then.call(X, X)',
  'codecallContext[X]',
  'shop[X]',
];
/** `S` is a statement. */
const AROUND_STATEMENTS = [
  'try { S } catch {}',
  'try { S } finally {}',
  'for (let i = 0; i < 1000; i++) { S }',
  'for (;;) { S break; }',
  'while (true) { try { S } catch {} }',
  'await (async () => { S })();',
  '(function () { S })();',
  'await Promise.all([1, 2, 3].map(async () => { S }));',
  'l: { S }',
  'if (1) { S } else { S }',
  'class A { static { S } }',
  'for (const x of (function* () { S yield 1; })()) {}',
  'Promise.resolve().then(async () => { S });',
  'queueMicrotask(() => { S });',
  'switch (1) { default: { S } }',
  'const f = async () => { S return f; }; f();',
  'for await (const x of [1]) { S }',
];
const BUILT_IN = new Set([
  'Set',
  'WeakMap',
  'WeakSet',
  'Number',
  'Boolean',
  'TypeError',
  'RangeError',
  'NaN',
  'Infinity',
  'isNaN',
  'parseInt',
  'parseFloat',
  'atob',
  'btoa',
  'encodeURIComponent',
  'decodeURIComponent',
  'encodeURI',
  'decodeURI',
]);
const LONGEST = 6_000;

/** Cuts the corpora into pieces. Scripts that are long, that wait for ten seconds, or that cannot be parsed, give none. */
export function piecesOf(scripts: readonly string[]): Pieces {
  const pieces: Pieces = { scripts: [], expressions: [], statements: [] };
  for (const script of scripts.filter((each) => each.length <= LONGEST && !each.includes('shop.hang'))) {
    const parts = partsOf(script);
    if (!parts) continue;
    pieces.scripts.push(script);
    const texts = (kind: Part['kind']) =>
      parts.filter((part) => part.kind === kind).map(({ start, end }) => script.slice(start, end));
    pieces.expressions.push(...texts('expression').filter(({ length }) => length < 300));
    pieces.statements.push(...texts('statement').filter(({ length }) => length < 500));
  }
  return pieces;
}

/** What the preflight refuses at sight: such a script says little about what lies behind it. */
const OBVIOUS =
  /(?:\.|\{ *|["'`])constructor|__proto__|\b(?:Proxy|Reflect|eval|Function|globalThis|Uint8Array|setTimeout|import|export|caller|callee)\b/;

/** A script made of the corpora. Now and then one that is no script any more, or one that is refused at sight. */
export function makeScript(pieces: Pieces, random: Random): string {
  for (let tries = 0; tries < 20; tries += 1) {
    const script = declared(mutated(pieces, random), random);
    if (!OBVIOUS.test(script) || random.once(10)) return script;
  }
  return mutated(pieces, random);
}

/** Declares the names that came with a piece of another script; without them the preflight refuses it at sight. */
function declared(script: string, random: Random): string {
  const parts = partsOf(script) ?? [];
  const names = new Set(parts.filter(({ kind }) => kind === 'name').map(({ start, end }) => script.slice(start, end)));
  const unknown = [...names].filter(
    (name) => /^[a-z_$][\w$]*$/i.test(name) && !NAMES.includes(name) && !BUILT_IN.has(name),
  );
  return unknown.length === 0
    ? script
    : `var ${unknown.map((name) => `${name} = ${random.pick(LITERALS)}`).join(', ')};\n{\n${script}\n}`;
}

function mutated(pieces: Pieces, random: Random): string {
  let script = random.pick(pieces.scripts);
  for (let step = random.below(4); step >= 0; step -= 1) {
    const next = mutate(script, pieces, random);
    if (next.length <= LONGEST && (partsOf(next) || random.once(40))) script = next;
  }
  return script;
}

function mutate(script: string, pieces: Pieces, random: Random): string {
  const parts = partsOf(script);
  if (!parts || parts.length === 0) return breakText(script, random);
  const part = random.pick(parts);
  const text = script.slice(part.start, part.end);
  return script.slice(0, part.start) + replacement(part, text, pieces, random) + script.slice(part.end);
}

function replacement({ kind }: Part, text: string, pieces: Pieces, random: Random): string {
  switch (kind) {
    case 'member':
      return random.pick(MEMBERS);
    case 'name':
      return random.once(3) ? random.pick(LITERALS) : random.pick(NAMES);
    case 'literal':
      return random.once(3) ? `(${random.pick(pieces.expressions)})` : random.pick(LITERALS);
    case 'statement':
      return statement(text, pieces, random);
    default:
      return random.once(2)
        ? `(${random.pick(pieces.expressions)})`
        : random.pick(AROUND_EXPRESSIONS).replaceAll('X', () => `(${text})`);
  }
}

function statement(text: string, pieces: Pieces, random: Random): string {
  const other = random.pick(pieces.statements);
  return random.pick([
    () => '',
    () => `${text}\n${text}`,
    () => `${other}\n${text}`,
    () => `${text}\n${other}`,
    () => other,
    () => random.pick(AROUND_STATEMENTS).replaceAll('S', () => text),
  ])();
}

/** What is no script any more is broken further: the parser is part of the door. */
function breakText(script: string, random: Random): string {
  const at = random.below(script.length + 1);
  return (
    script.slice(0, at) +
    random.pick(['', '}', '{', '`', '${', '\\', '\u2028', '*/', '#', '=>', '\ud800', '\0', '?.', '...']) +
    script.slice(at + random.below(4))
  );
}
