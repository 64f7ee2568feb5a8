import type {
  FileContent,
  FileEntry,
  FileTree,
  TreeNode,
  TreeSource,
  Walk,
  WalkFault,
  WalkProblem,
} from './file-tree.js';
import { createIgnoreLookup, type IgnoreLookup } from './ignore-rules.js';
import {
  byName,
  foldName,
  isGitFolder,
  joinPath,
  parentOf,
  portabilityFault,
  resolvePath,
  type ResolvedPath,
} from './tree-paths.js';

/** The file tree over a source: paths, links, ignore rules and bounds are the same for every place. */
export function treeOver(source: TreeSource): FileTree {
  // What a walk has found need not be searched again, segment by segment, to be read.
  const places = new Map<string, string>();
  return {
    label: source.label,
    async read(path, { maxBytes }) {
      const place = places.get(path);
      if (place !== undefined) return source.bytes(place, maxBytes);
      const at = await resolvePath(source, path);
      if (at.found === 'outside') return { ok: false, fault: 'outside', detail: at.target };
      if (at.found === 'absent' || at.found === 'directory') return { ok: false, fault: at.found };
      if (at.found !== 'file') return { ok: false, fault: 'unreadable', detail: 'it is not a regular file' };
      return source.bytes(at.path, maxBytes);
    },
    async kind(path) {
      const { found } = await resolvePath(source, path);
      return found === 'submodule' || found === 'other' ? 'absent' : found;
    },
    walk: (directory) => walkTree(source, directory, places),
  };
}

/** Reads under way at once: enough for a good batch of git objects, few enough for any limit on open files. */
const READ_WIDTH = 200;

/** Reads many files, at most 200 at a time; the contents are in the order of the paths. */
export async function readMany(
  files: FileTree,
  paths: readonly string[],
  limit: { maxBytes: number },
): Promise<FileContent[]> {
  const contents = new Array<FileContent>(paths.length);
  let next = 0;
  const work = async () => {
    for (let index = next; index < paths.length; index = next) {
      next = index + 1;
      contents[index] = await files.read(paths[index] as string, limit);
    }
  };
  await Promise.all(Array.from({ length: Math.min(READ_WIDTH, paths.length) }, work));
  return contents;
}

/** Far above any project; stops a walk that was pointed at a disk. */
const MAX_WALK_FILES = 20_000;
/** Deeper than any project nests; also bounds the recursion. */
const MAX_WALK_DEPTH = 32;

/** A directory on the way: how it was reached, and where it really is. */
interface Place {
  /** Path in NFC as the caller sees it, links unfollowed. */
  shown: string;
  /** Path in stored spelling, links followed. */
  real: string;
  depth: number;
  /** Real paths of the directories above it on the way here. */
  trail: readonly string[];
}

interface Walker {
  source: TreeSource;
  rules: IgnoreLookup;
  files: FileEntry[];
  places: Map<string, string>;
  problems: WalkProblem[];
  directories: number;
  full: boolean;
}

/**
 * Every file below a directory; see FileTree.walk. A path that is no directory has no files. `places` learns where
 * each file really is (stored spelling, links followed).
 */
async function walkTree(source: TreeSource, directory: string, places: Map<string, string>): Promise<Walk> {
  const start = await resolvePath(source, directory);
  if (start.found !== 'directory') return { files: [], problems: [] };
  const shown = plainPath(directory);
  const walker: Walker = {
    source,
    rules: createIgnoreLookup(source),
    files: [],
    places,
    problems: [],
    directories: 0,
    full: false,
  };
  if (await isIgnored(walker, start.path, true)) {
    return { files: [], problems: [{ path: shown, problem: 'ignored' }] };
  }
  await walkDirectory(walker, { shown, real: start.path, depth: 0, trail: [] });
  return { files: walker.files.sort(byPath), problems: walker.problems.sort(byPath) };
}

