import { suggest } from '../../contract/search/suggest.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { FileReference } from './harvest-references.js';

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
