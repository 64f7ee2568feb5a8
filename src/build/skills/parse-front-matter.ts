import type { JsonObject } from '../../contract/encoding/json.js';
import type { DiagnosticSink, Location } from '../diagnostics/diagnostic.js';
import type { Positions } from '../diagnostics/positions.js';
import { readValues, type ReadValues, type ValueFault } from '../yaml/read-values.js';

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
  const read = readValues(yaml, (fault) => reportFault(fault, at, sink));
  switch (read.found) {
    case 'map': {
      const { values, rangeOf, rangeOfKey } = read;
      return { values, locate: (path) => at(...rangeOf(path)), locateKey: (key) => at(...rangeOfKey(key)) };
    }
    case 'nothing':
      return void sink.report('skill-front-matter-missing', { id }, at(0));
    case 'list':
      return void sink.report('skill-front-matter-not-a-map', { found: 'a list' }, at(0));
    case 'text':
      return void sink.report('skill-front-matter-not-a-map', { found: 'plain text' }, at(0));
    case 'too-deep':
      return void sink.report('skill-front-matter-invalid', { problem: 'it nests too deeply' }, at(0));
    case 'fault':
      return void reportSyntax(read, yaml, at, sink);
  }
}

function reportSyntax(
  { code, message, at: [start, end] }: Extract<ReadValues, { found: 'fault' }>,
  yaml: string,
  at: At,
  sink: DiagnosticSink,
): void {
  const problem = code === 'TAB_AS_INDENT' ? 'a tab stands where YAML wants spaces' : lowerFirst(message);
  const fix = quotingFix(yaml, start);
  sink.report('skill-front-matter-invalid', fix === undefined ? { problem } : { problem, fix }, at(start, end));
}

function reportFault(found: ValueFault, at: At, sink: DiagnosticSink): void {
  const place = at(...found.at);
  if (found.fault === 'value') sink.report('skill-front-matter-value', { problem: found.problem }, place);
  else sink.report(`skill-front-matter-${found.fault}`, { key: found.key }, place);
}

/** Messages of the parser are sentences; ours put them after a colon. */
function lowerFirst(message: string): string {
  return `${message.slice(0, 1).toLowerCase()}${message.slice(1)}`.replace(/\.$/, '');
}

/** Where the front matter of a markdown text is. */
type FrontMatterPlace =
  /** `start` to `end` is the YAML between the two lines of dashes. */
  | { found: 'here'; start: number; end: number }
  | { found: 'none' }
  /** A line of dashes opens it and none closes it. */
  | { found: 'unclosed' }
  /** Something stands before the line of dashes that opens it, on this line. */
  | { found: 'late'; line: number };

/** How far to look for front matter that does not begin at the top. */
const LATE_LINES = 30;

/** Finds front matter: YAML between a first line `---` and the next such line (or `...`). `text` has LF line ends. */
function splitFrontMatter(text: string): FrontMatterPlace {
  const first = lineEnd(text, 0);
  if (!isDashes(text.slice(0, first))) return findLate(text);
  const start = first + 1;
  for (let at = start; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    if (isDashes(line) || /^\.\.\.[ \t]*$/.test(line)) return { found: 'here', start, end: at };
  }
  return { found: 'unclosed' };
}

/** A rule (`---`) alone is common in markdown; front matter has a `name:` or `description:` right after it. */
function findLate(text: string): FrontMatterPlace {
  const lines = text.split('\n', LATE_LINES);
  const index = lines.findIndex((line, at) => isDashes(line) && /^(name|description)[ \t]*:/.test(lines[at + 1] ?? ''));
  return index === -1 ? { found: 'none' } : { found: 'late', line: index + 1 };
}

function isDashes(line: string): boolean {
  return line.startsWith('---') && line.slice(3).trim() === '';
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Longer lines are not repeated in a hint: the longest description, its key and quotes. */
const LONGEST_SHOWN = 1100;

/** What repairs most broken front matter, when it cannot be written out. */
const FOLDED = 'Put the value in quotes, or write ">-" after its key and the text indented on the lines below.';

/**
 * How to repair YAML that breaks at an offset, when quotes are the likely repair: most broken front matter is a
 * description with a colon in it, or a value that begins with a bracket, an at sign or a backtick.
 */
function quotingFix(yaml: string, offset: number): string | undefined {
  const { line, next } = lineAt(yaml, offset);
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).trim();
  if (colon < 1 || value === '' || /^["'|>]/.test(value)) return undefined;
  const isWhole = /^[A-Za-z][\w-]*$/.test(line.slice(0, colon)) && !/^[ \t]/.test(next);
  if (!isWhole || line.length > LONGEST_SHOWN) return FOLDED;
  return `Put the value in quotes:\n${line.slice(0, colon)}: ${JSON.stringify(value)}`;
}

function lineAt(yaml: string, offset: number): { line: string; next: string } {
  const start = yaml.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const [line = '', next = ''] = yaml.slice(start, start + 4 * LONGEST_SHOWN).split('\n', 2);
  return { line, next };
}
