import type { FileTree } from './file-tree.js';
import { resolvePath } from './resolve-path.js';
import type { TreeSource } from './tree-source.js';
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
      if (at.size > maxBytes) return { ok: false, fault: 'too-large', detail: `${at.size} bytes` };
      return source.bytes(at.path, maxBytes);
    },
    async kind(path) {
      const { found } = await resolvePath(source, path);
      return found === 'submodule' || found === 'other' ? 'absent' : found;
    },
    walk: (directory) => walkTree(source, directory, places),
  };
}
