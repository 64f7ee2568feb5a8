import { FORBIDDEN_KEYS, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import type { Dialect } from '../document/read-spec.js';
import { referenceOf, type Followed, type Resolver } from '../document/resolve-reference.js';
import { child, items, memberValue, plainText, type SpecNode } from '../document/spec-node.js';
import { MAX_SCHEMA_DEPTH, MAX_SCHEMA_NODES, MAX_SCHEMA_TEXT } from '../openapi-limits.js';
import { closureOfParts, discriminated, dropImpossible, loosenComposition, type Closure } from './composition.js';
import { KEYWORDS, REFUSING, type KeywordKind } from './keywords.js';
import { dropOneSided, type SchemaMode } from './one-sided.js';
import { isSafePattern, plainKeyword } from './plain-keyword.js';
import { addBounds, addTypes, alignEnum, applyNullable, isNullable } from './types-and-bounds.js';

/** What a translation needs. */
export interface SchemaContext {
  mode: SchemaMode;
  dialect: Dialect;
  resolver: Resolver;
  /** Where shared schemas go: answers with the schema that refers to one. */
  refer: (target: SpecNode, mode: SchemaMode) => JsonObject;
  /** Told about a reference that leads nowhere; the schema then accepts anything. */
  onBroken: (fault: Extract<Followed, { ok: false }>) => void;
}

/**
 * Translates a Schema Object of any OpenAPI version to JSON Schema 2020-12. References become references into the shared
 * schemas and are never expanded; what is deeper or larger than the limits becomes `true`, which accepts anything.
 */
export function translateSchema(node: SpecNode, context: SchemaContext): JsonValue {
  return translate(node, { ...context, budget: { nodes: MAX_SCHEMA_NODES } }, 0);
}

type Context = SchemaContext & { budget: { nodes: number } };

function translate(node: SpecNode, context: Context, depth: number): JsonValue {
  context.budget.nodes -= 1;
  if (depth > MAX_SCHEMA_DEPTH || context.budget.nodes < 0 || !isJsonObject(node.value)) return node.value !== false;
  const reference = referenceOf(node) === undefined ? undefined : referenceTo(node, context);
  // Up to 3.0, what stands beside a reference does not count.
  if (reference && (context.dialect !== '3.1' || Object.keys(node.value).length === 1)) return reference;
  const schema: JsonObject = reference ?? {};
  addTypes(node, schema);
  if (context.mode !== 'output') addBounds(node, schema);
  const closure = context.mode === 'input' ? closureOfParts(node, context.resolver) : undefined;
  for (const key of sortedKeys(node.value)) addKeyword(key, node, schema, within(key, context, closure), depth);
  alignEnum(schema);
  loosenComposition(schema, context.mode === 'input' ? closure : context.mode);
  addTexts(node, schema, context);
  dropOneSided(node, schema, context);
  dropImpossible(schema);
  return context.dialect !== '3.1' && isNullable(node) ? applyNullable(schema) : schema;
}

/** What a keyword's own schemas are: parts where the composition is closed as a whole, else inputs or outputs. */
function within(key: string, context: Context, closure: Closure): Context {
  if (context.mode === 'output') return context;
  const mode = key === 'allOf' && (context.mode === 'part' || closure !== undefined) ? 'part' : 'input';
  return mode === context.mode ? context : { ...context, mode };
}

function referenceTo(node: SpecNode, context: Context): JsonObject | undefined {
  const followed = context.resolver.follow(node);
  if (followed.ok) return context.refer(followed.node, context.mode);
  context.onBroken(followed);
  return {};
}

/** Sorted, so that what a budget leaves out does not depend on the document's order. */
function sortedKeys(value: JsonValue | undefined): string[] {
  return isJsonObject(value) ? Object.keys(value).sort() : [];
}

function addKeyword(key: string, node: SpecNode, schema: JsonObject, context: Context, depth: number): void {
  const kind = KEYWORDS.get(key);
  if (kind === undefined || (context.mode === 'output' && REFUSING.has(key))) return;
  const translated = keyword(key, kind, node, context, depth);
  if (translated === undefined) return;
  // An old tuple: what 2020-12 calls `prefixItems`.
  if (key === 'items' && Array.isArray(memberValue(node, key))) schema['prefixItems'] = translated;
  else if (key === 'maximum' && 'exclusiveMaximum' in schema) return;
  else if (key === 'minimum' && 'exclusiveMinimum' in schema) return;
  else schema[key] = translated;
}

/** The value of one keyword of a schema. Most hold none below: those need not know where they stand. */
function keyword(
  key: string,
  kind: KeywordKind,
  node: SpecNode,
  context: Context,
  depth: number,
): JsonValue | undefined {
  const isOfSchemas = kind === 'schema' || kind === 'schemas' || kind === 'schemaMap';
  if (!isOfSchemas) return plainKeyword(key, kind, memberValue(node, key));
  const member = child(node, key);
  if (!member) return undefined;
  if (kind === 'schema') return subschema(key, member, context, depth);
  if (kind === 'schemaMap') return schemaMap(key, member, context, depth);
  const list = schemaList(member, context, depth);
  const isChoice = context.mode !== 'output' && (key === 'oneOf' || key === 'anyOf');
  return list && isChoice ? discriminated(node, member, list, context.resolver) : list;
}

function subschema(key: string, node: SpecNode, context: Context, depth: number): JsonValue | undefined {
  if (key === 'items' && Array.isArray(node.value)) return schemaList(node, context, depth);
  if (typeof node.value === 'boolean') {
    // Answers may always hold more than was documented.
    return context.mode === 'output' && key === 'additionalProperties' ? undefined : node.value;
  }
  return isJsonObject(node.value) ? translate(node, context, depth + 1) : undefined;
}

function schemaList(node: SpecNode, context: Context, depth: number): JsonValue[] | undefined {
  const list = items(node).map((item) => translate(item, context, depth + 1));
  return list.length > 0 ? list : undefined;
}

function schemaMap(key: string, node: SpecNode, context: Context, depth: number): JsonObject | undefined {
  const map: JsonObject = {};
  for (const name of sortedKeys(node.value)) {
    const isUsable = name.isWellFormed() && !FORBIDDEN_KEYS.has(name);
    const member = child(node, name);
    if (member && isUsable && (key !== 'patternProperties' || isSafePattern(name)))
      map[name] = translate(member, context, depth + 1);
  }
  return Object.keys(map).length > 0 ? map : undefined;
}

function addTexts(node: SpecNode, schema: JsonObject, { mode }: Context): void {
  const description = memberValue(node, 'description');
  if (typeof description === 'string' && description.trim() !== '') {
    schema['description'] = plainText(description, MAX_SCHEMA_TEXT[mode === 'output' ? 'output' : 'input']);
  }
  // The title of a schema repeats its name; only where there is no description does it help.
  if ('description' in schema) delete schema['title'];
}
