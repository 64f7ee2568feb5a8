import { createHash } from 'node:crypto';
import { FORBIDDEN_KEYS, isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import type { SpecDocument } from '../document/read-spec.js';
import type { Followed } from '../document/resolve-reference.js';
import { child, parsePointer, type SpecNode } from '../document/spec-node.js';
import { MAX_OUTPUT_SCHEMAS_LENGTH } from '../openapi-limits.js';
import type { SchemaMode } from './one-sided.js';
import { translateSchema, type SchemaContext } from './translate-schema.js';

/** The shared schemas of one API: each is translated once, however many operations refer to it. */
export interface SchemaPool {
  /** What is needed to translate a schema of an operation. */
  context(mode: SchemaMode): SchemaContext;
  /** Translates everything that was referred to, and what that refers to; the `$defs` of the API. */
  finish(): JsonObject;
}

/** A schema that was referred to and is not translated yet. */
interface Pending {
  name: string;
  target: SpecNode;
  mode: SchemaMode;
}

const LEFT_OUT: JsonObject = { description: 'Not described here: the schemas of this API are too large.' };

/** Makes an empty pool. `onBroken` hears of references that lead nowhere. */
export function createSchemaPool(
  document: SpecDocument,
  onBroken: (fault: Extract<Followed, { ok: false }>) => void,
): SchemaPool {
  const names = new Map<string, string>();
  // By node too: one is met again a hundred thousand times, and its pointer is long.
  const byNode = { input: new Map(), output: new Map(), part: new Map() } as Record<
    SchemaMode,
    Map<SpecNode, JsonObject>
  >;
  const nameOf = createNamer(document);
  const pending: Pending[] = [];
  const nameFor = (target: SpecNode, mode: SchemaMode): string => {
    const key = `${mode} ${target.file.path}#${target.pointer}`;
    let name = names.get(key);
    if (name === undefined) {
      name = nameOf(target, mode);
      names.set(key, name);
      pending.push({ name, target, mode });
    }
    return name;
  };
  const refer = (target: SpecNode, mode: SchemaMode): JsonObject => {
    let reference = byNode[mode].get(target);
    if (!reference) byNode[mode].set(target, (reference = { $ref: `#/$defs/${nameFor(target, mode)}` }));
    return { ...reference };
  };
  const { dialect, resolver } = document;
  const context = (mode: SchemaMode): SchemaContext => ({ mode, dialect, resolver, refer, onBroken });
  return { context, finish: () => translateAll(pending, context) };
}

/**
 * Translates breadth first. Outputs are kept up to a total: what is nearest to the operations comes first. Inputs are
 * always kept, as arguments are checked against them.
 */
function translateAll(pending: readonly Pending[], context: (mode: SchemaMode) => SchemaContext): JsonObject {
  const translated: [string, JsonValue][] = [];
  let outputLength = 0;
  // The list grows while it is read: schemas refer to others.
  for (const { name, target, mode } of pending) {
    if (mode === 'output' && outputLength > MAX_OUTPUT_SCHEMAS_LENGTH) {
      translated.push([name, LEFT_OUT]);
      continue;
    }
    const schema = translateSchema(target, context(mode));
    if (mode === 'output') outputLength += JSON.stringify(schema).length;
    translated.push([name, schema]);
  }
  return Object.fromEntries(translated);
}

const COMPONENT = /^\/(?:components\/schemas|definitions)\/[^/]+$/;
const MAX_LENGTH = 64;

/**
 * Makes the function that names shared schemas. A component keeps its own name, made safe, unless another component would
 * get the same one; everything else has a hash of where it stands. A name depends on the document's components alone, not on
 * what is referred to. Inputs and outputs of one component differ, so inputs are marked.
 */
function createNamer(document: SpecDocument): (target: SpecNode, mode: SchemaMode) => string {
  const counts = new Map<string, number>();
  for (const name of componentNames(document).map(safeName)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (target, mode) => {
    const safe = safeName((parsePointer(target.pointer) ?? []).at(-1) ?? 'schema');
    const name = mode === 'output' ? safe : `${safe}_${mode}`;
    const isComponent = target.file === document.root.file && COMPONENT.test(target.pointer);
    const isFree = counts.get(safe) === 1 && (mode === 'output' || !counts.has(name)) && !FORBIDDEN_KEYS.has(name);
    return isComponent && isFree ? name : `${name}_${hashOf(target)}`;
  };
}

function componentNames({ root }: SpecDocument): string[] {
  const components = child(root, 'components');
  const schemas = components ? child(components, 'schemas') : child(root, 'definitions');
  return isJsonObject(schemas?.value) ? Object.keys(schemas.value) : [];
}

function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]+/g, '_').slice(0, MAX_LENGTH);
}

function hashOf({ file, pointer }: SpecNode): string {
  return createHash('sha256').update(`${file.path}#${pointer}`).digest('hex').slice(0, 12);
}
