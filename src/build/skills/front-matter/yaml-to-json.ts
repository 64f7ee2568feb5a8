import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Pair, type Scalar } from 'yaml';
import { FORBIDDEN_KEYS, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';

/** Deeper than any front matter; bounds the recursion. */
const MAX_DEPTH = 32;
/** More than any front matter; bounds what aliases can unfold to. */
const MAX_NODES = 10_000;
/** Finding an anchor costs a pass over the document. */
const MAX_ALIASES = 100;

/** Something in the YAML that JSON or the bundle cannot hold. */
export type ConversionFault =
  | { fault: 'forbidden-key' | 'duplicate-key'; key: string; node: unknown }
  | { fault: 'value'; problem: string; node: unknown };

interface Conversion {
  document: Document;
  nodes: number;
  aliases: number;
  report: (fault: ConversionFault) => void;
}

/**
 * A YAML node as JSON, values as they are written: dates stay strings, integers that a double cannot hold become
 * strings of their digits. What has no JSON form is reported and becomes null.
 */
export function yamlToJson(document: Document, node: unknown, report: (fault: ConversionFault) => void): JsonValue {
  return convert({ document, nodes: 0, aliases: 0, report }, node, 0);
}

function convert(state: Conversion, node: unknown, depth: number): JsonValue {
  state.nodes += 1;
  if (depth > MAX_DEPTH) return refuse(state, node, `nests deeper than ${MAX_DEPTH} levels`);
  // Once, not for each node that comes after.
  if (state.nodes === MAX_NODES + 1) return refuse(state, node, `has more than ${MAX_NODES} values`);
  if (state.nodes > MAX_NODES) return null;
  if (isAlias(node)) return convertAlias(state, node, depth);
  if (isSeq(node)) return node.items.map((item) => convert(state, item, depth + 1));
  if (isMap(node)) return convertMap(state, node.items, depth);
  return isScalar(node) ? convertScalar(state, node) : null;
}

function convertAlias(state: Conversion, alias: Alias, depth: number): JsonValue {
  state.aliases += 1;
  if (state.aliases > MAX_ALIASES) return refuse(state, alias, `uses more than ${MAX_ALIASES} aliases`);
  const target = alias.resolve(state.document);
  return target
    ? convert(state, target, depth + 1)
    : refuse(state, alias, `refers to "&${alias.source}", which is not defined before it`);
}

function convertMap(state: Conversion, pairs: readonly Pair[], depth: number): JsonObject {
  const object: JsonObject = {};
  for (const { key, value } of pairs) {
    const name = keyText(key);
    if (name === undefined) refuse(state, key, 'has a key that is no plain text');
    else if (FORBIDDEN_KEYS.has(name)) state.report({ fault: 'forbidden-key', key: name, node: key });
    else if (Object.hasOwn(object, name)) state.report({ fault: 'duplicate-key', key: name, node: key });
    else object[name] = convert(state, value, depth + 1);
  }
  return object;
}

/** The text of a key as it is written, so that `1` and `1.0` stay apart. */
function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'string') return key.value.isWellFormed() ? key.value : undefined;
  return key.source ?? String(key.value);
}

function convertScalar(state: Conversion, scalar: Scalar): JsonValue {
  const { value } = scalar;
  if (typeof value === 'string') {
    return value.isWellFormed() ? value : refuse(state, scalar, 'contains half of a surrogate pair');
  }
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'number') return refuse(state, scalar, 'has a type that JSON does not know');
  if (!Number.isFinite(value)) return refuse(state, scalar, 'is a number that JSON does not know');
  const isLost = Number.isInteger(value) && !Number.isSafeInteger(value) && /^[-+]?\d+$/.test(scalar.source ?? '');
  return isLost ? (scalar.source as string) : value;
}

function refuse(state: Conversion, node: unknown, problem: string): null {
  state.report({ fault: 'value', problem, node: node as Node });
  return null;
}
