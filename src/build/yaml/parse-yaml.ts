import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import {
  isMap,
  isPair,
  isSeq,
  parseDocument,
  type Document,
  type DocumentOptions,
  type Node,
  type Pair,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';
import type { JsonValue } from '../../contract/encoding/json.js';

/*
 * A build has two YAML readers, and this room is the only one that knows the packages behind them.
 *
 * `yaml` ({@link parsePositioned}) keeps every node with its place and goes on after a fault. It reads what people write
 * and are told about by line and column: the manifest (read-tree.ts) and front matter (read-values.ts).
 *
 * `js-yaml` ({@link parseLarge}) gives bare values, six times as fast and in a sixth of the memory. It reads API
 * descriptions, which have megabytes and of which hardly a value is ever reported; a finding in one is placed by reading
 * the text again with the first reader ({@link createYamlFinder}).
 */

/** Options of {@link parsePositioned} in which its callers differ. */
type PositionedOptions = ParseOptions & DocumentOptions & SchemaOptions;

/** Parses YAML 1.2 (core schema) into nodes with places; faults of syntax are in its `errors`. */
export function parsePositioned(text: string, options: PositionedOptions = {}): Document.Parsed {
  return parseDocument(text, {
    schema: 'core',
    merge: false,
    // Quadratic in the library; the readers find duplicates themselves.
    uniqueKeys: false,
    prettyErrors: false,
    ...options,
  });
}

/** Where the value of a node starts and ends, in UTF-16 units of its text; the start of the text when it is not known. */
export function rangeOf(node: unknown): [number, number] {
  const range = hasRange(node) ? node.range : undefined;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

/** A node says where it starts, where its value ends, and where it ends with what follows. */
function hasRange(node: unknown): node is { range?: readonly [number, number, number] | null } {
  return typeof node === 'object' && node !== null && 'range' in node;
}

/** The outcome of {@link parseLarge}; line and column are 1-based. */
type LargeYaml = { ok: true; root: JsonValue } | { ok: false; reason: string; line?: number; column?: number };

/** Parses YAML with the CORE schema (no dates). A key that stands twice is tolerated, the last one counts, as in `JSON.parse`. */
export function parseLarge(text: string): LargeYaml {
  try {
    const root = load(text, { schema: CORE_SCHEMA, json: true }) as JsonValue | undefined;
    return { ok: true, root: root ?? null };
  } catch (error) {
    if (error instanceof YAMLException) return faultOf(error);
    if (error instanceof RangeError) return { ok: false, reason: 'it is nested too deeply' };
    throw error;
  }
}

function faultOf({ reason, mark }: YAMLException): LargeYaml {
  const place = mark ? { line: mark.line + 1, column: mark.column + 1 } : {};
  return { ok: false, reason: reason || 'it is no YAML', ...place };
}

/** Makes the function that finds where the value at a path stands: its key in a map, its start in a list. As deep as the path exists. */
export function createYamlFinder(text: string): (path: readonly string[]) => { start: number; end: number } {
  const { contents } = parsePositioned(text);
  return (path) => {
    let node: unknown = contents;
    let place: unknown = node;
    for (const key of path) {
      const next = childOf(node, key);
      if (next === undefined) break;
      place = isPair(next) ? next.key : next;
      node = isPair(next) ? next.value : next;
    }
    const [start, end] = rangeOf(place);
    return { start, end };
  };
}

function childOf(node: unknown, key: string): Pair | Node | undefined {
  if (isSeq(node)) return node.items[Number(key)] as Node | undefined;
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => String(pair.key) === key);
}
