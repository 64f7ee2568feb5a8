import { decodeBase64url, encodeBase64url } from '../../../contract/encoding/base64url.js';
import { readMeta, writeMeta } from './tables.js';

const SECRET = 'worker.secret';
const SECRET_BYTES = 32;

/**
 * The Worker's own random key, made when it is first asked for. It signs what a client keeps for the Worker (session ids,
 * the state of a question) and never leaves the Worker.
 */
export function workerSecret(sql: SqlStorage): Uint8Array<ArrayBuffer> {
  const known = decodeBase64url(readMeta(sql, SECRET) ?? '');
  if (known?.length === SECRET_BYTES) return known;
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  writeMeta(sql, SECRET, encodeBase64url(secret));
  return secret;
}
