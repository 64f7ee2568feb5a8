import { canonicalJson } from '../encoding/jcs.js';
import type { BundleDiff, NameDiff } from '../push/types.js';
import type { BundleIndex } from './types.js';

/** What a push changes, by skill and operation name. `before` is `null` for a first deploy. */
export function diffBundles(before: BundleIndex | null, after: BundleIndex): BundleDiff {
  return {
    skills: diffByName(before?.skills ?? {}, after.skills),
    operations: diffByName(before?.operations ?? {}, after.operations),
  };
}

function diffByName(before: Record<string, object>, after: Record<string, object>): NameDiff {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return {
    added: names.filter((name) => !Object.hasOwn(before, name)),
    removed: names.filter((name) => !Object.hasOwn(after, name)),
    changed: names.filter((name) => {
      const [old, fresh] = [before[name], after[name]];
      return old !== undefined && fresh !== undefined && canonicalJson(old) !== canonicalJson(fresh);
    }),
  };
}
