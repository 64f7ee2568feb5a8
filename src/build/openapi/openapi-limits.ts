/** Largest OpenAPI file, in bytes: five times the largest that is known to be published as one file. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
/** Most paths of one description: ten times those of the largest that is known to be published. */
export const MAX_PATHS = 150_000;
/** Most values of a description that is validated as a whole, its references replaced: several times the largest known. */
export const MAX_STRICT_VALUES = 12_000_000;
/** Most paths of a description that is validated as a whole: beyond, the validator takes minutes when many are wrong. */
export const MAX_STRICT_PATHS = 20_000;
/** Deepest nesting of a description that is validated as a whole; the validator's own limit. */
export const MAX_NESTING = 500;
/** Most files that one description may consist of. */
export const MAX_FILES = 10_000;
/** Longest chain of references from one place to its value. */
export const MAX_REFERENCE_HOPS = 64;
/** Deepest schema that is kept; what is deeper accepts anything. Bounds the nesting of artifacts. */
export const MAX_SCHEMA_DEPTH = 20;
/** Most schema nodes of one shared schema, or of one operation's own part; bounds aliases that multiply. */
export const MAX_SCHEMA_NODES = 8_000;
/** Output schemas of one API that are kept, in UTF-16 units of JSON; what is beyond is left out by distance from the operations. */
export const MAX_OUTPUT_SCHEMAS_LENGTH = 512 * 1024;
/** Longest text that is kept of a schema's description: what an agent sends, and what it gets back. */
export const MAX_SCHEMA_TEXT = { input: 1000, output: 300 } as const;
/** Longest summary, in UTF-16 units: the limit of the bundle schema. */
export const MAX_SUMMARY_LENGTH = 1024;
/** Longest description of an operation, in UTF-16 units. */
export const MAX_DESCRIPTION_LENGTH = 8192;
/** Longest name of an operation, with room for a client's prefix within the 64 characters that hosts allow. */
export const MAX_NAME_LENGTH = 48;
/** Longest path, in UTF-16 units: the limit of the bundle schema. */
export const MAX_PATH_LENGTH = 2048;
