import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Failure } from './ports.js';

/** An optional package of the user's project, or why it is not there. */
export type Peer<T> = { ok: true; module: T } | { ok: false; failure: Failure };

/**
 * Loads an optional peer from the project, else from where this tool is installed.
 * @param from folders to look from, nearest first
 */
export async function resolvePeer<T>(name: string, from: readonly string[]): Promise<Peer<T>> {
  for (const folder of from) {
    try {
      const path = createRequire(join(folder, 'resolve.js')).resolve(name);
      // The specifier is known only at run time, so no bundler may try to follow it.
      const loaded = (await import(/* webpackIgnore: true */ pathToFileURL(path).href)) as T & { default?: T };
      return { ok: true, module: loaded.default ?? loaded };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return {
    ok: false,
    failure: {
      code: 'peer-missing',
      message: `This needs the package "${name}", which is not installed here.`,
      hint: `Run: npm install --save-dev ${name}`,
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}
