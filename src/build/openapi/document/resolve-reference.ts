import { posix } from 'node:path';
import { isJsonObject } from '../../../contract/encoding/json.js';
import { MAX_REFERENCE_HOPS } from '../openapi-limits.js';
import type { SourceFile, SourceOutcome } from './read-source-file.js';
import { child, items, members, memberValue, parsePointer, type SpecNode } from './spec-node.js';

/** Why a reference leads nowhere. */
type ReferenceFault = 'remote' | 'outside' | 'anchor' | 'malformed' | 'missing' | 'cycle' | 'unreadable';

/** Where a chain of references ends. */
export type Followed =
  { ok: true; node: SpecNode } | { ok: false; fault: ReferenceFault; reference: string; at: SpecNode };

/** Follows references. */
export interface Resolver {
  /** The value behind a node that may be a Reference Object; the node itself when it is none. */
  follow(node: SpecNode): Followed;
}

/** The reference that a node is, if any. */
export function referenceOf(node: SpecNode): string | undefined {
  const reference = memberValue(node, '$ref');
  return typeof reference === 'string' ? reference : undefined;
}

/**
 * A resolver over files that are loaded already. Lazy and memoised: it costs what is asked for. Chains that come back to
 * themselves end with the fault `cycle`.
 */
export function createResolver(loaded: ReadonlyMap<string, SourceOutcome>): Resolver {
  const known = new Map<SourceFile, Map<string, Followed>>();
  const follow = (node: SpecNode, hops = 0): Followed => {
    const reference = referenceOf(node);
    if (reference === undefined) return { ok: true, node };
    if (hops >= MAX_REFERENCE_HOPS) return { ok: false, fault: 'cycle', reference, at: node };
    const ofFile = known.get(node.file) ?? new Map<string, Followed>();
    known.set(node.file, ofFile);
    const found = ofFile.get(reference) ?? targetOf(reference, node, loaded, (inner) => follow(inner, hops + 1));
    // Faults keep the place they were met at, so only successes are shared.
    if (found.ok) ofFile.set(reference, found);
    return found;
  };
  return { follow: (node) => follow(node) };
}

function targetOf(
  reference: string,
  at: SpecNode,
  loaded: ReadonlyMap<string, SourceOutcome>,
  follow: (node: SpecNode) => Followed,
): Followed {
  const fail = (fault: ReferenceFault): Followed => ({ ok: false, fault, reference, at });
  const parsed = parseReferenceIn(at.file, reference);
  if (!parsed.ok) return fail(parsed.reason);
  const file = fileOf(parsed.file, at, loaded);
  if (!file) return fail('unreadable');
  let node = startOf(file, parsed);
  if (!node) return fail('anchor');
  for (const segment of parsed.path) {
    let next = child(node, segment);
    // A pointer may lead through another reference.
    if (!next && referenceOf(node) !== undefined) {
      const through = follow(node);
      next = through.ok ? child(through.node, segment) : undefined;
    }
    if (!next) return fail('missing');
    node = next;
  }
  return follow(node);
}

function fileOf(path: string, at: SpecNode, loaded: ReadonlyMap<string, SourceOutcome>): SourceFile | undefined {
  if (path === at.file.path) return at.file;
  const outcome = loaded.get(path);
  return outcome?.ok ? outcome.file : undefined;
}

/** A `$ref`, taken apart. `file` is relative to the root of the file tree. */
type ParsedReference =
  | { ok: true; file: string; path: string[]; pointer: string; anchor?: string }
  | { ok: false; reason: 'remote' | 'outside' | 'malformed' };

/** JSON Schema 2020-12 "Core", section 8.2.2. */
const ANCHOR = /^[A-Za-z_][-\w.]*$/;

const SCHEME = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/;

/**
 * Takes apart a reference that stands in a file. The address that a document gives itself (`$self` of OpenAPI 3.2) is the
 * document: nothing is fetched for it.
 */
export function parseReferenceIn(file: SourceFile, reference: string): ParsedReference {
  const self = isJsonObject(file.root) ? file.root['$self'] : undefined;
  const isOwn = typeof self === 'string' && self !== '' && reference.startsWith(self);
  const rest = isOwn ? reference.slice(self.length) : reference;
  return parseReference(isOwn && (rest === '' || rest.startsWith('#')) ? rest : reference, file.path);
}

/**
 * Takes apart a reference that stands in `from` (RFC 3986 section 4.2, RFC 6901 section 6). Only files of the tree are
 * named: absolute paths and URLs have their own reasons.
 */
function parseReference(reference: string, from: string): ParsedReference {
  // Nearly all references stay in their file, and a large document has thousands of them.
  if (reference.startsWith('#')) return parseFragment(reference.slice(1), from);
  if (SCHEME.test(reference)) return { ok: false, reason: 'remote' };
  const mark = reference.indexOf('#');
  const file = decodePercent(mark === -1 ? reference : reference.slice(0, mark));
  if (file === undefined || file.includes('\0')) return { ok: false, reason: 'malformed' };
  const target = file === '' ? from : posix.normalize(posix.join(posix.dirname(from), file));
  const parsed = parseFragment(mark === -1 ? '' : reference.slice(mark + 1), target);
  const isOutside = file.startsWith('/') || target === '..' || target.startsWith('../');
  return parsed.ok && isOutside ? { ok: false, reason: 'outside' } : parsed;
}

function parseFragment(fragment: string, file: string): ParsedReference {
  const pointer = decodePercent(fragment);
  if (pointer === undefined) return { ok: false, reason: 'malformed' };
  const path = parsePointer(pointer);
  if (path) return { ok: true, file, path, pointer };
  return ANCHOR.test(pointer)
    ? { ok: true, file, path: [], pointer, anchor: pointer }
    : { ok: false, reason: 'malformed' };
}

function decodePercent(text: string): string | undefined {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return undefined;
  }
}

/** The schemas of a file by `$anchor`; `undefined` for a name that several have. */
type Anchors = ReadonlyMap<string, SpecNode | undefined>;

/** Finding them reads the whole file, so it happens once, and only where one is referred to. */
const knownAnchors = new WeakMap<SourceFile, Anchors>();

/**
 * Where the pointer of a reference begins: the root of its file, or the schema with its `$anchor` (JSON Schema 2020-12 "Core",
 * section 8.2.2). `undefined` when there is no such schema, or more than one.
 */
export function startOf(file: SourceFile, { anchor }: Extract<ParsedReference, { ok: true }>): SpecNode | undefined {
  if (anchor === undefined) return { value: file.root, file, pointer: '' };
  const anchors = knownAnchors.get(file) ?? anchorsOf(file);
  knownAnchors.set(file, anchors);
  return anchors.get(anchor);
}

function anchorsOf(file: SourceFile): Anchors {
  const found = new Map<string, SpecNode | undefined>();
  const seen = new Set<unknown>();
  const queue: SpecNode[] = [{ value: file.root, file, pointer: '' }];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (typeof node.value !== 'object' || node.value === null || seen.has(node.value)) continue;
    seen.add(node.value);
    const anchor = memberValue(node, '$anchor');
    if (typeof anchor === 'string') found.set(anchor, found.has(anchor) ? undefined : node);
    for (const [, member] of members(node)) queue.push(member);
    for (const item of items(node)) queue.push(item);
  }
  return found;
}
