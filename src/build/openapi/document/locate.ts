import { isMap, isPair, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import type { Location } from '../../diagnostics/diagnostic.js';
import { locateYamlNode } from '../../diagnostics/positions-yaml.js';
import { createPositions } from '../../diagnostics/positions.js';
import { decodeUtf8 } from '../../files/interpret-file.js';
import { createJsonFinder } from './json-offset.js';
import type { SpecNode } from './node.js';
import { parsePointer } from './pointer.js';
import type { SourceFile } from './source-file.js';

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
  if (file.format === 'yaml') return yamlLocator(text, positions);
  const find = createJsonFinder(text);
  return (pointer) => {
    const found = find(parsePointer(pointer) ?? []);
    return positions.at(found.start, found.end);
  };
}

function yamlLocator(text: string, positions: ReturnType<typeof createPositions>): Locator {
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    uniqueKeys: false,
    maxAliasCount: 0,
  } as object);
  return (pointer) => {
    let node: unknown = document.contents;
    let place: unknown = node;
    for (const key of parsePointer(pointer) ?? []) {
      const next = yamlChild(node, key);
      if (next === undefined) break;
      place = isPair(next) ? next.key : next;
      node = isPair(next) ? next.value : next;
    }
    return locateYamlNode(positions, place);
  };
}

function yamlChild(node: unknown, key: string): Pair | Node | undefined {
  if (isSeq(node)) return node.items[Number(key)] as Node | undefined;
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => String(pair.key) === key);
}
