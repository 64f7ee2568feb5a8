import fc from 'fast-check';
import { stringify } from 'yaml';
import { hintOf, messageOf } from '../../../src/build/diagnostics/collector.js';
import { readManifestText, smallestManifest, type ManifestReading } from '../../support/read-manifest-text.js';

/** Whatever stands in the file: a value or diagnostics, each with words and a place in the file, and nothing thrown. */
function expectWellFormed({ manifest, diagnostics }: ManifestReading): void {
  expect(manifest !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  for (const diagnostic of diagnostics) {
    expect(messageOf(diagnostic)).not.toMatch(/undefined|\[object/);
    expect(hintOf(diagnostic) ?? '').not.toMatch(/undefined|\[object/);
    expect(diagnostic.location?.file).toBe('frontmcp.deploy.yaml');
    expect(diagnostic.location?.line ?? 1).toBeGreaterThanOrEqual(1);
    expect(diagnostic.location?.column ?? 1).toBeGreaterThanOrEqual(1);
  }
}

const sections = [
  'version',
  'name',
  'runtime',
  'server',
  'specs',
  'skills',
  'tags',
  'classification',
  'bindings',
  'signing',
  'auth',
  'secrets',
  'deployment',
  'execution',
  'environments',
];
const fields = [
  ...sections,
  'id',
  'spec',
  'auth',
  'provider',
  'oauth',
  'vars',
  'trustRoots',
  'replay',
  'rules',
  'match',
  'alwaysLoad',
  'include',
  'binding',
  'kvNamespaces',
  'secret',
  'url',
  'staging',
  '__proto__',
  'toString',
  '<<',
  '~',
  '0',
  'a/b',
];
const scalar = fc.oneof(
  fc.constantFrom(
    'acme',
    '${env:X}',
    '${env:}',
    '${{ x }}',
    './openapi/',
    'https://a.example',
    'none',
    'oauth',
    'base',
    '',
    'hasOwnProperty',
    'AUDIT',
    'JSON',
  ),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(0, 1, -1, 1.5, 300, true, false, null),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 5 }),
  ),
}));
const options = fc.record({
  environment: fc.constantFrom(undefined, 'staging', 'base', 'nope', '__proto__'),
  placeholders: fc.boolean(),
});

test('any text gives a manifest or diagnostics, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: fc.constantFrom(...'a:-?[]{},&*!|>\'"%@`#\n\t <'), maxLength: 60 }),
      ),
      async (text) => {
        expectWellFormed(await readManifestText(text));
      },
    ),
    { numRuns: 500 },
  );
});

test('any bytes give a manifest or diagnostics, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) =>
      expectWellFormed(await readManifestText(bytes)),
    ),
    { numRuns: 200 },
  );
});

test('any value in any section gives a manifest or diagnostics, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...sections), value, { minKeys: 1 }),
      options,
      async (parts, chosen) => {
        const kept = smallestManifest
          .split(/^(?=\w)/m)
          .filter((section) => !(section.slice(0, section.indexOf(':')) in parts));
        expectWellFormed(await readManifestText(kept.join('') + stringify(parts), chosen));
      },
    ),
    { numRuns: 500 },
  );
});

test('a valid manifest with one character changed gives a manifest or diagnostics', async () => {
  const last = smallestManifest.length - 1;
  await fc.assert(
    fc.asyncProperty(fc.nat(last), fc.string({ unit: 'grapheme', maxLength: 2 }), async (at, put) => {
      expectWellFormed(await readManifestText(smallestManifest.slice(0, at) + put + smallestManifest.slice(at + 1)));
    }),
    { numRuns: 500 },
  );
});

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'])
  bomb.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(', ')}]`);

test.each([
  ['brackets nested a hundred thousand deep', '['.repeat(100_000)],
  ['mappings nested ten thousand deep', '{a: '.repeat(10_000)],
  ['blocks nested a thousand deep', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['a hundred thousand keys', Array.from({ length: 100_000 }, (_, index) => `k${index}:`).join('\n')],
  ['a billion values behind aliases', bomb.join('\n')],
  ['an anchor in itself', 'environments: &a\n  staging: *a\n'],
  ['a key of a megabyte', `${'k'.repeat(1_000_000)}: 1`],
  ['a hundred thousand closing braces', '}'.repeat(100_000)],
])('survives %s', async (_, text) => {
  expectWellFormed(await readManifestText(text));
});

test('keys that name members of Object.prototype change nothing but what they say', async () => {
  const text = `${smallestManifest}deployment: { toString: x }\nenvironments:\n  hasOwnProperty: { vars: { valueOf: y } }\n`;
  const { manifest, report } = await readManifestText(text, { environment: 'hasOwnProperty' });
  expect(report).toEqual([expect.stringContaining('Unknown key "toString" in deployment')]);
  expect(manifest?.structural.bindings.vars).toEqual({ valueOf: 'y' });
  expect(({} as Record<string, unknown>).y).toBeUndefined();
});
