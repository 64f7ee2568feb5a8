import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import type { AuthTarget, RunningTarget, TargetSettings } from './auth-target.js';

const ENTRY = fileURLToPath(new URL('../../runtime/auth/auth-worker.ts', import.meta.url));

/** The sign-in alone, in workerd. */
export const signInTarget: AuthTarget = { name: 'the sign-in alone', start };

/** The JavaScript of the Worker that is nothing but its sign-in. */
export async function signInScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function start({ auth, secrets = {}, service }: TargetSettings): Promise<RunningTarget> {
  const worker = new Miniflare({
    modules: true,
    script: await signInScript(),
    compatibilityDate: '2026-05-01',
    bindings: { AUTH: auth as never, ...(service === undefined ? {} : { SERVICE: service as never }), ...secrets },
  });
  const base = await worker.ready;
  const get: RunningTarget['get'] = (path, headers = {}, signal) =>
    fetch(new URL(path, base), { headers, ...(signal === undefined ? {} : { signal }) });
  return { get, ask: (headers) => get('/mcp', headers), stop: () => worker.dispose() };
}
