import type { JsonObject, JsonValue } from '../../../contract/encoding/json.js';
import type { SpecNode } from '../document/node.js';
import type { Followed } from '../document/resolver.js';
import type { SpecDocument } from '../document/spec-document.js';
import { MAX_OUTPUT_SCHEMAS_LENGTH } from '../limits.js';
import type { SchemaMode } from './schema-mode.js';
import { createNamer } from './schema-names.js';
import { translateSchema, type SchemaContext } from './translate.js';

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