async function walkDirectory(walker: Walker, place: Place): Promise<void> {
  if (place.trail.includes(place.real)) return tell(walker, place.shown, 'link-loop', place.real);
  if (place.depth > MAX_WALK_DEPTH) return tell(walker, place.shown, 'too-deep', `${MAX_WALK_DEPTH} folders`);
  if (overflows(walker, (walker.directories += 1), place.shown)) return;
  const children = await walker.source.list(place.real);
  if (!children) return tell(walker, place.shown, 'unreadable');
  const seen = new Map<string, string>();
  for (const child of children.sort(byName)) {
    if (walker.full) return;
    await visit(walker, place, child, seen);
  }
}

async function visit(walker: Walker, parent: Place, child: TreeNode, seen: Map<string, string>): Promise<void> {
  const real = joinPath(parent.real, child.name);
  if (isGitFolder(child.name) || (await isIgnored(walker, real, child.kind === 'directory'))) return;
  const name = child.name.normalize('NFC');
  const shown = joinPath(parent.shown, name);
  // U+FFFD stands for bytes that are no text: such a name cannot be asked for again.
  if (child.name.includes('\ufffd')) return tell(walker, shown, 'unreadable', 'the name is not valid Unicode');
  const fault = portabilityFault(name);
  if (fault !== undefined) tell(walker, shown, 'reserved-name', fault);
  const twin = seen.get(foldName(name));
  if (twin !== undefined) tell(walker, shown, 'case-collision', twin);
  // The same name in two normal forms cannot both be read by that name; the first one stands.
  if (twin === shown) return;
  seen.set(foldName(name), shown);
  const found = await follow(walker, child, real, shown);
  if (found) await enter(walker, { ...parent, shown }, found);
}

async function enter(walker: Walker, at: Place, found: { found: string; path: string; size: number }): Promise<void> {
  if (found.found === 'file') {
    if (overflows(walker, walker.files.length + 1, at.shown)) return;
    walker.files.push({ path: at.shown, size: found.size });
    walker.places.set(at.shown, found.path);
  } else if (found.found === 'directory') {
    const trail = [...at.trail, at.real];
    await walkDirectory(walker, { shown: at.shown, real: found.path, depth: at.depth + 1, trail });
  } else tell(walker, at.shown, found.found === 'submodule' ? 'submodule' : 'unreadable', 'it is not a regular file');
}

/** Where a child leads; undefined after telling why it is left out. */
async function follow(walker: Walker, child: TreeNode, real: string, shown: string) {
  if (child.kind !== 'link') return { found: child.kind, path: real, size: child.size };
  const target = await resolvePath(walker.source, child.name, parentOf(real));
  const fault = await linkFault(walker, target);
  if (fault) return tell(walker, shown, fault.problem, fault.detail);
  return target as Exclude<ResolvedPath, { found: 'absent' | 'outside' }>;
}

async function linkFault(
  walker: Walker,
  target: ResolvedPath,
): Promise<{ problem: WalkFault; detail?: string } | undefined> {
  if (target.found === 'outside') return { problem: 'link-outside', detail: target.target };
  if (target.found === 'absent') return { problem: 'link-broken' };
  // What .gitignore excludes is not there in another checkout, and may be a secret.
  if (!(await isIgnored(walker, target.path, target.found === 'directory'))) return undefined;
  return { problem: 'link-broken', detail: `"${target.path}" is excluded by .gitignore` };
}

async function isIgnored(walker: Walker, real: string, isDirectory: boolean): Promise<boolean> {
  return real !== '' && (await walker.rules(parentOf(real))).ignores(real, isDirectory);
}

function overflows(walker: Walker, count: number, at: string): boolean {
  if (count <= MAX_WALK_FILES) return false;
  if (!walker.full) tell(walker, at, 'too-many', `${MAX_WALK_FILES} files or folders`);
  walker.full = true;
  return true;
}

function tell(walker: Walker, path: string, problem: WalkFault, detail?: string): undefined {
  walker.problems.push(detail === undefined ? { path, problem } : { path, problem, detail });
}

function plainPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.normalize('NFC').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
