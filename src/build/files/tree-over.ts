import type { FileContent, FileTree, TreeSource } from './file-tree.js';
import { resolvePath } from './tree-paths.js';
import { walkTree } from './walk-tree.js';

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
