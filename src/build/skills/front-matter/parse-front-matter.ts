import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type YAMLError } from 'yaml';
import type { JsonObject } from '../../../contract/encoding/json.js';
import type { DiagnosticSink, Location } from '../../diagnostics/diagnostic.js';
import type { Positions } from '../../diagnostics/positions.js';
import { quotingFix } from './quoting-fix.js';
import { splitFrontMatter } from './split-front-matter.js';
import { yamlToJson, type ConversionFault } from './yaml-to-json.js';

/** Far above what agents are shown of a skill before they choose it; keeps the parser's worst cases small. */
const MAX_FRONT_MATTER_CHARACTERS = 64 * 1024;

/** Front matter as JSON, and where each value stands. */
export interface FrontMatter {
  values: JsonObject;
  /** The place of a value by its path; of the nearest value above it when there is none. */
  locate(path: readonly (string | number)[]): Location;
  /** The place of a key at the top. */
  locateKey(key: string): Location;
}

/**
 * Reads the front matter of a SKILL.md (text with LF line ends, no byte order mark). Everything wrong with it is
 * reported; undefined when there is nothing to go on with.
 */
export function parseFrontMatter(
  text: string,
  id: string,
  positions: Positions,
  sink: DiagnosticSink,
): FrontMatter | undefined {
  const place = splitFrontMatter(text);
  if (place.found === 'none') return void sink.report('skill-front-matter-missing', { id }, positions.at(0));
  if (place.found === 'unclosed') return void sink.report('skill-front-matter-unclosed', {}, positions.at(0, 3));
  if (place.found === 'late') return void sink.report('skill-front-matter-late', { line: place.line }, positions.at(0));
  const yaml = text.slice(place.start, place.end);
  const at = (start: number, end = start) => positions.at(place.start + start, place.start + end);
  if (yaml.length > MAX_FRONT_MATTER_CHARACTERS) {
    const args = { characters: yaml.length, limit: MAX_FRONT_MATTER_CHARACTERS };
    return void sink.report('skill-front-matter-too-large', args, at(0));
  }
  return readYaml(yaml, id, at, sink);
}

type At = (start: number, end?: number) => Location;

function readYaml(yaml: string, id: string, at: At, sink: DiagnosticSink): FrontMatter | undefined {
  const document = parse(yaml);
  if (!document) return void sink.report('skill-front-matter-invalid', { problem: 'it nests too deeply' }, at(0));
  // What comes after a first fault of syntax is mostly its echo.
  const fault = document.errors[0];
  if (fault) return void reportSyntax(fault, yaml, at, sink);
  if (document.contents === null) return void sink.report('skill-front-matter-missing', { id }, at(0));
  if (!isMap(document.contents)) {
    const found = isSeq(document.contents) ? 'a list' : 'plain text';
    return void sink.report('skill-front-matter-not-a-map', { found }, at(0));
  }
  const values = yamlToJson(document, document.contents, (found) => reportConversion(found, at, sink)) as JsonObject;
  return {
    values,
    locate: (path) => at(...rangeOf(nodeAt(document, path))),
    locateKey: (key) => at(...rangeOf(keyNode(document, key))),
  };
}

/** The parser recurses: brackets nested tens of thousands deep exhaust the stack. */
function parse(yaml: string): Document | undefined {
  try {
    return parseDocument(yaml, {
      schema: 'core',
      version: '1.2',
      prettyErrors: false,
      uniqueKeys: false,
      merge: false,
      logLevel: 'silent',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function reportSyntax(fault: YAMLError, yaml: string, at: At, sink: DiagnosticSink): void {
  const problem = fault.code === 'TAB_AS_INDENT' ? 'a tab stands where YAML wants spaces' : lowerFirst(fault.message);
  const fix = quotingFix(yaml, fault.pos[0]);
  sink.report(
    'skill-front-matter-invalid',
    fix === undefined ? { problem } : { problem, fix },
    at(fault.pos[0], fault.pos[1]),
  );
}

function reportConversion(found: ConversionFault, at: At, sink: DiagnosticSink): void {
  const place = at(...rangeOf(found.node));
  if (found.fault === 'value') return sink.report('skill-front-matter-value', { problem: found.problem }, place);
  const code =
    found.fault === 'forbidden-key' ? 'skill-front-matter-forbidden-key' : 'skill-front-matter-duplicate-key';
  sink.report(code, { key: found.key }, place);
}

function nodeAt(document: Document, path: readonly (string | number)[]): unknown {
  let node: unknown = document.contents;
  for (const step of path) {
    const collection = isAlias(node) ? node.resolve(document) : node;
    const child = isMap(collection) || isSeq(collection) ? collection.get(step, true) : undefined;
    if (child === undefined) return node;
    node = child;
  }
  return node;
}

function keyNode(document: Document, key: string): unknown {
  if (!isMap(document.contents)) return undefined;
  return document.contents.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key;
}

function rangeOf(node: unknown): [number, number] {
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node))
    return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  return [0, 0];
}

/** Messages of the parser are sentences; ours put them after a colon. */
function lowerFirst(message: string): string {
  return `${message.slice(0, 1).toLowerCase()}${message.slice(1)}`.replace(/\.$/, '');
}
