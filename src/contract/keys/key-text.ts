import { fromUtf8 } from '../encoding/bytes.js';
import { isJsonObject, parseJson, type JsonObject } from '../encoding/json.js';
import { decodeBase64, decodeHex, isHex } from './decode-key-bytes.js';
import { readPem, type PemOutcome } from './pem.js';

/** What a key text is by its shape; what it holds is not looked at yet. */
export type KeyShape =
  | { shape: 'empty' }
  | { shape: 'json'; jwk: JsonObject }
  | { shape: 'pem'; pem: PemOutcome }
  | { shape: 'ssh'; type: string; blob: Uint8Array<ArrayBuffer> | undefined }
  | { shape: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  | { shape: 'unknown'; reason: string };

/** A key text taken apart, and what had to be repaired first. */
export interface KeyText {
  content: KeyShape;
  /** Such as `quotes` or `lost line breaks`. */
  repaired: string[];
}

/** Longest key text, in characters: four times an RSA-4096 private key. */
const MAX_KEY_CHARACTERS = 16 * 1024;
/** Key types of OpenSSH, spelled out: a refusal repeats the type. */
const SSH_PUBLIC =
  /^(?:ssh-(?:rsa|dss|ed25519|ed448)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)\s/;

/**
 * Takes a key text apart: PEM, JWK (or a JWK set of one), an OpenSSH public key line, or bytes in hex, base64
 * or base64url. Decides by shape alone, and repairs what CI does to secrets: byte order marks, quotes,
 * literal `\n`, everything on one line, base64 of the whole.
 */
export function readKeyText(text: string): KeyText {
  if (text.length > MAX_KEY_CHARACTERS)
    return { content: { shape: 'unknown', reason: `a text of ${text.length} characters` }, repaired: [] };
  const outer = unwrap(text);
  const inner = textInBase64(outer.text);
  if (inner === undefined) return withPemRepairs(outer);
  const unwrapped = unwrap(inner);
  return withPemRepairs({
    text: unwrapped.text,
    repaired: [...outer.repaired, 'base64 around the key', ...unwrapped.repaired],
  });
}

function withPemRepairs({ text, repaired }: { text: string; repaired: string[] }): KeyText {
  const content = shapeOf(text);
  return { content, repaired: content.shape === 'pem' ? [...repaired, ...content.pem.repaired] : repaired };
}

function shapeOf(text: string): KeyShape {
  if (text === '') return { shape: 'empty' };
  if (text.startsWith('{')) return readJwk(text);
  if (text.includes('-----BEGIN')) return { shape: 'pem', pem: readPem(text) };
  if (SSH_PUBLIC.test(text)) return readSsh(text);
  const bytes = isHex(text) ? decodeHex(text) : decodeBase64(text);
  return bytes
    ? { shape: 'bytes', bytes }
    : { shape: 'unknown', reason: `a text of ${text.length} characters in no known form` };
}

/** Removes what CI and editors put around a key. */
function unwrap(text: string): { text: string; repaired: string[] } {
  const repaired: string[] = [];
  // `trim` takes a byte order mark for white space.
  if (/^\s*\uFEFF/.test(text)) repaired.push('byte order mark');
  const bare = text.trim();
  const unquoted = unquote(bare);
  if (unquoted !== bare) repaired.push('quotes');
  const broken = unquoted.replaceAll(/(?:\\r)?\\n|\\r/g, '\n').trim();
  if (broken !== unquoted) repaired.push('literal \\n');
  return { text: broken, repaired };
}

function unquote(text: string): string {
  const [first, last] = [text[0], text.at(-1)];
  if (text.length < 2 || first !== last || (first !== '"' && first !== "'" && first !== '`')) return text;
  const inner = text.slice(1, -1).trim();
  return first === '"' ? inner.replaceAll('\\"', '"') : inner;
}

/** The text inside base64, when it is that of a PEM, a JWK or an OpenSSH public key. */
function textInBase64(text: string): string | undefined {
  const bytes = isHex(text) ? undefined : decodeBase64(text);
  if (!bytes) return undefined;
  try {
    const inner = fromUtf8(bytes);
    const start = inner.trim();
    return start.startsWith('{') || start.includes('-----BEGIN') || SSH_PUBLIC.test(start) ? inner : undefined;
  } catch {
    return undefined; // Bytes that are no text are the key itself.
  }
}

function readJwk(text: string): KeyShape {
  const parsed = parseJson(text, { maxDepth: 8 });
  if (!parsed.ok || !isJsonObject(parsed.value))
    return { shape: 'unknown', reason: 'a text that begins like a JWK but is not JSON' };
  const { keys } = parsed.value;
  if (!Array.isArray(keys)) return { shape: 'json', jwk: parsed.value };
  const [only] = keys;
  if (keys.length === 1 && isJsonObject(only)) return { shape: 'json', jwk: only };
  return { shape: 'unknown', reason: `a JWK set of ${keys.length} keys` };
}

function readSsh(text: string): KeyShape {
  const [type = '', blob = ''] = text.split(/\s+/, 2);
  return { shape: 'ssh', type, blob: decodeBase64(blob) };
}
