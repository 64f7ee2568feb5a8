/** A text with LF line ends, trimmed, well-formed, and cut at a word with an ellipsis when it is longer than `limit`. */
export function plainText(text: string, limit: number): string {
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').trim();
  if (clean.length <= limit) return clean;
  const cut = clean.slice(0, limit - 1);
  const space = cut.search(/\s\S*$/);
  // A surrogate pair must not be cut in two.
  return `${(space > limit / 2 ? cut.slice(0, space) : cut)
    .trimEnd()
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}

/** The first sentence of a text, on one line. */
export function firstLine(text: string, limit: number): string {
  const [line = ''] = text.trim().split(/\n\s*\n/, 1);
  return plainText(line.replace(/\s+/g, ' '), limit);
}
