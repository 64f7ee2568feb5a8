import { suggest } from '../../contract/search/suggest.js';
import type { DiagnosticSink, Location } from '../diagnostics/diagnostic.js';
import type { Positions } from '../diagnostics/positions.js';
import type { OpReference } from '../stage-values.js';
import { commentRanges, type TextRange } from './comment-ranges.js';
import { readOpUri, readWikilink, type MalformedReference } from './reference-grammar.js';

/** A mention of a file of the skill. */
interface FileReference {
  /** Path as written. */
  path: string;
  location: Location;
}

/** What a markdown text refers to, in the order of the text. */
interface HarvestedReferences {
  operations: OpReference[];
  files: FileReference[];
}

/** More malformed references than this in one file are counted, not listed. */
const MOST_LISTED = 20;

/**
 * Finds `op://spec/op`, `[[op:spec/op]]` and `[[ref:file.md]]` in markdown (LF line ends), also in code, not in HTML
 * comments. Malformed ones are reported. Linear time; never throws.
 */
export function harvestReferences(text: string, positions: Positions, sink: DiagnosticSink): HarvestedReferences {
  const harvest: HarvestedReferences = { operations: [], files: [] };
  const malformed: (MalformedReference & { start: number })[] = [];
  const isHidden = within(text.includes('<!--') ? commentRanges(text) : []);
  const mention = /\[\[ref:|\[\[op:(?!\/\/)|(?<![A-Za-z0-9])op:\/\//g;
  for (let match = mention.exec(text); match; match = mention.exec(text)) {
    if (isHidden(match.index)) continue;
    const read = match[0].startsWith('[[') ? readWikilink(text, match.index) : readOpUri(text, match.index);
    mention.lastIndex = Math.max(mention.lastIndex, read.end);
    const place = () => positions.at(match.index, read.end);
    if (read.kind === 'operation') {
      harvest.operations.push({ spec: read.spec, operation: read.operation, form: read.form, location: place() });
    } else if (read.kind === 'file') harvest.files.push({ path: read.path, location: place() });
    else if (read.kind === 'malformed') malformed.push({ ...read, start: match.index });
  }
  reportMalformed(malformed, positions, sink);
  return harvest;
}

function reportMalformed(
  malformed: readonly (MalformedReference & { start: number })[],
  positions: Positions,
  sink: DiagnosticSink,
): void {
  for (const { of, written, problem, fix, start, end } of malformed.slice(0, MOST_LISTED)) {
    const at = positions.at(start, end);
    if (of === 'file') sink.report('skill-file-reference-malformed', { written, problem }, at);
    else sink.report('skill-op-reference-malformed', { written, problem, ...(fix === undefined ? {} : { fix }) }, at);
  }
  const rest = malformed[MOST_LISTED];
  if (rest)
    sink.report(
      'skill-references-malformed',
      { count: malformed.length - MOST_LISTED },
      positions.at(rest.start, rest.end),
    );
}

/** Whether an offset lies in one of the ranges; asked in rising order. */
function within(ranges: readonly TextRange[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < ranges.length && (ranges[next] as TextRange).end <= offset) next += 1;
    const range = ranges[next];
    return range !== undefined && range.start <= offset;
  };
}

const FOLDER = 'references/';
/** Looking for near names costs; past this many misses in one file, it helps nobody. */
const MOST_SUGGESTED_FOR = 20;

/**
 * Checks that each `[[ref:…]]` names a file of the skill: below references/, else below the skill's folder. A part
 * after `#` is a heading and not looked up. `paths` are the files of the skill, relative to it.
 */
export function checkFileReferences(
  references: readonly FileReference[],
  paths: ReadonlySet<string>,
  sink: DiagnosticSink,
): void {
  let misses = 0;
  for (const { path, location } of references) {
    const wanted = plainPath(path);
    if (wanted === undefined) {
      sink.report('skill-file-reference-malformed', { written: path, problem: 'it leaves the skill' }, location);
    } else if (!exists(wanted, paths) && !exists(wanted.replace(/#.*$/, ''), paths)) {
      misses += 1;
      const suggestions = misses > MOST_SUGGESTED_FOR ? [] : suggest(wanted, namesOf(paths));
      sink.report('skill-file-reference-missing', { written: path, suggestions }, location);
    }
  }
}

/** Paths as an author would write them. */
function namesOf(paths: ReadonlySet<string>): string[] {
  return [...paths].map((path) => (path.startsWith(FOLDER) ? path.slice(FOLDER.length) : path));
}

function exists(path: string, paths: ReadonlySet<string>): boolean {
  return paths.has(`${FOLDER}${path}`) || paths.has(path);
}

/** The path without `.` and `..`, in NFC; undefined when it is absolute or leads out of the skill. */
function plainPath(path: string): string | undefined {
  if (/^[/\\]|^[A-Za-z]:/.test(path)) return undefined;
  const segments: string[] = [];
  for (const segment of path.normalize('NFC').split('/')) {
    if (segment === '..' && segments.pop() === undefined) return undefined;
    if (segment !== '..' && segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
