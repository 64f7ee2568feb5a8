// The action's start-up: time to the first log line and for a whole dry run, beside bare Node and @actions/core alone.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable, median } from './table.mjs';

const RUNS = 15;
const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-bench-'));

await writeFile(join(scratch, 'bare.mjs'), 'console.log("first line");\n');
await writeFile(join(scratch, 'core.mjs'), 'import * as core from "@actions/core";\ncore.info("first line");\n');
const { build } = await import('esbuild');
await build({
  entryPoints: [join(scratch, 'core.mjs')],
  outfile: join(scratch, 'core-bundled.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  nodePaths: [join(root, 'node_modules')],
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: 'error',
});

const environment = {
  ...process.env,
  GITHUB_WORKSPACE: join(root, 'fixtures/acme-shop'),
  'INPUT_WORKING-DIRECTORY': join(root, 'fixtures/acme-shop'),
  'INPUT_DRY-RUN': 'true',
  RUNNER_TEMP: scratch,
  D1_AUDIT_ID: 'd1',
  KV_BUNDLE_CACHE_ID: 'kv',
  KV_REPLAY_NONCE_ID: 'kv',
};

/** @type {[name: string, args: string[]][]} */
const subjects = [
  ['bare Node', [join(scratch, 'bare.mjs')]],
  ['@actions/core alone, bundled', [join(scratch, 'core-bundled.mjs')]],
  ['the action, dry run of the demo shop', [join(root, 'dist/action/index.js')]],
];

/** @type {Map<string, { first: number[], whole: number[] }>} */
const measured = new Map(subjects.map(([name]) => [name, { first: [], whole: [] }]));
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, args] of subjects) {
    const { first, whole } = await time(args);
    measured.get(name)?.first.push(first);
    measured.get(name)?.whole.push(whole);
  }
}
await rm(scratch, { recursive: true, force: true });

const middles = subjects.map(([name]) => {
  const { first, whole } = measured.get(name) ?? { first: [], whole: [] };
  return { name, first: median(first), whole: median(whole) };
});
const [, core = NaN, action = NaN] = middles.map(({ first }) => first);
printTable(
  ['', 'first line, ms', 'to core', 'whole run, ms'],
  middles.map(({ name, first, whole }) => [name, first.toFixed(0), `${(first / core).toFixed(2)} x`, whole.toFixed(0)]),
);
console.log(
  `\nFirst line: ${(action / core).toFixed(2)} x of @actions/core alone; the goal is at most 2 x (medians of ${RUNS} runs, taken in turn).`,
);

/**
 * @param {string[]} args
 * @returns {Promise<{ first: number, whole: number }>}
 */
function time(args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    /** @type {number | undefined} */
    let first;
    child.stdout.on('data', () => (first ??= performance.now() - started));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve({ first: first ?? NaN, whole: performance.now() - started })
        : reject(new Error(`${args[0]} ended with ${code}`)),
    );
  });
}
