/** Largest index, in bytes: what a Worker parses at boot within the free plan's CPU budget. */
export const MAX_INDEX_BYTES = 4 * 1024 * 1024;
/** Deepest nesting of any JSON that crosses the push channel. */
export const MAX_JSON_DEPTH = 64;
/** Largest text artifact that travels in the push body, in bytes; anything larger is a blob. */
export const MAX_ARTIFACT_BYTES = 1024 * 1024;
/** Largest blob, in bytes: the value limit of the platform's stores. */
export const MAX_BLOB_BYTES = 25 * 1024 * 1024;
/** Most blobs in one bundle. */
export const MAX_BLOBS = 256;
/** Largest push body after inflation, in bytes: well below the isolate's 128 MB with its copies. */
export const MAX_PUSH_BODY_BYTES = 32 * 1024 * 1024;
/** Generations that the Worker keeps for a rollback. */
export const KEPT_GENERATIONS = 10;
