import type { JsonValue } from '../encoding/json.js';
import { isJsonType } from './media-types.js';
import { scalarText } from './values.js';
import type { Fail } from './values.js';

/** A value serialised as a media type: JSON text for JSON types, else the text itself, which must be a scalar. */
export function contentText(value: JsonValue, contentType: string, fail: Fail): string | undefined {
  if (!isJsonType(contentType)) return scalarText(value, fail);
  return JSON.stringify(value);
}
