import { isGitFolder } from './portable-names.js';
import { joinPath } from './tree-source.js';
import type { TreeNode, TreeSource } from './tree-source.js';

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

/** The parent of a path in its stored spelling; '' for a child of the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Absolute on any system: what is relative here must not be a drive elsewhere. */
function isAbsolute(path: string): boolean {
  return path.startsWith('/') || path.startsWith('\\') || /^[A-Za-z]:/.test(path) || path.includes('\0');
}

/** Some file systems store NFD; a path in NFC still has to find its file there. */
async function findNode(source: TreeSource, directory: string, name: string): Promise<TreeNode | undefined> {
  const exact = await source.node(directory, name);
  if (exact || /^[\x00-\x7f]*$/.test(name)) return exact;
  const wanted = name.normalize('NFC');
  const children = (await source.list(directory)) ?? [];
  return children.filter((child) => child.name.normalize('NFC') === wanted).sort(byName)[0];
}

/** UTF-16 code units: the same order on every machine. */
export function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
