import { canonicalBytes, canonicalJson } from '../encoding/canonical-json.js';
import { sha256Hex } from '../encoding/digest.js';
import { escapePointer, isJsonObject, type JsonObject, type JsonValue } from '../encoding/json.js';
import type { BundleIndex } from './bundle-index.js';

/** Durable Object classes that the runtime exports; a change of this list needs a redeploy. */
const DURABLE_OBJECT_CLASSES = ['SessionDO', 'EventStoreDO', 'BundleDO'] as const;

/** What a push cannot change: the structural manifest, the format and the classes of the runtime. */
function structuralPart(index: BundleIndex): Record<string, JsonValue> {
  return {
    format: index.v,
    durableObjectClasses: [...DURABLE_OBJECT_CLASSES],
    ...(index.manifest.structural as unknown as Record<string, JsonValue>),
  };
}

/** The structural digest of a bundle: SHA-256 over the canonical form of its structural part. */
export async function structuralDigest(index: BundleIndex): Promise<string> {
  return sha256Hex(canonicalBytes(structuralPart(index)));
}

/** JSON pointers, relative to the structural part, at which two bundles differ; sorted. */
export function structuralDifference(live: BundleIndex, pushed: BundleIndex): string[] {
  return differingPointers(structuralPart(live), structuralPart(pushed), '').sort();
}

function differingPointers(before: JsonValue | undefined, after: JsonValue | undefined, pointer: string): string[] {
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    // Own members only: a variable may be called "toString".
    const member = (object: JsonObject, key: string) => (Object.hasOwn(object, key) ? object[key] : undefined);
    return [...keys].flatMap((key) =>
      differingPointers(member(before, key), member(after, key), `${pointer}/${escapePointer(key)}`),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      differingPointers(before[index], after[index], `${pointer}/${index}`),
    ).flat();
  }
  if (before === undefined || after === undefined) return before === after ? [] : [pointer];
  return canonicalJson(before) === canonicalJson(after) ? [] : [pointer];
}
