import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

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
