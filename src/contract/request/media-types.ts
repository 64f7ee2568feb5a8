import type { JsonValue } from '../encoding/json.js';
import { scalarText } from './values.js';
import type { Fail } from './values.js';

const JSON_TYPE = /^[^/;]+\/(?:[^/;]+\+)?json$/i;

/** A media type without parameters, in lower case (RFC 9110 section 8.3.1). */
export function essence(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Whether a media type is JSON: `application/json`, `text/json`, or any `+json` (RFC 6839). */
export function isJsonType(mediaType: string): boolean {
  return JSON_TYPE.test(essence(mediaType));
}

/** A value serialised as a media type: JSON text for JSON types, else the text itself, which must be a scalar. */
export function contentText(value: JsonValue, contentType: string, fail: Fail): string | undefined {
  if (!isJsonType(contentType)) return scalarText(value, fail);
  return JSON.stringify(value);
}
