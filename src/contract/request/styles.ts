import type { StyleValue } from './values.js';

/** How a style joins: the columns of the table in RFC 6570 appendix A. */
interface StyleRule {
  first: string;
  separator: string;
  named: boolean;
  /** What follows the name when the value is empty. */
  ifEmpty: string;
  /** Between members that are not exploded. */
  inner: string;
}

/** Styles that write a value as one text ("Style Values" of the OpenAPI Specification); deepObject is apart. */
export type ExpandedStyle = 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited';

const RULES: Record<ExpandedStyle, StyleRule> = {
  simple: { first: '', separator: ',', named: false, ifEmpty: '', inner: ',' },
  label: { first: '.', separator: '.', named: false, ifEmpty: '', inner: ',' },
  matrix: { first: ';', separator: ';', named: true, ifEmpty: '', inner: ',' },
  form: { first: '', separator: '&', named: true, ifEmpty: '=', inner: ',' },
  spaceDelimited: { first: '', separator: '&', named: true, ifEmpty: '=', inner: '%20' },
  pipeDelimited: { first: '', separator: '&', named: true, ifEmpty: '=', inner: '%7C' },
};

/** What to expand, and how its pieces are encoded. */
export interface Expansion {
  style: ExpandedStyle;
  explode: boolean;
  name: string;
  value: StyleValue;
  /** Encodes one value; names are always percent-encoded unless `encodeName` says otherwise. */
  encode: (text: string) => string;
  encodeName?: (text: string) => string;
}

/**
 * Writes a value in a parameter style (OpenAPI Specification, "Style Examples"; algorithm of RFC 6570 appendix A).
 * Returns `''` for an empty list or object: such a value is undefined there.
 */
export function expand(expansion: Expansion): string {
  const rule = RULES[expansion.style];
  const pieces = members(expansion, rule);
  return pieces.length === 0 ? '' : rule.first + pieces.join(rule.separator);
}

function members(expansion: Expansion, rule: StyleRule): string[] {
  const { value, explode, encode, encodeName = encodeUnreserved } = expansion;
  const label = (text: string): string => (rule.named ? named(encodeName(expansion.name), text, rule) : text);
  if (value.kind === 'scalar') return [label(encode(value.text))];
  if (value.kind === 'list') {
    if (explode) return value.items.map((item) => label(encode(item)));
    return value.items.length === 0 ? [] : [label(value.items.map(encode).join(rule.inner))];
  }
  if (explode) return value.entries.map(([key, text]) => pair(encodeName(key), encode(text), rule));
  const flat = value.entries.flatMap(([key, text]) => [encodeName(key), encode(text)]);
  return flat.length === 0 ? [] : [label(flat.join(rule.inner))];
}

function named(name: string, text: string, rule: StyleRule): string {
  return name + (text === '' ? rule.ifEmpty : `=${text}`);
}

function pair(key: string, text: string, rule: StyleRule): string {
  return rule.named ? named(key, text, rule) : `${key}=${text}`;
}

/** Writes one character outside the unreserved set as percent-encoded UTF-8. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * Percent-encodes everything but the unreserved characters of RFC 3986 section 2.3 (RFC 6570 simple expansion).
 * The text must be well-formed UTF-16.
 */
export function encodeUnreserved(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, percent);
}

/**
 * Percent-encodes a query value for `allowReserved` (RFC 6570 section 3.2.3): reserved characters and existing
 * percent triplets stay. What has a meaning in the query itself (`&`, `+`) or cannot stand in it (`#`, `[`, `]`)
 * is encoded all the same, as the OpenAPI Specification asks, so that a value never becomes a second parameter.
 */
export function encodeReserved(text: string): string {
  return text
    .split(/(%[0-9A-Fa-f]{2})/)
    .map((piece, index) => (index % 2 === 1 ? piece : keepReserved(piece)))
    .join('');
}

function keepReserved(text: string): string {
  return encodeURI(text).replace(/[#&+[\]]/g, percent);
}
