import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { HonestCase } from '../types.js';
import type { PlainResult } from './run-plain.js';

/** Runs scripts in a fresh thread of plain Node, away from whatever a test runner does to its globals. */
export async function expectPlain(cases: HonestCase[]): Promise<PlainResult[]> {
  const entry = fileURLToPath(new URL('./child.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  });
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  const thread = new Worker(new URL(`data:text/javascript;base64,${code}`), { workerData: cases });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`A script stops plain Node (exit ${code}).`)));
  });
}
