import { utf8 } from '../encoding/bytes.js';
import { type JsonValue, isJsonObject } from '../encoding/json.js';
import { decodeBase64 } from '../encoding/base64url.js';
import { contentText } from './media-types.js';
import { fieldFor } from './form.js';
import type { OnProblem } from './path.js';
import type { BodyField, BodyTemplate, RenderedBody } from './request-template.js';
import { scalarText, type Fail } from './values.js';

/** One part, its header lines already safe. */
interface Part {
  headers: string[];
  content: Uint8Array<ArrayBuffer>;
}

const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:; ?[\w-]+=[\w."-]+)*$/;

/** Writes an object as `multipart/form-data` (RFC 7578); the boundary depends on nothing but the content. */
export function renderMultipart(body: BodyTemplate, value: JsonValue, onProblem: OnProblem): RenderedBody | undefined {
  if (!isJsonObject(value)) return onProblem(body.at ?? [], 'must be an object here');
  const parts: Part[] = [];
  for (const [name, member] of Object.entries(value)) {
    const field = fieldFor(body, name);
    for (const item of Array.isArray(member) ? member : [member]) {
      if (item === null) continue;
      const part = renderPart(field, item, (message) => onProblem(field.at, message));
      if (!part) return undefined;
      parts.push(part);
    }
  }
  const boundary = freeBoundary(parts);
  return { contentType: `multipart/form-data; boundary=${boundary}`, content: join(parts, boundary) };
}

function renderPart(field: BodyField, value: JsonValue, fail: Fail): Part | undefined {
  if (!field.name.isWellFormed()) return fail('has a name that is not valid Unicode text');
  if (field.binary) return filePart(field, value, fail);
  const isNested = typeof value === 'object';
  const contentType = field.contentType ?? (isNested ? 'application/json' : undefined);
  const text = contentType === undefined ? scalarText(value, fail) : contentText(value, contentType, fail);
  if (text === undefined) return undefined;
  const type = contentType === undefined ? [] : [`Content-Type: ${contentType}`];
  return { headers: [disposition(field.name), ...type], content: utf8(text) };
}

function filePart(field: BodyField, value: JsonValue, fail: Fail): Part | undefined {
  const file = isJsonObject(value) ? value : { base64: value };
  const content = typeof file['base64'] === 'string' ? decodeBase64(file['base64']) : undefined;
  if (!content) return fail('must be a file: { "base64": "…", "filename": "…" }');
  const name = scalarText(file['filename'] ?? field.name, fail);
  const type = scalarText(file['contentType'] ?? field.contentType ?? 'application/octet-stream', fail);
  if (name === undefined || type === undefined) return undefined;
  if (!MEDIA_TYPE.test(type)) return fail('has a contentType that is no media type');
  return { headers: [`${disposition(field.name)}; filename="${quoted(name)}"`, `Content-Type: ${type}`], content };
}

function disposition(name: string): string {
  return `Content-Disposition: form-data; name="${quoted(name)}"`;
}

/** Escapes as browsers do (WHATWG HTML, "multipart/form-data encoding algorithm"): no value ends its line or its quotes. */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The first numbered boundary that occurs in no part. */
function freeBoundary(parts: readonly Part[]): string {
  const texts = parts.map(({ content }) => latin1(content));
  for (let number = 0; ; number += 1) {
    const boundary = `frontmcp-part-${number}`;
    if (!texts.some((text) => text.includes(`--${boundary}`))) return boundary;
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function join(parts: readonly Part[], boundary: string): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  for (const { headers, content } of parts) {
    pieces.push(utf8(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`), content, utf8('\r\n'));
  }
  pieces.push(utf8(`--${boundary}--\r\n`));
  return concatenate(pieces);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  return whole;
}
