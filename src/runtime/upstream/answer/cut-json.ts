/** Where the scanner stands inside a container. */
type Place = 'key' | 'colon' | 'value' | 'after';

interface Scan {
  /** Closers of the open containers, innermost last. */
  closers: string[];
  /** Text up to here is valid JSON once the containers are closed; every opening and closing moves it on. */
  safeEnd: number;
}

/**
 * Makes valid JSON of the beginning of a JSON text: what is complete stays, a long string value is cut, an
 * incomplete member or item is dropped, open containers are closed. Returns `undefined` when nothing can be
 * kept. Linear, without recursion.
 */
export function cutJson(text: string): string | undefined {
  const scan: Scan = { closers: [], safeEnd: 0 };
  const open = scanContainers(text, scan);
  if (open !== undefined) return `${text.slice(0, open.end)}"${closersOf(scan)}`;
  return scan.safeEnd === 0 ? undefined : text.slice(0, scan.safeEnd) + closersOf(scan);
}

function closersOf({ closers }: Scan): string {
  return closers.toReversed().join('');
}

/** Scans to the end; returns where to cut when the text ends inside a string that is a value. */
function scanContainers(text: string, scan: Scan): { end: number } | undefined {
  let place: Place = 'value';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"') {
      const string = scanString(text, at);
      if (string.closedAt === undefined) return place === 'value' ? { end: string.lastWhole } : undefined;
      at = string.closedAt;
      place = place === 'key' ? 'colon' : markSafe(scan, at + 1);
    } else if (character === '{' || character === '[') {
      scan.closers.push(character === '{' ? '}' : ']');
      markSafe(scan, at + 1);
      place = character === '{' ? 'key' : 'value';
    } else if (character === '}' || character === ']') {
      scan.closers.pop();
      place = markSafe(scan, at + 1);
    } else if (character === ',') {
      // A number or literal is complete only when something follows it.
      markSafe(scan, at);
      place = scan.closers.at(-1) === '}' ? 'key' : 'value';
    } else if (character === ':') place = 'value';
  }
  return undefined;
}

function markSafe(scan: Scan, end: number): Place {
  scan.safeEnd = end;
  return 'after';
}

/** Scans a string from its opening quote: where it closes, or the end of its last whole character. */
function scanString(text: string, from: number): { closedAt?: number; lastWhole: number } {
  let at = from + 1;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') return { closedAt: at, lastWhole: at };
    const length = characterLength(text, at);
    if (at + length > text.length) break;
    at += length;
  }
  return { lastWhole: Math.min(at, text.length) };
}

/** Length of one character as written, escapes and surrogate pairs whole; too long when it is cut off. */
function characterLength(text: string, at: number): number {
  if (text[at] === '\\') return escapeLength(text, at);
  const isHigh = isBetween(text.charCodeAt(at), 0xd800, 0xdbff);
  const next = text.charCodeAt(at + 1);
  return isHigh && (Number.isNaN(next) || isBetween(next, 0xdc00, 0xdfff)) ? 2 : 1;
}

function escapeLength(text: string, at: number): number {
  if (text[at + 1] !== 'u') return 2;
  const isHigh = /^\\u[dD][89abAB]/.test(text.slice(at, at + 4));
  const next = text.slice(at + 6, at + 8);
  return isHigh && '\\u'.startsWith(next) ? 12 : 6;
}

function isBetween(code: number, low: number, high: number): boolean {
  return code >= low && code <= high;
}
