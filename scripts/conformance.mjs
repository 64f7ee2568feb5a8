// The official MCP conformance suite against the Worker in workerd, both generations and the skills extension.
// Run: npm run conformance [-- --verbose] [--keep <folder for the suite's results>]
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startConformanceWorker } from './conformance/start-worker.mjs';

const SUITE = fileURLToPath(
  new URL('../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url),
);
const SKILLS = ['sep-2640-skills-enumeration', 'sep-2640-skills-manifest', 'sep-2640-skills-directory'];
/**
 * Not in the frozen sets of required scenarios, and expected of this Worker all the same.
 * @type {[scenario: string, version: string][]}
 */
const ALSO = [
  ['server-session-lifecycle', '2025-11-25'],
  ['server-sse-polling', '2025-11-25'],
  ['server-sse-multiple-streams', '2025-11-25'],
  ['json-schema-2020-12', '2025-11-25'],
  ['http-header-validation', '2026-07-28'],
];

/**
 * Scenarios to run, as arguments of the suite.
 * @typedef {{ title: string, arguments: string[] }} Run
 */
/**
 * A check in the suite's results.
 * @typedef {{ id: string, status: string, errorMessage?: string }} Check
 */

/** @type {Run[]} */
const RUNS = [
  { title: '2026-07-28, required', arguments: ['--requirements', '2026-07-28'] },
  { title: '2025-11-25, required', arguments: ['--requirements', '2025-11-25'] },
  ...ALSO.map(([scenario, version]) => ({
    title: `${version}, ${scenario}`,
    arguments: ['--scenario', scenario, '--spec-version', version],
  })),
  ...SKILLS.map((scenario) => ({
    title: `skills extension, ${scenario}`,
    arguments: ['--scenario', scenario, '--spec-version', '2026-07-28', '--force'],
  })),
];

const { values: flags } = parseArgs({ options: { verbose: { type: 'boolean' }, keep: { type: 'string' } } });
const required = new Map(
  await Promise.all(
    ['2026-07-28', '2025-11-25'].map(
      async (revision) => /** @type {const} */ ([revision, await readRequired(revision)]),
    ),
  ),
);
const results = flags.keep ?? (await mkdtemp(join(tmpdir(), 'frontmcp-conformance-')));
const worker = await startConformanceWorker(fileURLToPath(new URL('..', import.meta.url)));
try {
  let ok = true;
  for (const [position, run] of RUNS.entries()) ok = (await report(run, join(results, String(position)))) && ok;
  process.exitCode = ok ? 0 : 1;
} finally {
  await worker.close();
  if (!flags.keep) await rm(results, { recursive: true, force: true });
}

/**
 * Runs scenarios and prints their totals; what failed is printed with the suite's own words.
 * @param {Run} run
 * @param {string} folder for the suite's results
 */
async function report({ title, arguments: selection }, folder) {
  const { code, output } = await runSuite(['server', '--url', worker.url, ...selection, '-o', folder]);
  const scenarios = (await readScenarios(folder)).filter(({ name }) => isScored(selection, name));
  const failed = scenarios.filter(({ checks }) => checks.some(({ status }) => status === 'FAILURE'));
  const checks = scenarios.flatMap((scenario) => scenario.checks);
  const passed = checks.filter(({ status }) => status === 'SUCCESS').length;
  const warnings = checks.filter(({ status }) => status === 'WARNING').length;
  console.log(
    `${title}: ${scenarios.length - failed.length} of ${scenarios.length} scenarios, ${passed} checks passed${warnings ? `, ${warnings} warnings` : ''}`,
  );
  for (const { name, checks: all } of scenarios) {
    for (const { id, status, errorMessage } of all) {
      if (status === 'FAILURE' || status === 'WARNING') console.log(`  ${status} ${name} ${id}: ${errorMessage}`);
    }
  }
  if (flags.verbose || (code !== 0 && failed.length === 0)) console.log(output);
  return code === 0 && failed.length === 0 && scenarios.length > 0;
}

/**
 * The suite runs scenarios of extensions along with the required ones, and never scores them.
 * @param {string[]} selection
 * @param {string} scenario
 */
function isScored(selection, scenario) {
  return selection[0] !== '--requirements' || required.get(selection[1] ?? '')?.has(scenario) === true;
}

/**
 * The server scenarios that a revision requires, by the suite's own list.
 * @param {string} revision
 */
async function readRequired(revision) {
  const { output } = await runSuite(['list', '--requirements', revision]);
  const [, section = ''] = /Server scenarios[^\n]*\n([^]*?)\n\n/.exec(output) ?? [];
  return new Set([...section.matchAll(/- (\S+)/g)].map(([, name]) => name));
}

/**
 * @param {string[]} given
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runSuite(given) {
  const suite = spawn(process.execPath, [SUITE, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [suite.stdout, suite.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => suite.once('close', (code) => resolve({ code, output })));
}

/** @param {string} folder */
async function readScenarios(folder) {
  /** @type {string[]} */
  const none = [];
  const files = (await readdir(folder, { recursive: true }).catch(() => none)).filter((file) =>
    file.endsWith('checks.json'),
  );
  return Promise.all(
    files.sort().map(async (file) => ({
      name: file.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, ''),
      checks: /** @type {Check[]} */ (JSON.parse(await readFile(join(folder, file), 'utf8'))),
    })),
  );
}
