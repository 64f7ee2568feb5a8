import fc from 'fast-check';
import { Ajv } from 'ajv';
import schema from '../../../schemas/frontmcp-deploy.v1.json' with { type: 'json' };
import type { JsonObject, JsonValue } from '../../../src/contract/encoding/json.js';
import { PATTERNS } from '../../../src/build/manifest/patterns.js';
import { validateSchema } from '../../../src/build/manifest/validate-schema.js';
import { parse } from 'yaml';
import { smallestManifest } from '../../support/read-manifest-text.js';

function valuesOf(node: JsonValue, key: string): JsonValue[] {
  if (Array.isArray(node)) return node.flatMap((item) => valuesOf(item, key));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, member]) => [
    ...(name === key ? [member] : []),
    ...valuesOf(member, key),
  ]);
}

const root = schema as unknown as JsonObject;

test('every pattern of the schema is explained in words', () => {
  const patterns = new Set(valuesOf(root, 'pattern').filter((pattern) => typeof pattern === 'string'));
  expect([...patterns].sort()).toEqual([...PATTERNS.keys()].sort());
});

test('every property of the schema has a description, for the docs and for editors', () => {
  const properties = valuesOf(root, 'properties').flatMap((map) => Object.entries(map as JsonObject));
  const bare = properties.filter(([, property]) => {
    const { $ref, description } = property as JsonObject;
    return $ref === undefined && description === undefined;
  });
  expect(bare.map(([name]) => name)).toEqual([]);
});

test('every object of the schema is strict, except the overlays that are validated after the merge', () => {
  const loose: string[] = [];
  const visit = (node: JsonValue, path: string) => {
    if (Array.isArray(node)) node.forEach((item, index) => visit(item, `${path}/${index}`));
    else if (typeof node === 'object' && node !== null) {
      if (node.type === 'object' && node.additionalProperties === undefined) loose.push(path);
      for (const [key, member] of Object.entries(node)) if (key !== 'examples') visit(member, `${path}/${key}`);
    }
  };
  visit(root, '');
  const overlays = ['server', 'skills', 'classification', 'bindings', 'auth', 'deployment', 'execution'];
  const expected = [...overlays.map((section) => `/$defs/environment/properties/${section}`), '/$defs/auth'];
  expect(loose.sort()).toEqual(expected.sort());
});

test('picking branches by shape accepts and refuses exactly what the schema does', () => {
  const plain = new Ajv({
    strict: false,
    discriminator: true,
    formats: { uri: (text: string) => URL.canParse(text) },
  }).compile(schema);
  const credential = fc.dictionary(
    fc.constantFrom('secret', 'clientCredentials', 'tokenExchange', 'passthrough', 'other'),
    fc.oneof(
      fc.constantFrom<JsonValue>('TOKEN', true, {}),
      fc.dictionary(
        fc.constantFrom('clientIdSecret', 'clientSecretSecret', 'privateKeySecret', 'tokenUrl', 'audience', 'resource'),
        fc.constantFrom('A', 'https://a.example'),
      ),
    ),
    { maxKeys: 2 },
  );
  const entry = fc.record(
    {
      id: fc.constantFrom('acme', ''),
      spec: fc.constantFrom('a.yaml', 5),
      auth: fc.oneof(fc.constantFrom(false, true), fc.dictionary(fc.constant('a'), credential)),
    },
    { requiredKeys: ['id'] },
  );
  const specs = fc.oneof(
    fc.constantFrom<JsonValue>('./a', '', 5, null, {}),
    fc.array(fc.oneof(fc.constantFrom('a.yaml', '', true), entry), { maxLength: 3 }),
  );
  const base = parse(smallestManifest) as JsonObject;
  fc.assert(
    fc.property(specs, (value) => {
      const manifest = { ...base, specs: value };
      return plain(manifest) === (validateSchema(manifest).length === 0);
    }),
    { numRuns: 2000 },
  );
});

/** Every example of the schema, with the section it stands for. */
const examples = Object.entries(root.properties as JsonObject).flatMap(([section, property]) => {
  const { $ref, examples: own = [] } = property as { $ref?: string; examples?: JsonValue[] };
  const definition = $ref
    ? ((root.$defs as JsonObject)[$ref.slice('#/$defs/'.length)] as { examples?: JsonValue[] })
    : {};
  return [...own, ...(definition.examples ?? [])].map((example): [string, JsonValue] => [section, example]);
});

test.each(examples)('the example of %s in the schema is valid', (section, example) => {
  const manifest = { ...(parse(smallestManifest) as JsonObject), [section]: example };
  expect(validateSchema(manifest)).toEqual([]);
});

test('every section that a person writes has an example', () => {
  const sections = new Set(examples.map(([section]) => section));
  const without = Object.keys(root.properties as JsonObject).filter((section) => !sections.has(section));
  expect(without).toEqual(['$schema', 'version', 'name']);
});
