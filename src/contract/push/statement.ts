import { decodeBase64url, encodeBase64url } from '../encoding/base64url.js';
import { fromUtf8, utf8 } from '../encoding/bytes.js';
import { canonicalBytes, parseCanonicalJson } from '../encoding/canonical-json.js';
import { isJsonObject, type JsonObject } from '../encoding/json.js';
import { readClaims } from './claims.js';
import { refuse, type Refusal } from './refusals.js';
import { MAX_STATEMENT_BYTES } from './routes.js';
import type { PushClaims, SignatureAlgorithm, StatementHeader } from './push-messages.js';

/** The `typ` of a push statement: a JWS made for something else is never one (RFC 8725 section 3.11). */
export const STATEMENT_TYPE = 'frontmcp-push+jwt';
const ALGORITHMS: readonly string[] = ['EdDSA', 'Ed25519', 'RS256'] satisfies SignatureAlgorithm[];
/** Members of a header: `alg`, `kid` and `typ`. */
const HEADER_MEMBERS = 3;
/** Header and claims are flat, `expect` and `src` aside. */
const MAX_DEPTH = 4;

/** A push statement whose form is right; nothing about it is proven yet. */
export interface ParsedStatement {
  compact: string;
  header: StatementHeader;
  claims: PushClaims;
  /** The bytes that were signed. */
  signingInput: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** What is signed: header and claims in canonical JSON, each base64url, joined by a dot (RFC 7515 section 5.1). */
export function signingInput(header: StatementHeader, claims: PushClaims): string {
  return `${encodeBase64url(canonicalBytes(header))}.${encodeBase64url(canonicalBytes(claims))}`;
}

/** Joins a signing input and its signature into the compact serialisation (RFC 7515 section 7.1). */
export function compactStatement(signingInput: string, signature: Uint8Array): string {
  return `${signingInput}.${encodeBase64url(signature)}`;
}

/**
 * Takes a compact statement apart: size, three canonical base64url segments, header of exactly `alg`, `kid` and `typ`,
 * claims of the closed set, both in canonical JSON. Nothing is verified here.
 */
export function parseStatement(
  compact: string | null,
): { ok: true; statement: ParsedStatement } | { ok: false; refusal: Refusal } {
  if (compact === null || compact === '') return { ok: false, refusal: refuse('missing_statement', {}) };
  if (compact.length > MAX_STATEMENT_BYTES)
    return { ok: false, refusal: refuse('header_too_large', { limit: MAX_STATEMENT_BYTES }) };
  const segments = compact.split('.');
  const [header, claims, signature] = segments.map(decodeBase64url);
  if (segments.length !== 3 || !header?.length || !claims?.length || !signature?.length) {
    return malformed('it is not three base64url segments without padding');
  }
  const readHeader = readStatementHeader(header);
  if (!readHeader.ok) return readHeader;
  const readSet = readObject(claims, 'the claims');
  const read = readSet.ok ? readClaims(readSet.value) : readSet;
  if (!read.ok) return read;
  const input = utf8(compact.slice(0, compact.lastIndexOf('.')));
  return {
    ok: true,
    statement: { compact, header: readHeader.value, claims: read.value, signingInput: input, signature },
  };
}

function readStatementHeader(bytes: Uint8Array): Outcome<StatementHeader> {
  const read = readObject(bytes, 'the header');
  if (!read.ok) return read;
  const { alg, kid, typ } = read.value;
  const isComplete = typeof alg === 'string' && typeof kid === 'string' && typeof typ === 'string';
  if (!isComplete || Object.keys(read.value).length !== HEADER_MEMBERS) {
    return malformed('its header does not have exactly the members alg, kid and typ, each a text');
  }
  if (typ !== STATEMENT_TYPE) return { ok: false, refusal: refuse('wrong_type', { typ }) };
  // No key of ours has another algorithm, "none" least of all, so there is no key to look for.
  if (!ALGORITHMS.includes(alg)) return { ok: false, refusal: refuse('alg_key_mismatch', { alg, kid }) };
  return { ok: true, value: { alg: alg as SignatureAlgorithm, kid, typ } };
}

function readObject(bytes: Uint8Array, what: string): Outcome<JsonObject> {
  let text: string;
  try {
    text = fromUtf8(bytes);
  } catch {
    return malformed(`${what} is not UTF-8`);
  }
  const parsed = parseCanonicalJson(text, { maxDepth: MAX_DEPTH });
  return parsed.ok && isJsonObject(parsed.value)
    ? { ok: true, value: parsed.value }
    : malformed(`${what} must be a canonical JSON object`);
}

function malformed(reason: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refuse('malformed_statement', { reason }) };
}
