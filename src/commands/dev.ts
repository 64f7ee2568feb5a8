import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BuildResult } from '../build/build.js';
import { generateKey } from '../push/keys/generate-key.js';
import type { MiniflareModule } from '../wrangler/local-worker.js';
import { buildDev, DevSession, reasonOf, type DevKey, type DevOptions, type DevPorts } from './dev-session.js';
import { mcpUrlOf } from './outputs.js';
import type { Failure } from './ports.js';
import { resolvePeer } from './resolve-peer.js';

/** A running local Worker, or why there is none. */
export type DevStart =
  { ok: true; mcpUrl: string; close(): Promise<void> } | { ok: false; build?: BuildResult; failure?: Failure };

/**
 * `frontmcp deploy dev`: the same Worker, push and checks as in production, in local workerd, with a
 * throw-away key. Secrets come from `.dev.vars` beside the manifest.
 */
export async function startDev(options: DevOptions, ports: DevPorts): Promise<DevStart> {
  const peer = await resolvePeer<MiniflareModule>('miniflare', [options.directory, options.distDirectory]);
  if (!peer.ok) return peer;
  const build = await buildDev(options, ports);
  if (!build.bundle) return { ok: false, build };
  const state = options.state === undefined ? undefined : resolve(options.directory, options.state);
  const kept = await keptKey(state);
  if (!kept.ok) return kept;
  const { key } = kept;
  const session = new DevSession(options, ports, key, build.bundle, state);
  try {
    await session.start(peer.module);
  } catch (error) {
    return {
      ok: false,
      failure: {
        code: 'worker-not-started',
        message: `The local Worker did not start: ${reasonOf(error)}.`,
        hint: `Is port ${options.port} taken? Choose another with --port.`,
      },
    };
  }
  const failure = await session.push(build.bundle);
  if (failure) {
    await session.close();
    return { ok: false, failure };
  }
  const unwatched = options.watch ? await session.watch(build) : undefined;
  if (unwatched) {
    await session.close();
    return { ok: false, failure: unwatched };
  }
  return { ok: true, mcpUrl: mcpUrlOf(session.url), close: () => session.close() };
}

/** The key beside the state, or why the state's folder cannot be used. */
async function keptKey(
  state: string | undefined,
): Promise<{ ok: true; key: DevKey } | { ok: false; failure: Failure }> {
  try {
    return { ok: true, key: await devKey(state) };
  } catch (error) {
    return {
      ok: false,
      failure: {
        code: 'state-unusable',
        message: `"${state}" cannot keep what the Worker stores: ${reasonOf(error)}.`,
        hint: 'Name a folder with --state that can be written, or remove it to begin anew.',
      },
    };
  }
}

/**
 * The key of a local Worker: made anew, or kept beside the state that it signed, because a Worker boots
 * only from copies whose signature fits its trust roots.
 */
async function devKey(stateDirectory: string | undefined): Promise<DevKey> {
  if (stateDirectory === undefined) return generateKey('dev');
  const path = join(stateDirectory, 'dev-key.json');
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as DevKey;
  const { privatePem, publicPem } = await generateKey('dev');
  await mkdir(stateDirectory, { recursive: true });
  await writeFile(path, JSON.stringify({ privatePem, publicPem }), { mode: 0o600 });
  return { privatePem, publicPem };
}
