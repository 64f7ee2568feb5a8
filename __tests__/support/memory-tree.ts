import type { FileContent, FileEntry, FileTree } from '../../src/build/files/file-tree.js';

/** A file tree that lives in memory: path → content. Directories are those that the paths imply. */
export function memoryTree(files: Record<string, string | Uint8Array>): FileTree {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]));
  return {
    label: 'memory',
    read: async (path, { maxBytes }) => readFrom(contents, path, maxBytes),
    kind: async (path) => kindOf(contents, path),
    walk: async (directory) => ({ files: entriesBelow(contents, directory), problems: [] }),
  };
}

type Contents = Map<string, Uint8Array<ArrayBuffer>>;

function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function readFrom(contents: Contents, path: string, maxBytes: number): FileContent {
  const bytes = contents.get(path);
  if (bytes && bytes.byteLength > maxBytes) return { ok: false, fault: 'too-large' };
  if (bytes) return { ok: true, bytes };
  const kind = kindOf(contents, path);
  return { ok: false, fault: kind === 'file' ? 'unreadable' : kind };
}

function kindOf(contents: Contents, path: string): 'file' | 'directory' | 'absent' | 'outside' {
  if (path.startsWith('/') || path.split('/').includes('..')) return 'outside';
  if (contents.has(path)) return 'file';
  return path === '' || path === '.' || entriesBelow(contents, path).length > 0 ? 'directory' : 'absent';
}

function entriesBelow(contents: Contents, directory: string): FileEntry[] {
  const prefix = directory === '' || directory === '.' ? '' : `${directory}/`;
  return [...contents]
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, bytes]) => ({ path, size: bytes.byteLength }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
