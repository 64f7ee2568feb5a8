import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair, type Scalar } from 'yaml';
import { FORBIDDEN_KEYS } from '../../contract/encoding/json.js';
import type { Location } from '../diagnostics/diagnostic.js';
import { createPositions, type Positions } from '../diagnostics/positions.js';
import { parsePositioned, rangeOf } from './parse-yaml.js';
import type { Entry, MapTree, ScalarTree, Tree } from './tree.js';

/** No manifest nests deeper; it bounds every recursion over a tree. */
const MAX_DEPTH = 64;
/** Values after aliases are expanded: about ten times what the schema's own limits leave room for in practice. */
const MAX_VALUES = 100_000;
/** One slip makes the parser stumble many times; the first complaints are the useful ones. */
const MAX_SYNTAX_ERRORS = 10;

/** What keeps a part of the text out of the tree, with what a message needs to know. */
export type TreeFault =
  | { fault: 'yaml'; detail: string }
  | { fault: 'several-documents' | 'empty' | 'merge-key' }
  | { fault: 'too-deep' | 'too-many-values'; limit: number }
  | { fault: 'alias'; name: string; problem: 'cycle' | 'unknown' }
  | { fault: 'tag'; tag: string }
  | { fault: 'number'; source: string }
  | { fault: 'key'; key: string }
  | { fault: 'duplicate-key'; key: string; firstLine: number };

/** Hears of every fault, in the order of the text. */
type OnTreeFault = (fault: TreeFault, at: Location) => void;

interface Reading {
  positions: Positions;
  onFault: OnTreeFault;
  /** Anchor name → the last node that carried it, in document order (YAML 1.2.2 section 7.1). */
  anchors: Map<string, Node>;
  /** Nodes being read, to notice an alias that leads back into itself. */
  open: Set<Node>;
  values: number;
}

/**
 * Reads YAML 1.2 (core schema) into a tree that holds only what JSON can hold, every value with its place. Faults are
 * reported and reading goes on; undefined when the text is no YAML or holds nothing.
 *
 * Merge keys (`<<`) are refused: they are YAML 1.1, FrontMCP reads YAML 1.2, and `environments` is the way to say
 * "the same, but".
 */
export function readTree(text: string, file: string, onFault: OnTreeFault): Tree | undefined {
  const positions = createPositions(file, text);
  const document = parsePositioned(text, { resolveKnownTags: false });
  if (reportSyntax(document, positions, onFault)) return undefined;
  if (document.contents) {
    return read(document.contents, { positions, onFault, anchors: new Map(), open: new Set(), values: 0 }, 0);
  }
  onFault({ fault: 'empty' }, positions.at(0));
  return undefined;
}

function reportSyntax(document: Document.Parsed, positions: Positions, onFault: OnTreeFault): boolean {
  for (const { code, message, pos } of document.errors.slice(0, MAX_SYNTAX_ERRORS)) {
    const at = positions.at(pos[0], pos[1]);
    if (code === 'RESOURCE_EXHAUSTION') onFault({ fault: 'too-deep', limit: MAX_DEPTH }, at);
    else if (code === 'MULTIPLE_DOCS') onFault({ fault: 'several-documents' }, at);
    else onFault({ fault: 'yaml', detail: message }, at);
    // The parser repeats itself for every level it could not enter.
    if (code === 'RESOURCE_EXHAUSTION') break;
  }
  return document.errors.length > 0;
}

/** Reads one node; what cannot be used is reported and kept as an unreadable scalar, so that its key does not count as missing. */
function read(node: Node, reading: Reading, depth: number): Tree {
  const at = reading.positions.at(...rangeOf(node));
  if (!withinLimits(at, reading, depth)) return unreadable(at);
  if (isAlias(node)) return readAlias(node.source, at, reading, depth);
  if (node.anchor) reading.anchors.set(node.anchor, node);
  if (node.tag !== undefined && !isJsonTag(node.tag)) {
    reading.onFault({ fault: 'tag', tag: node.tag }, at);
    return unreadable(at);
  }
  reading.open.add(node);
  const tree = isScalar(node) ? readScalar(node, at, reading) : readCollection(node, at, reading, depth);
  reading.open.delete(node);
  return tree;
}

