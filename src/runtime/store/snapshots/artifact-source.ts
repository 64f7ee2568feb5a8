import type { ArtifactRef } from '../../../contract/bundle/bundle-index.js';
import { fromUtf8 } from '../../../contract/encoding/bytes.js';
import { sha256Hex } from '../../../contract/encoding/digest.js';
import type { BundleStore } from '../bundle-store.js';
import type { LastKnownGood } from '../last-known-good.js';

/** Where artifacts are looked for, in this order: the cache, what is at hand, the copy in KV, `BundleDO`; blobs in R2. */
export interface ArtifactPlaces {
  cache: ArtifactCache;
  /** Digest → text; what came with the code, or with the push that is being checked. */
  atHand(sha256: string): string | null;
  lastKnownGood: LastKnownGood | null;
  store: Pick<BundleStore, 'artifact'>;
  blobs: Pick<R2Bucket, 'get'> | null;
}

/** Reads artifacts by reference. */
export interface ArtifactSource {
  text(ref: ArtifactRef): Promise<string>;
  json<T>(ref: ArtifactRef): Promise<T>;
}

/** Strings take up to two bytes a character; parsed JSON was measured at about twice its text. */
const TEXT_COST = 2;
const JSON_COST = 4;

/** Opens the places. Every text is checked against its digest when it is loaded, whatever place it comes from. */
export function openArtifacts(places: ArtifactPlaces): ArtifactSource {
  const { cache } = places;
  const text = async (ref: ArtifactRef): Promise<string> => {
    const known = cache.get(`text:${ref.sha256}`);
    if (typeof known === 'string') return known;
    const loaded = await load(places, ref);
    cache.set(`text:${ref.sha256}`, loaded, ref.size * TEXT_COST);
    return loaded;
  };
  const json = async <T>(ref: ArtifactRef): Promise<T> => {
    const known = cache.get(`json:${ref.sha256}`);
    if (known !== undefined) return known as T;
    const parsed: unknown = JSON.parse(await load(places, ref));
    cache.set(`json:${ref.sha256}`, parsed, ref.size * JSON_COST);
    return parsed as T;
  };
  return { text, json };
}

async function load(places: ArtifactPlaces, ref: ArtifactRef): Promise<string> {
  const readers = ref.blob ? [fromBlobs] : [fromHand, fromLastKnownGood, fromStore];
  for (const read of readers) {
    const text = await read(places, ref.sha256);
    if (text !== null && (await sha256Hex(text)) === ref.sha256) return text;
  }
  throw new Error(`artifact ${ref.sha256} is in no store of this Worker`);
}

type Reader = (places: ArtifactPlaces, sha256: string) => Promise<string | null>;

const fromHand: Reader = async (places, sha256) => places.atHand(sha256);

const fromLastKnownGood: Reader = async ({ lastKnownGood, cache }, sha256) => {
  const part = (await lastKnownGood?.part(sha256)) ?? null;
  // A part holds neighbours that the same skill is likely to want; the digest is checked when one is taken out.
  for (const [digest, text] of part ?? []) {
    if (digest !== sha256 && (await sha256Hex(text)) === digest)
      cache.set(`text:${digest}`, text, text.length * TEXT_COST);
  }
  return part?.get(sha256) ?? null;
};

const fromStore: Reader = async ({ store }, sha256) => {
  const bytes = await store.artifact(sha256);
  return bytes ? fromUtf8(bytes) : null;
};

/** Key of a blob in R2. */
export function blobKey(sha256: string): string {
  return `sha256/${sha256}`;
}

const fromBlobs: Reader = async ({ blobs }, sha256) => {
  const object = (await blobs?.get(blobKey(sha256))) ?? null;
  return object ? object.text() : null;
};

/** A cache by digest with a budget; what was used longest ago leaves first. */
export interface ArtifactCache {
  get(key: string): unknown;
  /** @param cost estimated bytes of memory */
  set(key: string, value: unknown, cost: number): void;
}

/** Creates a cache. A value that costs more than the whole budget is not kept. */
export function createArtifactCache(budget: number): ArtifactCache {
  const entries = new Map<string, { value: unknown; cost: number }>();
  let spent = 0;
  const drop = (key: string): void => {
    spent -= entries.get(key)?.cost ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, cost) {
      drop(key);
      if (cost > budget) return;
      entries.set(key, { value, cost });
      spent += cost;
      for (const oldest of entries.keys()) {
        if (spent <= budget) return;
        drop(oldest);
      }
    },
  };
}
