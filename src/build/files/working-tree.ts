import { constants, type Dirent, type Stats } from 'node:fs';
import { lstat, open, readdir, readFile, readlink, realpath, stat, type FileHandle } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileContent, NodeKind, OpenTree, TreeNode, TreeSource } from './file-tree.js';
import { treeOver } from './tree-over.js';
import { isGitFolder } from './tree-paths.js';

/**
 * The files as they are on disk. The root is the git repository that contains the directory, else the directory.
 * Links are followed only inside the root; .git is never entered; the repository's .gitignore files apply.
 * A directory that does not exist gives an empty tree.
 */
export async function openWorkingTree(directory: string): Promise<OpenTree> {
  const found = await findRoot(directory);
  const prefix = relative(found.root, found.directory).split(sep).join('/').normalize('NFC');
  return { tree: treeOver(diskSource(found.root)), prefix };
}

function diskSource(root: string): TreeSource {
  const onDisk = (path: string) => join(root, ...path.split('/'));
  return {
    label: 'working tree',
    list: (directory) => listDirectory(onDisk(directory)),
    node: (directory, name) => nodeAt(join(onDisk(directory), name), name),
    target: async (path) => {
      const target = await readlink(onDisk(path)).catch(() => undefined);
      return sep === '\\' ? target?.replaceAll('\\', '/') : target;
    },
    bytes: async (path, maxBytes) => {
      if (!(await isWithin(root, onDisk(path)))) return { ok: false, fault: 'outside' };
      return readRegularFile(onDisk(path), maxBytes);
    },
  };
}

async function listDirectory(directory: string): Promise<TreeNode[] | undefined> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => undefined);
  return entries && Promise.all(entries.map((entry) => nodeOf(directory, entry)));
}

async function nodeOf(directory: string, entry: Dirent): Promise<TreeNode> {
  const name = entry.name;
  if (!entry.isFile()) return { name, kind: kindOf(entry), size: 0 };
  return (await nodeAt(join(directory, name), name)) ?? { name, kind: 'other', size: 0 };
}

async function nodeAt(path: string, name: string): Promise<TreeNode | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  return stats && { name, kind: kindOf(stats), size: stats.isFile() ? stats.size : 0 };
}

function kindOf(entry: Dirent | Stats): NodeKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** The last word belongs to the system: short names and junctions can spell a path that only it understands. */
async function isWithin(root: string, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => path);
  const inside = relative(root, real);
  const segments = inside.split(sep);
  return !isAbsolute(inside) && segments[0] !== '..' && !segments.some(isGitFolder);
}

async function readRegularFile(path: string, maxBytes: number): Promise<FileContent> {
  let handle: FileHandle | undefined;
  try {
    // Not blocking: a pipe put in the file's place must not hold the build.
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (!stats.isFile()) return { ok: false, fault: 'unreadable', detail: 'it is not a regular file' };
    if (stats.size > maxBytes) return { ok: false, fault: 'too-large', detail: `${stats.size} bytes` };
    return { ok: true, bytes: new Uint8Array(await handle.readFile()) };
  } catch (error) {
    return faultOf(error);
  } finally {
    await handle?.close();
  }
}

function faultOf(error: unknown): FileContent {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return code === 'ENOENT' ? { ok: false, fault: 'absent' } : { ok: false, fault: 'unreadable', detail: code };
}

/**
 * The root of the file tree for a directory: the git repository that contains it, else the directory itself;
 * links followed. Needs no git program.
 */
export async function findRoot(directory: string): Promise<{ root: string; directory: string }> {
  const start = await realpath(directory).catch(() => resolve(directory));
  for (let at = start; ; at = dirname(at)) {
    if (await isRepository(at)) return { root: at, directory: start };
    if (dirname(at) === at) return { root: start, directory: start };
  }
}

/** A folder with a HEAD, or, in a linked work tree or a submodule, a file that says where it is. */
async function isRepository(directory: string): Promise<boolean> {
  const git = join(directory, '.git');
  try {
    if ((await stat(git)).isDirectory()) return (await stat(join(git, 'HEAD'))).isFile();
    return (await readFile(git, 'utf8')).startsWith('gitdir:');
  } catch {
    return false;
  }
}