function withinLimits(at: Location, reading: Reading, depth: number): boolean {
  reading.values += 1;
  if (depth > MAX_DEPTH) reading.onFault({ fault: 'too-deep', limit: MAX_DEPTH }, at);
  // Reported once, by the value that crosses the limit.
  if (reading.values === MAX_VALUES + 1) reading.onFault({ fault: 'too-many-values', limit: MAX_VALUES }, at);
  return depth <= MAX_DEPTH && reading.values <= MAX_VALUES;
}

function readAlias(name: string, at: Location, reading: Reading, depth: number): Tree {
  const target = reading.anchors.get(name);
  if (target && !reading.open.has(target)) return { ...read(target, reading, depth + 1), at };
  reading.onFault({ fault: 'alias', name, problem: target ? 'cycle' : 'unknown' }, at);
  return unreadable(at);
}

function readCollection(node: Node, at: Location, reading: Reading, depth: number): Tree {
  if (isMap<Node, Node | null>(node)) return readMap(node.items, at, reading, depth);
  if (!isSeq<Node>(node)) return unreadable(at);
  return { kind: 'list', items: node.items.map((item) => read(item, reading, depth + 1)), at };
}

function readMap(pairs: readonly Pair<Node, Node | null>[], at: Location, reading: Reading, depth: number): MapTree {
  const entries = new Map<string, Entry>();
  for (const pair of pairs) {
    const keyAt = reading.positions.at(...rangeOf(pair.key));
    const key = readKey(pair.key, keyAt, entries, reading);
    // `{ key }` is a null without a node of its own.
    const value = pair.value ? read(pair.value, reading, depth + 1) : nullAt(keyAt);
    if (key !== undefined) entries.set(key, { key: keyAt, value });
  }
  return { kind: 'map', entries, at };
}

function readKey(node: Node, at: Location, seen: ReadonlyMap<string, Entry>, reading: Reading): string | undefined {
  const { onFault } = reading;
  if (!isScalar(node) || node.value === null) {
    onFault({ fault: 'key', key: '' }, at);
    return undefined;
  }
  if (node.anchor) reading.anchors.set(node.anchor, node);
  const key = sourceOf(node);
  const first = seen.get(key);
  if (key === '<<') onFault({ fault: 'merge-key' }, at);
  else if (FORBIDDEN_KEYS.has(key)) onFault({ fault: 'key', key }, at);
  else if (first) onFault({ fault: 'duplicate-key', key, firstLine: first.key.line ?? 0 }, at);
  else return key;
  return undefined;
}

function readScalar(node: Scalar, at: Location, reading: Reading): ScalarTree {
  const { value } = node;
  const source = sourceOf(node);
  if (typeof value === 'number' && !isExact(value)) {
    reading.onFault({ fault: 'number', source }, at);
    return unreadable(at);
  }
  const isJson = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isJson ? { kind: 'scalar', value, source, at } : unreadable(at);
}

function nullAt(at: Location): ScalarTree {
  return { kind: 'scalar', value: null, source: '', at };
}

function unreadable(at: Location): ScalarTree {
  return { ...nullAt(at), unreadable: true };
}

function sourceOf(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** Whether JSON carries the number unchanged to every reader (RFC 8259 section 6). */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

const JSON_TAGS: ReadonlySet<string> = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq']);

function isJsonTag(tag: string): boolean {
  const prefix = 'tag:yaml.org,2002:';
  return tag === '!' || (tag.startsWith(prefix) && JSON_TAGS.has(tag.slice(prefix.length)));
}
