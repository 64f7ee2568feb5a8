import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository's root. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** A file of dist/, as a tag of this repository ships it. `FRONTMCP_DIST` names another folder, to try a build elsewhere. */
export function distPath(file: string): string {
  const path = join(process.env['FRONTMCP_DIST'] ?? join(ROOT, 'dist'), file);
  if (!existsSync(path)) throw new Error(`${path} is missing: run "npm run build" first.`);
  return path;
}
