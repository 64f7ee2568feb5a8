import type { JsonObject } from '../encoding/json.js';
import { contentText } from './media-types.js';
import { encodeUnreserved, expand, type ExpandedStyle } from './styles.js';
import type { ParameterTemplate, RequestTemplate } from './request-template.js';
import { styleValue, valueAt, type Fail } from './values.js';

/** Told about an argument that cannot be sent. */
export type OnProblem = (at: readonly string[], message: string) => undefined;

/** A segment that URL parsers remove, in every spelling they know (WHATWG URL, "single-dot" and "double-dot"). */
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/**
 * Fills the path of a template. A value stays within its segment: separators are percent-encoded, and a segment that
 * would end up empty, `.` or `..` is a problem. Returns `undefined` after a problem.
 */
export function renderPath(template: RequestTemplate, args: JsonObject, onProblem: OnProblem): string | undefined {
  const parameters = new Map(template.parameters.filter((p) => p.in === 'path').map((p) => [p.name, p]));
  const [path = '', query] = splitOnce(template.path, '?');
  const segments = path.split('/').map((segment) => renderSegment(segment, parameters, args, onProblem));
  // Some descriptions write a query into the path, placeholders included.
  const rest = query === undefined ? '' : renderQuery(query, parameters, args, onProblem);
  if (segments.includes(undefined) || rest === undefined) return undefined;
  return segments.join('/') + rest;
}

function renderQuery(
  query: string,
  parameters: ReadonlyMap<string, ParameterTemplate>,
  args: JsonObject,
  onProblem: OnProblem,
): string | undefined {
  const pieces = fillPieces(query, parameters, args, onProblem);
  return pieces.includes(undefined) ? undefined : `?${pieces.join('')}`;
}

function renderSegment(
  segment: string,
  parameters: ReadonlyMap<string, ParameterTemplate>,
  args: JsonObject,
  onProblem: OnProblem,
): string | undefined {
  if (!segment.includes('{')) return segment;
  const rendered = fillPieces(segment, parameters, args, onProblem);
  if (rendered.includes(undefined)) return undefined;
  const text = rendered.join('');
  if (text !== '' && !DOT_SEGMENT.test(text)) return text;
  const [last = segment] = segment.match(/[^{}]*(?=\}[^{}]*$)/) ?? [];
  return onProblem(
    parameters.get(last)?.at ?? [segment],
    'must not be empty, "." or "..": it is a segment of the path',
  );
}

/** Fills the placeholders of a text; every other piece stays as it is. */
function fillPieces(
  text: string,
  parameters: ReadonlyMap<string, ParameterTemplate>,
  args: JsonObject,
  onProblem: OnProblem,
): (string | undefined)[] {
  // Odd pieces are parameter names.
  return text.split(/\{([^{}]*)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const parameter = parameters.get(piece);
    if (!parameter) return onProblem([piece], 'is in the path but is no parameter of this operation');
    return renderValue(parameter, args, (message) => onProblem(parameter.at, message));
  });
}

function renderValue(parameter: ParameterTemplate, args: JsonObject, fail: Fail): string | undefined {
  const value = valueAt(args, parameter.at);
  if (value === undefined || value === null) return fail('is required: it is part of the path');
  if (parameter.contentType !== undefined) {
    const text = contentText(value, parameter.contentType, fail);
    return text === undefined ? undefined : encodeUnreserved(text);
  }
  const shaped = styleValue(value, fail);
  if (!shaped) return undefined;
  if (shaped.kind === 'scalar' && shaped.text === '') return fail('must not be empty: it is part of the path');
  const style = parameter.style as ExpandedStyle;
  const text = expand({
    style,
    explode: parameter.explode,
    name: parameter.name,
    value: shaped,
    encode: encodeUnreserved,
  });
  return text === '' ? fail('must not be empty: it is part of the path') : text;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
