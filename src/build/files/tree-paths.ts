import type { TreeNode, TreeSource } from './file-tree.js';

/** As many links as Linux follows in one path. */
const MOST_LINKS = 40;

/** Where a path leads once its links are followed. */
export type ResolvedPath =
  | { found: 'file' | 'directory' | 'submodule' | 'other'; path: string; size: number }
  | { found: 'absent' }
  /** It leaves the root; `target` is the link or segment that does. */
  | { found: 'outside'; target: string };

/**
 * Follows a path from a directory, segment by segment, the way a kernel would, but never above the root, never into
 * a `.git` folder, and never through an absolute link. Names match by their NFC form.
 */
export async function resolvePath(source: TreeSource, path: string, from = ''): Promise<ResolvedPath> {
  if (isAbsolute(path)) return { found: 'outside', target: path };
  const pending = path.split('/').reverse();
  let at: ResolvedPath & { path: string } = { found: 'directory', path: from, size: 0 };
  let links = 0;
  let via = path;
  while (pending.length > 0) {
    const segment = pending.pop() as string;
    if (segment === '' || segment === '.') continue;
    if (at.found !== 'directory') return { found: 'absent' };
    if (segment === '..') {
      if (at.path === '') return { found: 'outside', target: via };
      at = { found: 'directory', path: parentOf(at.path), size: 0 };
      continue;
    }
    if (isGitFolder(segment)) return { found: 'outside', target: via };
    const node = await findNode(source, at.path, segment);
    if (!node) return { found: 'absent' };
    const here = joinPath(at.path, node.name);
    if (node.kind !== 'link') {
      at = { found: node.kind, path: here, size: node.size };
      continue;
    }
    const target = await source.target(here);
    links += 1;
    if (target === undefined || links > MOST_LINKS) return { found: 'absent' };
    if (isAbsolute(target)) return { found: 'outside', target };
    via = target;
    pending.push(...target.split('/').reverse());
  }
  return at;
}

/** Some file systems store NFD; a path in NFC still has to find its file there. */
async function findNode(source: TreeSource, directory: string, name: string): Promise<TreeNode | undefined> {
  const exact = await source.node(directory, name);
  if (exact || /^[\x00-\x7f]*$/.test(name)) return exact;
  const wanted = name.normalize('NFC');
  const children = (await source.list(directory)) ?? [];
  return children.filter((child) => child.name.normalize('NFC') === wanted).sort(byName)[0];
}

/** Absolute on any system: what is relative here must not be a drive elsewhere. */
function isAbsolute(path: string): boolean {
  return path.startsWith('/') || path.startsWith('\\') || /^[A-Za-z]:/.test(path) || path.includes('\0');
}

/** Joins a directory (root: '') and a name. */
export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** The parent of a path in its stored spelling; '' for a child of the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** UTF-16 code units: the same order on every machine. */
export function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Names that Windows gives to devices, whatever ending follows. */
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
/** Characters that cannot stand in a file name on Windows. */
const FORBIDDEN_ON_WINDOWS = '\\:*?"<>|';

/** Why a file name cannot exist on every system, as a phrase; undefined when it can. */
export function portabilityFault(name: string): string | undefined {
  if (DEVICE_NAME.test(name)) return 'Windows keeps this name for a device';
  if (name.endsWith('.')) return 'Windows drops a dot at the end';
  if (name.endsWith(' ')) return 'Windows drops a space at the end';
  for (const character of name) {
    if (character < ' ' || character === '\u007f') return 'it contains a control character';
    if (FORBIDDEN_ON_WINDOWS.includes(character)) return `Windows does not allow ${character} in a name`;
  }
  return undefined;
}

/** Two names that come out equal here are one file on systems that fold case or normalise. */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** Whether a name is git's own folder, on any system. It holds tokens and hooks, never content. */
export function isGitFolder(name: string): boolean {
  return name.toLowerCase() === '.git';
}
