import type { FileTree, Walk } from '../../files/file-tree.js';

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
