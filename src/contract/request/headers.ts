import type { JsonValue } from '../encoding/json.js';
import { contentText } from './media-types.js';
import { encodeUnreserved, expand } from './styles.js';
import type { ParameterTemplate } from './request-template.js';
import { jsonMember, styleValue, type Fail } from './values.js';

/** What a header value may hold: visible characters, space and tab of one byte each (RFC 9110 section 5.5). */
const FORBIDDEN_IN_HEADER = /[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/;

/** The value of a header parameter, style `simple`, not percent-encoded. Refuses what would split or break a header. */
export function renderHeader(parameter: ParameterTemplate, value: JsonValue, fail: Fail): string | undefined {
  const text =
    parameter.contentType === undefined
      ? simpleText(parameter, value, fail)
      : contentText(value, parameter.contentType, fail);
  if (text === undefined) return undefined;
  if (FORBIDDEN_IN_HEADER.test(text)) return fail('holds a character that a header cannot carry');
  return text;
}

function simpleText(parameter: ParameterTemplate, value: JsonValue, fail: Fail): string | undefined {
  const shaped = styleValue(value, fail);
  if (!shaped) return undefined;
  const asIs = (text: string): string => text;
  const { name, explode } = parameter;
  return expand({ style: 'simple', explode, name, value: shaped, encode: asIs, encodeName: asIs });
}

/** A cookie parameter as `name=value` pairs (RFC 6265 section 4.2.1), percent-encoded so that a value stays one value. */
export function renderCookie(parameter: ParameterTemplate, value: JsonValue, fail: Fail): string[] | undefined {
  const { name, explode } = parameter;
  if (parameter.contentType !== undefined) {
    const text = contentText(value, parameter.contentType, fail);
    return text === undefined ? undefined : [`${encodeUnreserved(name)}=${encodeUnreserved(text)}`];
  }
  const shaped = styleValue(value, fail, jsonMember);
  if (!shaped) return undefined;
  const text = expand({ style: 'form', explode, name, value: shaped, encode: encodeUnreserved });
  return text === '' ? [] : text.split('&');
}
