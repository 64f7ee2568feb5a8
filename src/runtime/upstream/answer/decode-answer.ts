import { nestingDepth, type JsonValue } from '../../../contract/encoding/json.js';
import { readBody } from '../../read-body.js';
import type { Redaction } from '../redact.js';
import { retryAfterSeconds } from '../send.js';
import type { ApiAnswer, Truncation } from '../api-call.js';
import { cutJson } from './cut-json.js';

/** Deepest JSON that is passed on as JSON: what follows, hashing included, recurses with it. */
const MAX_ANSWER_DEPTH = 100;
const TEXT =
  /^(?:text\/|application\/(?:xml|javascript|x-www-form-urlencoded|yaml|x-yaml|x-ndjson|jsonl|json-seq|graphql)\b|.*\+(?:xml|yaml)$)/;
const JSON_TYPE = /^(?:application|text)\/(?:json|(?:[\w.-]+\+)json)$/;

type Decoded = Pick<ApiAnswer, 'data' | 'form'> & { keptBytes: number };

/**
 * Reads and decodes an answer. At most `limit` bytes are kept; JSON that is cut stays valid JSON. Secrets are
 * removed before anything is decoded or cut. Throws what the body's stream throws.
 * @param limit bytes
 */
export async function decodeAnswer(response: Response, limit: number, redaction: Redaction): Promise<ApiAnswer> {
  // Read a little more than is kept, so that a secret across the cut is recognised.
  const body = await readAnswer(response, limit + redaction.longest);
  const mediaType = mediaTypeOf(response);
  const decoded = body.bytes.length === 0 ? EMPTY : decode(body, mediaType, charsetOf(response), limit, redaction);
  const wait = retryAfterSeconds(response, Date.now());
  return {
    kind: 'answer',
    status: response.status,
    ...(mediaType !== undefined && decoded.form !== 'empty' && { mediaType }),
    data: decoded.data,
    form: decoded.form,
    ...truncation(body, decoded, limit),
    ...(wait !== undefined && { retryAfterSeconds: wait }),
  };
}

/** A body as far as it was read. */
interface AnswerBody {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether there was more. */
  isCut: boolean;
  /** Bytes of the whole, when known. */
  totalBytes?: number;
}

async function readAnswer(response: Response, limit: number): Promise<AnswerBody> {
  const read = await readBody(response, limit);
  if (read.outcome === 'whole') return { bytes: read.bytes, isCut: false, totalBytes: read.bytes.byteLength };
  return { bytes: read.beginning(), isCut: true, ...announcedLength(response) };
}

function announcedLength(response: Response): { totalBytes?: number } {
  const length = Number(response.headers.get('content-length') ?? NaN);
  // With a content coding the header counts compressed bytes.
  const isPlain = !response.headers.has('content-encoding');
  return isPlain && Number.isSafeInteger(length) ? { totalBytes: length } : {};
}

const EMPTY: Decoded = { data: null, form: 'empty', keptBytes: 0 };

function decode(
  body: AnswerBody,
  mediaType: string | undefined,
  charset: string,
  limit: number,
  { redact }: Redaction,
): Decoded {
  if (mediaType === undefined ? isText(body.bytes, body.isCut) : JSON_TYPE.test(mediaType) || TEXT.test(mediaType)) {
    const text = redact(decodeText(body, charset));
    const asJson =
      mediaType === undefined || JSON_TYPE.test(mediaType) ? decodeJson(text, body.isCut, limit) : undefined;
    return asJson ?? { data: cutText(text, limit), form: 'text', keptBytes: Math.min(limit, body.bytes.length) };
  }
  return decodeBinary(body.bytes, limit, redact);
}

function decodeText({ bytes, isCut }: AnswerBody, charset: string): string {
  // As a stream, so that a character that the cut split is left out.
  return new TextDecoder(charset).decode(bytes, { stream: isCut });
}

function isText(bytes: Uint8Array, isCut: boolean): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes, { stream: isCut }).includes('\0');
  } catch {
    return false;
  }
}

function decodeJson(text: string, isCut: boolean, limit: number): Decoded | undefined {
  const isLong = isCut || text.length > limit;
  const kept = isLong ? cutJson(cutText(text, limit)) : text;
  if (kept === undefined || nestingDepth(kept) > MAX_ANSWER_DEPTH) return undefined;
  try {
    return { data: JSON.parse(kept) as JsonValue, form: 'json', keptBytes: kept.length };
  } catch {
    return undefined;
  }
}

/** The beginning of a text, of at most `limit` bytes in UTF-8, no character split. */
function cutText(text: string, limit: number): string {
  const bytes = new TextEncoder().encode(text);
  return bytes.length <= limit ? text : new TextDecoder().decode(bytes.subarray(0, limit), { stream: true });
}

function decodeBinary(bytes: Uint8Array, limit: number, redact: (text: string) => string): Decoded {
  // Base64 takes four bytes for three.
  const kept = redact(binaryString(bytes)).slice(0, Math.floor(limit / 4) * 3);
  return { data: btoa(kept), form: 'base64', keptBytes: kept.length };
}

function binaryString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function truncation(body: AnswerBody, { form, keptBytes }: Decoded, limit: number): { truncated?: Truncation } {
  const wasCut = body.isCut || body.bytes.length > (form === 'base64' ? Math.floor(limit / 4) * 3 : limit);
  if (!wasCut) return {};
  const note =
    'The answer was longer than this server passes on and was cut. Ask for less: a filter, fewer fields, or a page size.';
  return { truncated: { keptBytes, ...(body.totalBytes !== undefined && { totalBytes: body.totalBytes }), note } };
}

function mediaTypeOf(response: Response): string | undefined {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type ? type : undefined;
}

function charsetOf(response: Response): string {
  const label = /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}
