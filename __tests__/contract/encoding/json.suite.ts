import { parseCanonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import { escapePointer, parseJson } from '../../../src/contract/encoding/json.js';
import { deepEqual, equal, ok, type SuiteCase } from '../assert.js';

const LIMITS = { maxDepth: 8 };

/** Spellings of the same or nearly the same value that are not canonical. */
const NOT_CANONICAL = [
  '{"b":2,"a":1}',
  '{"a":1,"a":1}',
  '{"a":1,"\\u0061":1}',
  '{"a":1.0}',
  '{"a":1e0}',
  '{"a":-0}',
  '{"a": 1}',
  ' {"a":1}',
  '{"a":1}\n',
  '{"a":"\\/"}',
  '{"a":"\\u00e9"}',
  '{"a":9007199254740993}',
  '{"a":"\\ud800"}',
];

const SYNTAX = ['', '{', "{'a':1}", '{"a":1,}', '\uFEFF{}', 'NaN', '[1]x', '{"a":01}'];

export const cases: SuiteCase[] = [
  {
    name: 'takes its own canonical form',
    run: () =>
      deepEqual(parseCanonicalJson('{"a":[1,"é",null],"b":{}}', LIMITS), {
        ok: true,
        value: { a: [1, 'é', null], b: {} },
      }),
  },
  ...NOT_CANONICAL.map((text) => ({
    name: `refuses ${JSON.stringify(text)} as not canonical`,
    run: () => deepEqual(parseCanonicalJson(text, LIMITS), { ok: false, fault: 'not_canonical' }),
  })),
  ...SYNTAX.map((text) => ({
    name: `refuses ${JSON.stringify(text)} as no JSON`,
    run: () => {
      const outcome = parseJson(text, LIMITS);
      equal(outcome.ok ? 'ok' : outcome.fault, 'syntax');
    },
  })),
  ...['__proto__', 'constructor', 'prototype'].map((key) => ({
    name: `refuses the key ${key}, however it is spelled and wherever it stands`,
    run: () => {
      const escaped = key.replace('o', '\\u006f');
      for (const text of [`{"${key}":1}`, `{"${escaped}":1}`])
        deepEqual(parseJson(text, LIMITS), { ok: false, fault: 'forbidden_key', pointer: `/${key}` });
      deepEqual(parseJson(`[{"a/b":{"${key}":1}}]`, LIMITS), {
        ok: false,
        fault: 'forbidden_key',
        pointer: `/0/a~1b/${key}`,
      });
    },
  })),
  {
    name: 'bounds the depth before it parses',
    run: () => {
      ok(parseJson('[[[[[[[[1]]]]]]]]', LIMITS).ok);
      deepEqual(parseJson('[[[[[[[[[1]]]]]]]]]', LIMITS), { ok: false, fault: 'depth', limit: 8 });
      deepEqual(parseJson('['.repeat(1_000_000), LIMITS), { ok: false, fault: 'depth', limit: 8 });
    },
  },
  { name: 'does not count brackets inside strings', run: () => ok(parseJson('["[[[[[[[[[[[[\\"[[[["]', LIMITS).ok) },
  { name: 'escapes a pointer segment (RFC 6901)', run: () => equal(escapePointer('a/b~c'), 'a~1b~0c') },
];
