import { MAX_REFERENCE_HOPS } from '../limits.js';
import { startOf } from './anchors.js';
import { child, memberValue, type SpecNode } from './node.js';
import { parseReferenceIn } from './references.js';
import type { SourceFile, SourceOutcome } from './source-file.js';

/** Why a reference leads nowhere. */
export type ReferenceFault = 'remote' | 'outside' | 'anchor' | 'malformed' | 'missing' | 'cycle' | 'unreadable';

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
