import { suggest } from '../../contract/search/suggest.js';
import type { PathFault } from '../diagnostics/catalogue-manifest-specs.js';
import { problem, type Problem } from '../diagnostics/collector.js';
import type { Location } from '../diagnostics/diagnostic.js';
import type { FileTree, Walk } from '../files/file-tree.js';

/** Where paths of the manifest start, and where they are looked up. */
export interface ManifestFiles {
  files: FileTree;
  /** Directory of the manifest, relative to the root of the file tree; '' for the root. */
  directory: string;
}

/** A path of the manifest, as written. */
export interface WrittenPath {
  /** The field, for messages. */
  field: string;
  text: string;
  at: Location;
}

/** The outcome of {@link resolveFile}: a path from the root of the file tree, when one can be said, and whether it can be read. */
export interface ResolvedFile {
  path?: string;
  problems: Problem[];
}

/** Looks up a path of the manifest, relative to the manifest's directory; it must exist, be what is wanted and stay inside the root. */
export async function resolveFile(
  { files, directory }: ManifestFiles,
  { field, text, at }: WrittenPath,
  wanted: 'file' | 'directory',
): Promise<ResolvedFile> {
  const wrong = (fault: PathFault, suggestion?: string) => [
    problem('manifest-path', { field, path: text, fault, ...(suggestion ? { suggestion } : {}) }, at),
  ];
  if (text.includes('\\')) return { problems: wrong('backslash', text.replaceAll('\\', '/')) };
  const path = joinWithin(directory, text);
  if (path === undefined) return { problems: wrong('outside') };
  const kind = await files.kind(path);
  if (kind === wanted) return { path, problems: [] };
  if (kind === 'absent') return { path, problems: wrong('absent', await nearby(files, path, text, wanted)) };
  return { path, problems: wrong(kind === 'outside' ? 'outside' : kind === 'file' ? 'is-file' : 'is-directory') };
}

/** Joins a relative path to a directory; undefined when it is absolute or leaves the root. The result is in NFC, '' is the root. */
export function joinWithin(directory: string, path: string): string | undefined {
  if (/^(?:\/|[A-Za-z]:)/.test(path) || path.includes('\0')) return undefined;
  const segments: string[] = [];
  for (const segment of `${directory}/${path}`.normalize('NFC').split('/')) {
    if (segment === '..' && segments.pop() === undefined) return undefined;
    if (segment !== '..' && segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** A file beside the missing one with nearly its name, written the way the missing one was. */
async function nearby(
  files: FileTree,
  path: string,
  text: string,
  wanted: 'file' | 'directory',
): Promise<string | undefined> {
  if (wanted === 'directory') return undefined;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if ((await files.kind(folder)) !== 'directory') return undefined;
  const walk = await files.walk(folder);
  const nameOf = (file: string) => (folder === '' ? file : file.slice(folder.length + 1));
  const names = walk.files.map((file) => nameOf(file.path)).filter((name) => !name.includes('/'));
  const [best] = suggest(nameOf(path), names);
  return best === undefined ? undefined : text.slice(0, text.lastIndexOf('/') + 1) + best;
}

/** The same file tree, asked about each path only once: every environment of a manifest names much the same files. */
export function rememberFiles(files: FileTree): FileTree {
  const kinds = new Map<string, ReturnType<FileTree['kind']>>();
  const walks = new Map<string, Promise<Walk>>();
  return {
    label: files.label,
    read: (path, limit) => files.read(path, limit),
    kind: (path) => remember(kinds, path, () => files.kind(path)),
    walk: (directory) => remember(walks, directory, () => files.walk(directory)),
  };
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
