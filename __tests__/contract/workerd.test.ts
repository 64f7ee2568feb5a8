import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { loadVectors } from './load-vectors.js';
import { suites } from './suites.js';
import { vectorCases } from './vector-cases.js';
import type { CaseResult } from './worker.js';

const vectors = loadVectors();
const all = vectors ? [...suites, { title: 'public vectors', cases: vectorCases(vectors) }] : suites;

/** The suites as one Worker: it answers any request with the outcome of every case. */
const ENTRY = `
import { suites } from './suites.js';
import { vectorCases } from './vector-cases.js';
import { runSuites } from './worker.js';
const vectors = ${JSON.stringify(vectors ?? null)};
export default {
  async fetch() {
    const all = vectors ? [...suites, { title: 'public vectors', cases: vectorCases(vectors) }] : suites;
    return Response.json(await runSuites(all));
  },
};`;

async function bundleSuites(): Promise<string> {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'import'],
  });
  return outputFiles[0]?.text ?? '';
}

const results = new Map<string, CaseResult>();

beforeAll(async () => {
  // No nodejs_compat: what src/contract needs must be there without it.
  const worker = new Miniflare({ modules: true, script: await bundleSuites(), compatibilityDate: '2026-07-01' });
  try {
    const response = await worker.dispatchFetch('http://suites.localhost/');
    for (const result of (await response.json()) as CaseResult[])
      results.set(`${result.title}: ${result.name}`, result);
  } finally {
    await worker.dispose();
  }
}, 120_000);

describe.each(all)('$title, in workerd', ({ title, cases }) => {
  test.each(cases)('$name', ({ name }) => {
    const result = results.get(`${title}: ${name}`);
    expect(result).toBeDefined();
    expect(result?.error).toBeUndefined();
  });
});
