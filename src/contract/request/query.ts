import type { JsonValue } from '../encoding/json.js';
import { contentText } from './media-types.js';
import { deepObjectPairs } from './deep-object.js';
import { encodeReserved, encodeUnreserved, expand } from './styles.js';
import type { ParameterStyle } from './request-template.js';
import { jsonMember, styleValue, type Fail } from './values.js';

/** What the query writer needs to know of a parameter or of a form field. */
export interface QueryParameter {
  name: string;
  style: ParameterStyle;
  explode: boolean;
  allowReserved?: true;
  contentType?: string;
  required: boolean;
}

/**
 * Writes one parameter as `name=value` pairs joined by `&`, percent-encoded. Returns `''` when there is nothing to send
 * and `undefined` after a problem.
 */
export function renderQueryParameter(parameter: QueryParameter, value: JsonValue, fail: Fail): string | undefined {
  const encode = parameter.allowReserved ? encodeReserved : encodeUnreserved;
  if (parameter.contentType !== undefined) {
    const text = contentText(value, parameter.contentType, fail);
    return text === undefined ? undefined : `${encodeUnreserved(parameter.name)}=${encode(text)}`;
  }
  if (parameter.style === 'deepObject') return renderDeepObject(parameter, value, encode, fail);
  const shaped = styleValue(value, fail, jsonMember);
  if (!shaped) return undefined;
  const style = isQueryStyle(parameter.style) ? parameter.style : 'form';
  const text = expand({ style, explode: parameter.explode, name: parameter.name, value: shaped, encode });
  // An empty list of a required parameter still shows that the parameter is there ("empty" in the style table).
  return text === '' && parameter.required ? `${encodeUnreserved(parameter.name)}=` : text;
}

function renderDeepObject(
  parameter: QueryParameter,
  value: JsonValue,
  encode: (text: string) => string,
  fail: Fail,
): string | undefined {
  const pairs = deepObjectPairs(parameter.name, value, fail);
  return pairs?.map(([name, text]) => `${encodeUnreserved(name)}=${encode(text)}`).join('&');
}

function isQueryStyle(style: ParameterStyle): style is 'form' | 'spaceDelimited' | 'pipeDelimited' {
  return style === 'form' || style === 'spaceDelimited' || style === 'pipeDelimited';
}
