import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Failure } from './ports.js';

/** The absolute paths that were written, or why not all could be. */
export type WrittenFolder = { ok: true; written: string[] } | { ok: false; failure: Failure };

/**
 * Writes files, by their path relative to `out`, which is relative to `directory`. Nothing is written through a link
 * that lies in the project: a pull request may have put it there, and it may lead anywhere.
 */
export async function writeFolder(
  directory: string,
  out: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<WrittenFolder> {
  const folder = resolve(directory, out);
  const trusted = isWithin(directory, folder) ? resolve(directory) : folder;
  try {
    const written: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      const link = await findLink(trusted, path);
      if (link !== undefined)
        return {
          ok: false,
          failure: unwritable(
            link,
            'it is a link, and where it leads is not written to',
            'Remove the link, or name another folder.',
          ),
        };
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      written.push(path);
    }
    return { ok: true, written };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: unwritable(folder, reason, 'Name another folder.') };
  }
}

function unwritable(path: string, reason: string, hint: string): Failure {
  return { code: 'output-unwritable', message: `"${path}" cannot be written: ${reason}.`, hint };
}

/** The first link on the way from a folder down to a path, itself included. */
async function findLink(from: string, path: string): Promise<string | undefined> {
  let at = from;
  for (const segment of relative(from, path).split(sep)) {
    at = join(at, segment);
    const stats = await lstat(at).catch(() => undefined);
    if (stats?.isSymbolicLink()) return at;
  }
  return undefined;
}

function isWithin(directory: string, path: string): boolean {
  const inside = relative(directory, path);
  return !isAbsolute(inside) && inside.split(sep)[0] !== '..';
}
