import type { Location } from '../../diagnostics/diagnostic.js';
import { createPositions } from '../../diagnostics/positions.js';
import { decodeUtf8 } from '../../files/interpret-file.js';
import { createYamlFinder } from '../../yaml/parse-yaml.js';
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
  const find = file.format === 'yaml' ? createYamlFinder(text) : createJsonFinder(text);
  return (pointer) => {
    const { start, end } = find(parsePointer(pointer) ?? []);
    return positions.at(start, end);
  };
}
