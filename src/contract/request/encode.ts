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
