// The gate: everything that must hold, in one command, with one closing line. Run: npm test
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);
const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-test-'));
const report = join(scratch, 'jest.json');

/**
 * Checks that pass or fail as a whole; each counts as one test.
 * @type {[name: string, command: string[]][]}
 */
const CHECKS = [
  ['Node 24 comes with the project', [join(root, 'scripts/check-node.mjs')]],
  ['types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['types of the Worker', [bin('typescript/bin/tsc'), '-p', 'tsconfig.worker.json']],
  ['types of the Workers it is compared with', [bin('typescript/bin/tsc'), '-p', 'bench/mcp/peers']],
  ['lint, import rules included', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['no dead code', [bin('knip/bin/knip.js')]],
  ['no code that only tests use', [bin('knip/bin/knip.js'), '--production']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['generated files are fresh', [join(root, 'scripts/generate.mjs'), '--check']],
  ['dist/ is fresh', [join(root, 'scripts/build.mjs'), '--check']],
  ['the Worker is thin', [join(root, 'scripts/check-thin.mjs')]],
  ['the action is small', [join(root, 'scripts/check-action-size.mjs')]],
  ['the official MCP conformance suite', [join(root, 'scripts/conformance.mjs')]],
  ['the sources hold no path or host of a machine', [join(root, 'scripts/check-sources.mjs')]],
];

const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  bin('jest/bin/jest.js'),
  '--maxWorkers=2',
  '--json',
  `--outputFile=${report}`,
];

const totals = { passed: 0, failed: 0, skipped: 0 };

for (const [name, command] of CHECKS) {
  const started = performance.now();
  const code = await run(command);
  totals[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

const jestCode = await run([...JEST, ...process.argv.slice(2)]);
const results = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
if (results) {
  totals.passed += results.numPassedTests;
  // A suite that does not load has no failed test of its own.
  totals.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  totals.skipped += results.numPendingTests + results.numTodoTests;
}
if (jestCode !== 0 && !(results && totals.failed > 0)) totals.failed += 1;

await rm(scratch, { recursive: true, force: true });
console.log(`tests: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/**
 * @param {string[]} command
 * @returns {Promise<number>}
 */
function run(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
