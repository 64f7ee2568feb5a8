/** A snapshot younger than this is served without asking, in milliseconds. */
export const SNAPSHOT_FRESH_MS = 2000;
/** How long the last snapshot serves while `BundleDO` is out of reach, in milliseconds. */
export const SNAPSHOT_GRACE_MS = 60_000;
/** A hop to `BundleDO` that takes longer counts as out of reach, in milliseconds. */
export const HOP_DEADLINE_MS = 5000;
/** Artifacts cached per isolate, in estimated bytes of memory: a fifth of the isolate's 128 MB. */
export const ARTIFACT_CACHE_BYTES = 24 * 1024 * 1024;
