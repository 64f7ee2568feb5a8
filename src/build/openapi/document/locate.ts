import type { Location } from '../../diagnostics/diagnostic.js';
import { createPositions } from '../../diagnostics/positions.js';
import { decodeUtf8 } from '../../files/interpret-file.js';
import { createYamlFinder } from '../../yaml/parse-yaml.js';
import type { SourceFile } from './read-source-file.js';
import { parsePointer, type SpecNode } from './spec-node.js';

/** Finds where the value of a pointer stands in one file. */
type Locator = (pointer: string) => Location;

/** Locating reads the text again, so it happens only for what is reported, and once a file. */
const locators = new WeakMap<SourceFile, Locator>();

/** Where a node stands: its key in an object, its start in an array. Made for the few nodes that are reported. */
export function locate(node: SpecNode): Location {
  let locator = locators.get(node.file);
  if (!locator) locators.set(node.file, (locator = createLocator(node.file)));
  return locator(node.pointer);
}

function createLocator(file: SourceFile): Locator {
  const text = decodeUtf8(file.bytes) ?? '';
  const positions = createPositions(file.path, text);
  const find = file.format === 'yaml' ? createYamlFinder(text) : createJsonFinder(text);
  return (pointer) => {
    const { start, end } = find(parsePointer(pointer) ?? []);
    return positions.at(start, end);
  };
}

const BLANK = /[ \t\n\r]*/y;
/** Code units: comparing numbers, and leaving strings to `indexOf`, reads a text three times as fast as matching it. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{`, `]` and `}` differ in this bit alone. */
const CURLY = 0x20;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** A stretch of a text, in UTF-16 units. */
interface Stretch {
  start: number;
  end: number;
}

/**
 * Makes the function that finds where the value at a path stands in valid JSON: its key in an object, its start in an array.
 * Goes as deep as the path exists. Skips what is beside the path without recursion, and nothing twice.
 */
export function createJsonFinder(text: string): (path: readonly string[]) => Stretch {
  const containers = new Map<number, Container>();
  return (path) => {
    let offset = blankEnd(text, 0);
    let place: Stretch = { start: offset, end: offset };
    for (const key of path) {
      const container = containers.get(offset) ?? { known: new Map(), next: blankEnd(text, offset + 1) };
      containers.set(offset, container);
      const found = findKey(text, offset, container, key);
      if (!found) break;
      place = found.place;
      offset = found.value;
    }
    return place;
  };
}

interface Found {
  place: Stretch;
  /** Offset of the value. */
  value: number;
}

/** What is known of an object or array so far, and where the rest of it begins. */
interface Container {
  known: Map<string, Found>;
  next: number;
}

function findKey(text: string, open: number, container: Container, key: string): Found | undefined {
  const { known } = container;
  const read = text[open] === '{' ? readMember : text[open] === '[' ? readItem : undefined;
  while (read && !known.has(key)) {
    const next = read(text, container);
    if (!next) return undefined;
    // Of two equal keys the first one is shown, as a reader would find it.
    if (!known.has(next.key)) known.set(next.key, next);
    container.next = nextMember(text, next.value);
  }
  return known.get(key);
}

type Keyed = Found & { key: string };

function readMember(text: string, { next }: Container): Keyed | undefined {
  if (text[next] !== '"') return undefined;
  const end = stringEnd(text, next);
  const value = blankEnd(text, blankEnd(text, end) + 1);
  return { key: JSON.parse(text.slice(next, end)) as string, place: { start: next, end }, value };
}

function readItem(text: string, { next, known }: Container): Keyed | undefined {
  if (next >= text.length || text[next] === ']') return undefined;
  return { key: String(known.size), place: { start: next, end: next + 1 }, value: next };
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
  for (let offset = start; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit === QUOTE) offset = stringEnd(text, offset) - 1;
    else if ((unit | CURLY) === OPEN) depth += 1;
    else if ((unit | CURLY) === CLOSE) {
      depth -= 1;
      if (depth === 0) return offset + 1;
    }
  }
  return text.length;
}

function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1))
    if (!isEscaped(text, end)) return end + 1;
  return text.length;
}

/** After an odd number of backslashes. Runs of them lie between quotes, so none is counted twice. */
function isEscaped(text: string, offset: number): boolean {
  let before = offset;
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (offset - before) % 2 === 1;
}

function blankEnd(text: string, offset: number): number {
  BLANK.lastIndex = offset;
  BLANK.exec(text);
  return BLANK.lastIndex;
}
