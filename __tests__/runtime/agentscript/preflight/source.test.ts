import { MAX_DEPTH, MAX_NODES, MAX_SOURCE_BYTES } from '../../../../src/runtime/agentscript/script-limits.js';
import { preflight } from '../../../../src/runtime/agentscript/preflight/preflight.js';

const check = (script: string) => preflight(script, { namespaces: new Map() });

test.each([
  ['an open bracket', 'return (1 + ;', 1, 13],
  ['a break out of the wrapper', 'return 1;\n}); evil(); (async () => {', 2, 1],
  ['a with statement', 'with ({}) {}', 1, 1],
  ['an octal literal', 'return 017;', 1, 8],
  ['a comment of HTML', '<!-- x', 1, 1],
  ['a regular expression that is none', 'return /(/;', 1, 8],
  ['a hash-bang', '#!/usr/bin/env node\nreturn 1;', 1, 2],
])('refuses %s as a syntax error, with its place', (_what, script, line, column) => {
  expect(check(script)).toMatchObject({
    ok: false,
    status: 'syntax_error',
    error: { code: 'PREFLIGHT_SYNTAX', line, column: expect.any(Number), hint: expect.any(String) },
  });
  const checked = check(script);
  if (!checked.ok) expect(Math.abs((checked.error.column ?? 0) - column)).toBeLessThanOrEqual(1);
});

test('accepts await and return at the top level', () => {
  expect(check('const x = await Promise.resolve(1); return x;')).toMatchObject({ ok: true });
});

test.each([
  ['bytes', `return "${'é'.repeat(MAX_SOURCE_BYTES / 2)}";`, MAX_SOURCE_BYTES],
  ['syntax nodes', 'a;'.repeat(MAX_NODES / 2) + 'var a;', MAX_NODES],
  ['levels', `return ${'['.repeat(MAX_DEPTH + 1)}${']'.repeat(MAX_DEPTH + 1)};`, MAX_DEPTH],
])('refuses a source of too many %s', (unit, script, value) => {
  expect(check(script)).toMatchObject({
    ok: false,
    status: 'syntax_error',
    error: { code: 'LIMIT_SOURCE', limit: { name: `source ${unit}`, value } },
  });
});

test.each([
  ['a long sum', (terms: string[]) => `return ${terms.join(' + ')};`, '[a, b].join("")'],
  ['a long condition', (terms: string[]) => `return ${terms.join('\n && ')};`, '[a, b].every(Boolean)'],
  [
    'a long choice',
    (terms: string[]) => `${terms.map((term) => `if (x === "${term}") y = 1;`).join('\nelse ')}`,
    'a Map',
  ],
  [
    'a long chain of calls',
    (terms: string[]) => `return x${terms.map((term) => `.then(${term})`).join('')};`,
    'const part',
  ],
])('shows where %s nests too deep, and what to write instead', (_what, write, instead) => {
  const script = `let x, y;\nconst a = 1;\n${write(Array.from({ length: MAX_DEPTH + 10 }, () => 'a'))}`;
  const checked = check(script);
  expect(checked).toMatchObject({
    ok: false,
    error: {
      code: 'LIMIT_SOURCE',
      line: expect.any(Number),
      column: expect.any(Number),
      excerpt: expect.stringMatching(/./),
      hint: expect.stringContaining(instead),
    },
  });
  if (!checked.ok) expect(checked.error.line).toBeGreaterThanOrEqual(3);
  expect(check(`let x, y;\nconst a = 1;\n${write(Array.from({ length: 60 }, () => 'a'))}`)).toMatchObject({ ok: true });
});

test('tells an agent that sends a fence or types to leave them out', () => {
  expect(check('```js\nreturn 1;\n```')).toMatchObject({ error: { message: expect.stringContaining('fence') } });
  expect(check('const x: string = "a"; return x;')).toMatchObject({
    error: { hint: expect.stringContaining('without types') },
  });
});

test('says of what no parser survives the same, with its place', () => {
  const checked = check(`const a = 1;\nreturn ${'['.repeat(15_000)}${']'.repeat(15_000)};`);
  expect(checked).toMatchObject({
    error: {
      code: 'LIMIT_SOURCE',
      line: 2,
      column: expect.any(Number),
      limit: { name: 'source levels', value: MAX_DEPTH },
    },
  });
});

test('gives up on nesting that no parser survives, without a crash', () => {
  const checked = check(`return ${'('.repeat(15_000)}1${')'.repeat(15_000)};`);
  expect(checked).toMatchObject({
    ok: false,
    status: 'syntax_error',
    error: {
      code: 'LIMIT_SOURCE',
      message: 'The script nests deeper than 200 levels.',
      hint: expect.stringContaining('const part'),
    },
  });
  expect(JSON.stringify(checked)).not.toMatch(/\bstack\b/i);
  expect(check('a'.padEnd(30_000, '?.a'))).toMatchObject({ ok: false });
});
