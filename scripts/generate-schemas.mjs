import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const TARGETS = [
  { schema: 'bundle.v1.json', name: 'bundleSchema', to: 'bundle-schema' },
  { schema: 'push-statement.v1.json', name: 'claimsSchema', to: 'claims-schema' },
];
/** The file whose definitions others refer to. */
const SHARED = 'frontmcp-deploy.v1.json';

/** Keywords that say nothing about validity, and those that src/contract/schema understands. */
const ANNOTATIONS = new Set(['$schema', '$id', 'title', 'description', 'default', 'discriminator', 'examples']);
const KEYWORDS = new Set([
  '$ref',
  '$defs',
  'type',
  'const',
  'enum',
  'oneOf',
  'anyOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'items',
  'required',
  'properties',
  'additionalProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
]);

/** The schemas of what crosses the push channel, as small data for the validator in src/contract/schema. */
export async function generate(root) {
  const read = async (file) => JSON.parse(await readFile(join(root, 'schemas', file), 'utf8'));
  const shared = await read(SHARED);
  return Promise.all(
    TARGETS.map(async ({ schema, name, to }) => {
      const slim = slimSchema(loosenStructural(await read(schema)), shared);
      const text = `/* Generated from schemas/${schema} by "npm run generate". Do not edit. */
import type { Schema } from '../schema/schema-types.js';

export const ${name}: Schema = ${JSON.stringify(slim)};
`;
      return { path: `src/contract/generated/${to}.ts`, text };
    }),
  );
}

/** The structural part is proved by its digest, which must equal the compiled-in one: its schema need not be shipped. */
function loosenStructural(schema) {
  const structural = schema.$defs?.structural;
  for (const key of Object.keys(structural?.properties ?? {})) structural.properties[key] = true;
  return schema;
}

function slimSchema(schema, shared) {
  const slim = slimNode(schema);
  const defs = { ...slim.$defs };
  const pending = [slim];
  while (pending.length > 0) {
    for (const name of referredTo(pending.pop())) {
      if (Object.hasOwn(defs, name)) continue;
      defs[name] = slimNode(shared.$defs[name]);
      pending.push(defs[name]);
    }
  }
  return Object.keys(defs).length > 0 ? { ...slim, $defs: defs } : slim;
}

function slimNode(node) {
  if (typeof node === 'boolean') return node;
  const slim = {};
  for (const [keyword, value] of Object.entries(node)) {
    if (ANNOTATIONS.has(keyword)) continue;
    if (!KEYWORDS.has(keyword)) throw new Error(`src/contract/schema does not understand the keyword "${keyword}".`);
    slim[keyword] = slimKeyword(keyword, value);
  }
  return slim;
}

function slimKeyword(keyword, value) {
  if (keyword === '$ref') return `#/$defs/${value.split('/').at(-1)}`;
  if (keyword === 'properties' || keyword === '$defs')
    return Object.fromEntries(Object.entries(value).map(([name, node]) => [name, slimNode(node)]));
  if (keyword === 'oneOf' || keyword === 'anyOf') return value.map(slimNode);
  return ['items', 'additionalProperties', 'propertyNames'].includes(keyword) ? slimNode(value) : value;
}

function referredTo(node) {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value.split('/').at(-1)] : referredTo(value),
  );
}
