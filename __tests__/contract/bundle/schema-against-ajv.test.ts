import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { bundleSchema } from '../../../src/contract/generated/bundle-schema.js';
import { claimsSchema } from '../../../src/contract/generated/claims-schema.js';
import type { JsonValue } from '../../../src/contract/encoding/json.js';
import { findProblems } from '../../../src/contract/schema/find-problems.js';
import type { Schema } from '../../../src/contract/schema/schema-types.js';
import { sampleIndex } from '../../support/sample-index.js';

const CLAIMS = {
  v: 1,
  op: 'apply',
  aud: 'frontmcp:acme/base',
  env: 'base',
  name: 'acme',
  sha256: 'a'.repeat(64),
  size: 10,
  struct: 'b'.repeat(64),
  iat: 1,
  exp: 2,
  jti: 'c'.repeat(22),
  expect: { generation: 1, sha256: 'd'.repeat(64) },
  src: { repository: 'acme/shop' },
};

/** The same schemas through the reference implementation, the structural part as loose as ours. */
function reference(file: string): (value: unknown) => boolean {
  const read = (name: string) =>
    JSON.parse(readFileSync(`schemas/${name}`, 'utf8')) as {
      $id: string;
      $defs?: Record<string, { properties?: Record<string, unknown> }>;
    };
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(read('frontmcp-deploy.v1.json'));
  const schema = read(file);
  const structural = schema.$defs?.structural?.properties ?? {};
  for (const key of Object.keys(structural)) structural[key] = true;
  return ajv.compile(schema);
}

/** Every place in a value, as a path of keys. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const members = Array.isArray(value) ? value.map((each, index) => [index, each] as const) : Object.entries(value);
  return [path, ...members.flatMap(([key, member]) => places(member, [...path, key]))];
}

function mutate(value: JsonValue, path: readonly (string | number)[], change: Mutation): JsonValue {
  const copy = structuredClone(value);
  const last = path.at(-1);
  if (last === undefined) return change.kind === 'replace' ? change.value : copy;
  let parent = copy as never as Record<string | number, JsonValue>;
  for (const key of path.slice(0, -1)) parent = parent[key] as never;
  if (change.kind === 'replace') parent[last] = change.value;
  else if (change.kind === 'remove') delete parent[last];
  else parent[change.key] = change.value;
  return JSON.parse(JSON.stringify(copy)) as JsonValue;
}

type Mutation =
  { kind: 'replace'; value: JsonValue } | { kind: 'remove' } | { kind: 'add'; key: string; value: JsonValue };

const values = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    0,
    -1,
    1,
    1.5,
    2 ** 60,
    '',
    'x',
    'x'.repeat(5000),
    '😀'.repeat(40),
    'https://a.example',
    'not a url',
    [],
    {},
    false,
  ),
  fc.json().map((text) => JSON.parse(text) as JsonValue),
);
const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  values.map((value) => ({ kind: 'replace' as const, value })),
  fc.constant({ kind: 'remove' as const }),
  fc.record({
    kind: fc.constant('add' as const),
    key: fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
    value: values,
  }),
);

describe.each<[string, Schema, JsonValue, string]>([
  ['bundle index', bundleSchema, sampleIndex() as unknown as JsonValue, 'bundle.v1.json'],
  ['claims', claimsSchema, CLAIMS, 'push-statement.v1.json'],
])('the validator of the %s', (_name, schema, valid, file) => {
  const agrees = reference(file);

  test('accepts what is valid', () => {
    expect(findProblems(schema, valid)).toEqual([]);
    expect(agrees(valid)).toBe(true);
  });

  test('gives the verdict of ajv on every mutation', () => {
    const paths = places(valid);
    fc.assert(
      fc.property(fc.nat(paths.length - 1), mutations, (place, mutation) => {
        const changed = mutate(valid, paths[place] ?? [], mutation);
        expect({ valid: findProblems(schema, changed).length === 0, changed }).toEqual({
          valid: agrees(changed),
          changed,
        });
      }),
      { numRuns: 3000, seed: 20261121 },
    );
  });
});
