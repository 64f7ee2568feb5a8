import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Values for the variables that the demo shop's manifest names. */
export const SHOP_VARIABLES = {
  D1_AUDIT_ID: 'd1-audit',
  KV_BUNDLE_CACHE_ID: 'kv-bundle-cache',
  KV_REPLAY_NONCE_ID: 'kv-replay-nonce',
};

/** A copy of a fixture project in a folder of its own. */
export interface ProjectCopy {
  directory: string;
  remove(): Promise<void>;
}

/** Copies a fixture project. `name` becomes part of the folder's name. */
export async function copyProject(fixture: string, name = 'project'): Promise<ProjectCopy> {
  const parent = await mkdtemp(join(tmpdir(), 'frontmcp-'));
  const directory = join(parent, name);
  await cp(join('fixtures', fixture), directory, { recursive: true });
  return { directory, remove: () => rm(parent, { recursive: true, force: true }) };
}
