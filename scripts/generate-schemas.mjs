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

/**
 * The schemas of what crosses the push channel, as small data for the validator in src/contract/schema.
 * @param {string} root of the project
 */
export async function generate(root) {
  const read = async (/** @type {string} */ file) => JSON.parse(await readFile(join(root, 'schemas', file), 'utf8'));
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

/**
 * The structural part is proved by its digest, which must equal the compiled-in one: its schema need not be shipped.
 * @param {Record<string, unknown>} schema
 */
function loosenStructural(schema) {
  const structural = membersOf(membersOf(schema.$defs).structural);
  const properties = membersOf(structural.properties);
  for (const key of Object.keys(properties)) properties[key] = true;
  return schema;
}

/**
 * @param {Record<string, unknown>} schema
 * @param {Record<string, unknown>} shared
 */
function slimSchema(schema, shared) {
  const slim = slimObject(schema);
  const defs = { ...membersOf(slim.$defs) };
  /** @type {unknown[]} */
  const pending = [slim];
  while (pending.length > 0) {
    for (const name of referredTo(pending.pop())) {
      if (Object.hasOwn(defs, name)) continue;
      defs[name] = slimNode(membersOf(shared.$defs)[name]);
      pending.push(defs[name]);
    }
  }
  return Object.keys(defs).length > 0 ? { ...slim, $defs: defs } : slim;
}

/** @param {unknown} node */
function slimNode(node) {
  return typeof node === 'boolean' ? node : slimObject(membersOf(node));
}

/** @param {Record<string, unknown>} node */
function slimObject(node) {
  /** @type {Record<string, unknown>} */
  const slim = {};
  for (const [keyword, value] of Object.entries(node)) {
    if (ANNOTATIONS.has(keyword)) continue;
    if (!KEYWORDS.has(keyword)) throw new Error(`src/contract/schema does not understand the keyword "${keyword}".`);
    slim[keyword] = slimKeyword(keyword, value);
  }
  return slim;
}

/**
 * @param {string} keyword
 * @param {unknown} value
 * @returns {unknown}
 */
function slimKeyword(keyword, value) {
  if (keyword === '$ref') return `#/$defs/${nameIn(value)}`;
  if (keyword === 'properties' || keyword === '$defs')
    return Object.fromEntries(Object.entries(membersOf(value)).map(([name, node]) => [name, slimNode(node)]));
  if (keyword === 'oneOf' || keyword === 'anyOf') return Object.values(membersOf(value)).map(slimNode);
  return ['items', 'additionalProperties', 'propertyNames'].includes(keyword) ? slimNode(value) : value;
}

/**
 * @param {unknown} node
 * @returns {string[]}
 */
function referredTo(node) {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [nameIn(value)] : referredTo(value),
  );
}

/**
 * Returns the name of the definition that a reference leads to.
 * @param {unknown} reference
 */
function nameIn(reference) {
  return String(reference).replace(/^.*\//, '');
}

/**
 * Narrows a part of a schema; a part that is left out has no members. Throws for anything else without members.
 * @param {unknown} [value]
 * @returns {Record<string, unknown>}
 */
function membersOf(value = {}) {
  if (typeof value !== 'object' || value === null)
    throw new Error(`A schema has ${JSON.stringify(value)} for an object.`);
  return /** @type {Record<string, unknown>} */ (value);
}
