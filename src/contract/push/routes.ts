/** Path of the resync endpoint; also the end of a push audience. */
export const RESYNC_PATH = '/_frontmcp/resync';
/** Blobs are PUT below this path, by digest. */
export const BLOB_PATH_PREFIX = '/_frontmcp/blobs/sha256/';
/** Header that carries the push statement. */
export const STATEMENT_HEADER = 'Frontmcp-Push';
/** Media type of the push body. */
export const PUSH_MEDIA_TYPE = 'application/vnd.frontmcp.push.v1+json';
/** Largest push statement, in bytes. */
export const MAX_STATEMENT_BYTES = 8 * 1024;
/** Protocol version in every answer. */
export const PUSH_PROTOCOL = 1;
