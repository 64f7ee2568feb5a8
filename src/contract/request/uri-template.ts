import type { JsonValue } from '../encoding/json.js';
import { encodeUnreserved } from './styles.js';

/** Values by their names on the wire; a map, as the names come from outside. */
export type WireValues = ReadonlyMap<string, JsonValue>;

/** A template, cut at its placeholders: odd pieces are names. */
interface UriTemplate {
  segments: string[][];
  /** Names of `{?a,b}`. */
  query: string[];
}

const QUERY_PART = /\{\?([^{}]*)\}$/;

/**
 * Fills a URI template of the forms `{name}` and a final `{?a,b}` (RFC 6570 levels 1 and 3, every value simple).
 * Returns `undefined` when a value is missing, empty in the path, or no string, finite number or boolean: then there is no
 * resource to name.
 */
export function renderUri(template: string, values: WireValues): string | undefined {
  const { segments, query } = parseTemplate(template);
  const path = segments.map((pieces) => renderPieces(pieces, values));
  const pairs = query.map((name) => renderPair(name, values.get(name)));
  if (path.includes(undefined) || pairs.includes(undefined)) return undefined;
  return path.join('/') + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

/**
 * The values that make `template` into `uri`, or `undefined` when it is not such a URI. Linear in the length of the URI.
 * The result holds strings, by name on the wire.
 */
export function matchUri(template: string, uri: string): Map<string, string> | undefined {
  const { segments, query } = parseTemplate(template);
  const mark = uri.indexOf('?');
  const path = (mark === -1 ? uri : uri.slice(0, mark)).split('/');
  if (uri.includes('#') || path.length !== segments.length) return undefined;
  const values = new Map<string, string>();
  const fits = segments.every((pieces, index) => matchPieces(pieces, path[index] as string, values));
  return fits && matchQuery(query, mark === -1 ? '' : uri.slice(mark + 1), values) ? values : undefined;
}

/** Names of the variables of a URI template, in order. */
export function uriVariables(template: string): string[] {
  const { segments, query } = parseTemplate(template);
  return [...segments.flatMap((pieces) => pieces.filter((_, index) => index % 2 === 1)), ...query];
}

function parseTemplate(template: string): UriTemplate {
  const query = QUERY_PART.exec(template);
  const path = query ? template.slice(0, query.index) : template;
  return {
    segments: path.split('/').map((segment) => segment.split(/\{([^{}]*)\}/)),
    query: query?.[1] ? query[1].split(',') : [],
  };
}

function renderPieces(pieces: readonly string[], values: WireValues): string | undefined {
  const texts = pieces.map((piece, index) => (index % 2 === 0 ? piece : pathText(values.get(piece))));
  return texts.includes(undefined) ? undefined : texts.join('');
}

function pathText(value: JsonValue | undefined): string | undefined {
  const text = plainText(value);
  // URI parsers would drop a dot segment, and the rest would name another resource.
  return text === undefined || ['', '.', '..'].includes(text) ? undefined : encodeUnreserved(text);
}

function renderPair(name: string, value: JsonValue | undefined): string | undefined {
  const text = plainText(value);
  return text === undefined ? undefined : `${encodeUnreserved(name)}=${encodeUnreserved(text)}`;
}

function plainText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? value : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** Each variable takes as little as it can up to the next literal, the last one all the rest. */
function matchPieces(pieces: readonly string[], text: string, into: Map<string, string>): boolean {
  const last = pieces.length - 1;
  const [first = '', end = ''] = [pieces[0], pieces[last]];
  if (last === 0) return text === first;
  if (!text.startsWith(first) || text.length < first.length + end.length || !text.endsWith(end)) return false;
  let offset = first.length;
  const limit = text.length - end.length;
  for (let index = 1; index < last; index += 2) {
    const literal = pieces[index + 1] as string;
    const next = index + 1 === last ? limit : text.indexOf(literal, offset + 1);
    if (next <= offset || next > limit || !take(pieces[index] as string, text.slice(offset, next), into)) return false;
    offset = next + literal.length;
  }
  return true;
}

function matchQuery(names: readonly string[], query: string, into: Map<string, string>): boolean {
  const pairs = query === '' ? [] : query.split('&');
  if (pairs.length !== names.length) return false;
  const wanted = new Map(names.map((name) => [encodeUnreserved(name), name]));
  return pairs.every((pair) => {
    const at = pair.indexOf('=');
    const key = normalise(at === -1 ? pair : pair.slice(0, at));
    const name = key === undefined ? undefined : wanted.get(key);
    if (name === undefined) return false;
    wanted.delete(key as string);
    return take(name, at === -1 ? '' : pair.slice(at + 1), into);
  });
}

/** A percent-encoded name in the one spelling that {@link renderUri} writes. */
function normalise(encoded: string): string | undefined {
  const name = decode(encoded);
  return name === undefined ? undefined : encodeUnreserved(name);
}

function take(name: string, encoded: string, into: Map<string, string>): boolean {
  const value = decode(encoded);
  // A variable that stands twice must have one value.
  if (value === undefined || (into.has(name) && into.get(name) !== value)) return false;
  into.set(name, value);
  return true;
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
