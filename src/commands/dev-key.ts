import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateKey } from '../push/keys/generate-key.js';

/** A throw-away key pair for local use. */
export interface DevKey {
  privatePem: string;
  publicPem: string;
}

/**
 * The key of a local Worker: made anew, or kept beside the state that it signed, because a Worker boots
 * only from copies whose signature fits its trust roots.
 */
export async function devKey(stateDirectory: string | undefined): Promise<DevKey> {
  if (stateDirectory === undefined) return generateKey('dev');
  const path = join(stateDirectory, 'dev-key.json');
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as DevKey;
  const { privatePem, publicPem } = await generateKey('dev');
  await mkdir(stateDirectory, { recursive: true });
  await writeFile(path, JSON.stringify({ privatePem, publicPem }), { mode: 0o600 });
  return { privatePem, publicPem };
}
