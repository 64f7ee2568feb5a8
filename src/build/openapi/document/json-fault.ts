/** Where a text stops being JSON, in UTF-16 units. */
interface JsonSyntaxFault {
  offset: number;
  reason: string;
}

const TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const BLANK = /[ \t\n\r]*/y;

/** What may come next. `key` is a key or, in an empty object, its end; `item` likewise for an array. */
type Expectation = 'value' | 'item' | 'key' | 'member' | 'colon' | 'after' | 'end';

const EXPECTED: Record<Expectation, string> = {
  value: 'expected a value',
  item: 'expected a value or "]"',
  key: 'expected a property name in double quotes or "}"',
  member: 'expected a property name in double quotes',
  colon: 'expected ":"',
  after: 'expected "," or the closing bracket',
  end: 'expected the end of the file',
};

/**
 * Finds the first fault of a text that `JSON.parse` refused: the engine does not always say where it is.
 * Returns `undefined` for valid JSON (RFC 8259). Does not recurse.
 */
export function findJsonFault(text: string): JsonSyntaxFault | undefined {
  const open: string[] = [];
  let expectation: Expectation = 'value';
  for (let offset = blankEnd(text, 0); offset < text.length;) {
    const token = tokenAt(text, offset);
    if (token && 'fault' in token) return { offset: token.fault, reason: token.reason };
    const next: Expectation | undefined = token && advance(expectation, token.text, open);
    if (!token || !next) return { offset, reason: EXPECTED[expectation] };
    expectation = next;
    offset = blankEnd(text, token.end);
  }
  return expectation === 'end'
    ? undefined
    : { offset: text.length, reason: `${EXPECTED[expectation]}, got the end of the file` };
}

type Token = { text: string; end: number } | { fault: number; reason: string };

function tokenAt(text: string, offset: number): Token | undefined {
  if (text[offset] === '"') return stringAt(text, offset);
  TOKEN.lastIndex = offset;
  const token = TOKEN.exec(text)?.[0];
  return token === undefined ? undefined : { text: token, end: offset + token.length };
}

/** A string is told by its quote alone: what it holds does not matter here. */
function stringAt(text: string, start: number): Token {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    if (text[offset] === '"') return { text: '"', end: offset + 1 };
    if (text.charCodeAt(offset) < 0x20)
      return { fault: offset, reason: 'a string holds a line break or control character' };
    if (text[offset] !== '\\') continue;
    ESCAPE.lastIndex = offset;
    const escape = ESCAPE.exec(text)?.[0];
    if (escape === undefined) return { fault: offset, reason: 'a string holds an escape that JSON does not know' };
    offset += escape.length - 1;
  }
  return { fault: start, reason: 'this string does not end' };
}

function blankEnd(text: string, offset: number): number {
  BLANK.lastIndex = offset;
  BLANK.exec(text);
  return BLANK.lastIndex;
}

function advance(expectation: Expectation, token: string, open: string[]): Expectation | undefined {
  const isString = token.startsWith('"');
  switch (expectation) {
    case 'end':
      return undefined;
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'key':
      if (token === '}') return close(open);
      return isString ? 'colon' : undefined;
    case 'member':
      return isString ? 'colon' : undefined;
    case 'after':
      if (token === ',') return open.at(-1) === '{' ? 'member' : 'value';
      return token === (open.at(-1) === '{' ? '}' : ']') ? close(open) : undefined;
    case 'item':
      if (token === ']') return close(open);
      return value(token, open);
    case 'value':
      return value(token, open);
  }
}

function value(token: string, open: string[]): Expectation | undefined {
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'key' : 'item';
  }
  return /^[\]}:,]/.test(token) ? undefined : afterValue(open);
}

function close(open: string[]): Expectation {
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly string[]): Expectation {
  return open.length === 0 ? 'end' : 'after';
}
