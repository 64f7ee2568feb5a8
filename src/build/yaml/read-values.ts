import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Pair, type Scalar } from 'yaml';
import { FORBIDDEN_KEYS, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { parsePositioned, rangeOf } from './parse-yaml.js';

/** Deeper than any front matter; bounds the recursion. */
const MAX_DEPTH = 32;
/** More than any front matter; bounds what aliases can unfold to. */
const MAX_NODES = 10_000;
/** Finding an anchor costs a pass over the document. */
const MAX_ALIASES = 100;

/** Something in the YAML that JSON or the bundle cannot hold; `at` is where it stands, in UTF-16 units. */
export type ValueFault =
  { fault: 'forbidden-key' | 'duplicate-key'; key: string; at: Range } | { fault: 'value'; problem: string; at: Range };

type Range = [start: number, end: number];

/** The outcome of {@link readValues}. Ranges are those of a path or key, or of what is nearest above it. */
export type ReadValues =
  | {
      found: 'map';
      values: JsonObject;
      rangeOf(path: readonly (string | number)[]): Range;
      rangeOfKey(key: string): Range;
    }
  | { found: 'list' | 'text' | 'nothing' | 'too-deep' }
  /** The first fault of syntax; what comes after it is mostly its echo. */
  | { found: 'fault'; code: string; message: string; at: Range };

interface Conversion {
  document: Document;
  nodes: number;
  aliases: number;
  onFault: (fault: ValueFault) => void;
}

/**
 * Reads a YAML map as JSON, values as they are written: dates stay strings, integers that a double cannot hold become
 * strings of their digits. What has no JSON form is reported and becomes null.
 */
export function readValues(text: string, onFault: (fault: ValueFault) => void): ReadValues {
  const document = parse(text);
  if (!document) return { found: 'too-deep' };
  const [error] = document.errors;
  if (error) return { found: 'fault', code: error.code, message: error.message, at: [error.pos[0], error.pos[1]] };
  const { contents } = document;
  if (contents === null) return { found: 'nothing' };
  if (!isMap(contents)) return { found: isSeq(contents) ? 'list' : 'text' };
  return {
    found: 'map',
    values: convert({ document, nodes: 0, aliases: 0, onFault }, contents, 0) as JsonObject,
    rangeOf: (path) => rangeOf(nodeAt(document, path)),
    rangeOfKey: (key) =>
      rangeOf(contents.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key),
  };
}

/** The parser recurses: brackets nested tens of thousands deep exhaust the stack. */
function parse(text: string): Document.Parsed | undefined {
  try {
    return parsePositioned(text, { logLevel: 'silent' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
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
    else if (FORBIDDEN_KEYS.has(name)) state.onFault({ fault: 'forbidden-key', key: name, at: rangeOf(key) });
    else if (Object.hasOwn(object, name)) state.onFault({ fault: 'duplicate-key', key: name, at: rangeOf(key) });
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
  state.onFault({ fault: 'value', problem, at: rangeOf(node) });
  return null;
}

function nodeAt(document: Document, path: readonly (string | number)[]): unknown {
  let node: unknown = document.contents;
  for (const step of path) {
    const collection = isAlias(node) ? node.resolve(document) : node;
    const child = isMap(collection) || isSeq(collection) ? collection.get(step, true) : undefined;
    if (child === undefined) return node;
    node = child;
  }
  return node;
}
