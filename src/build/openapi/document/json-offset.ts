const BLANK = /[ \t\n\r]*/y;
const INTEREST = /["[\]{}]/g;

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Where the value at a path stands in valid JSON: its key in an object, its start in an array. Goes as deep as the path
 * exists. Skips what is beside the path without recursion.
 */
export function findInJson(text: string, path: readonly string[]): Stretch {
  let offset = blankEnd(text, 0);
  let place: Stretch = { start: offset, end: offset };
  for (const key of path) {
    const found = text[offset] === '{' ? findMember(text, offset, key) : findItem(text, offset, Number(key));
    if (!found) break;
    place = found.place;
    offset = found.value;
  }
  return place;
}

interface Found {
  place: Stretch;
  /** Offset of the value. */
  value: number;
}

function findMember(text: string, open: number, key: string): Found | undefined {
  let offset = blankEnd(text, open + 1);
  while (text[offset] === '"') {
    const end = stringEnd(text, offset);
    const value = blankEnd(text, blankEnd(text, end) + 1);
    if (JSON.parse(text.slice(offset, end)) === key) return { place: { start: offset, end }, value };
    offset = nextMember(text, value);
  }
  return undefined;
}

function findItem(text: string, open: number, index: number): Found | undefined {
  if (text[open] !== '[') return undefined;
  let offset = blankEnd(text, open + 1);
  for (let at = 0; offset < text.length && text[offset] !== ']'; at += 1) {
    if (at === index) return { place: { start: offset, end: offset + 1 }, value: offset };
    offset = nextMember(text, offset);
  }
  return undefined;
}

/** Skips a value and the comma after it. */
function nextMember(text: string, value: number): number {
  const end = blankEnd(text, valueEnd(text, value));
  return text[end] === ',' ? blankEnd(text, end + 1) : end;
}

function valueEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start);
  if (text[start] !== '{' && text[start] !== '[') {
    let end = start;
    while (end < text.length && !/[\s,\]}]/.test(text[end] as string)) end += 1;
    return end;
  }
  return bracketEnd(text, start);
}

function bracketEnd(text: string, start: number): number {
  let depth = 0;
  INTEREST.lastIndex = start;
  for (let match = INTEREST.exec(text); match; match = INTEREST.exec(text)) {
    if (match[0] === '"') INTEREST.lastIndex = stringEnd(text, match.index);
    else depth += match[0] === '{' || match[0] === '[' ? 1 : -1;
    if (depth === 0) return match.index + 1;
  }
  return text.length;
}

function stringEnd(text: string, start: number): number {
  // A loop, as a regular expression would keep a backtracking state for every character of a long string.
  for (let offset = start + 1; offset < text.length; offset += 1) {
    if (text[offset] === '"') return offset + 1;
    if (text[offset] === '\\') offset += 1;
  }
  return text.length;
}

function blankEnd(text: string, offset: number): number {
  BLANK.lastIndex = offset;
  BLANK.exec(text);
  return BLANK.lastIndex;
}
