// Reading large descriptions: 50 operations of each document, beside JSON.parse + SHA-256 of its bytes and beside other readers.
//   node bench/openapi.mjs [--runs N] [--count N] [FILE ...]
// Every figure is the median of fresh processes, in turns; loading modules does not count, memory does.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bundleSource } from './openapi/load-source.mjs';
import { openDocument, operationsOf } from './openapi/strict-mock/document.mjs';
import { median, printTable } from './table.mjs';

/**
 * What one process measured.
 * @typedef {object} Sample
 * @property {number} milliseconds
 * @property {number} cpu
 * @property {number} megabytes
 * @property {number} [operations]
 * @property {number} [bytes]
 * @property {string} [failed] why there are no figures
 */

const PEER = 'openapi-mcp-generator@4.0.1';
const OCTOKIT = '@octokit/openapi@23.0.2';
const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    count: { type: 'string', default: '50' },
    fetch: { type: 'boolean', default: false },
  },
});
const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-openapi-'));
const source = await bundleSource();
try {
  const peer = await fetchPackage(PEER, 'the peer is left out');
  const files = await documents();
  if (files.length === 0)
    console.log(
      "There is no document to read: name some, put them into ../shared/specs, or pass --fetch for GitHub's from npm.",
    );
  for (const file of files) await compare(file, peer);
} finally {
  await source.remove();
  await rm(scratch, { recursive: true, force: true });
}

async function documents() {
  if (positionals.length > 0) return positionals;
  const folder = join(root, '../shared/specs');
  const local = existsSync(folder)
    ? (await readdir(folder))
        .filter((name) => /\.(?:json|ya?ml)$/.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [];
  const fetched = options.fetch ? await fetchPackage(OCTOKIT, "GitHub's description is left out") : undefined;
  return fetched ? [...local, join(fetched, '@octokit/openapi/generated/api.github.com.json')] : local;
}

/**
 * Installs a package into the temporary folder with npm; `undefined` when it cannot be had.
 * @param {string} name
 * @param {string} otherwise
 */
async function fetchPackage(name, otherwise) {
  try {
    await run(
      'npm',
      ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', scratch, name],
      { shell: process.platform === 'win32' },
    );
    return join(scratch, 'node_modules');
  } catch {
    console.log(`${name} cannot be fetched here: ${otherwise}.`);
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {string | undefined} peer
 */
async function compare(file, peer) {
  const ids = operationsOf(openDocument(await readFile(file, 'utf8'))).map(
    ({ method, path, node }) => node.operationId ?? `${method} ${path}`,
  );
  const picked = join(scratch, 'picked.json');
  await writeFile(picked, JSON.stringify({ ids }));
  const module = pathToFileURL(source.outfile).href;
  /** @type {[name: string, args: string[]][]} */
  const subjects = [
    ['parse + SHA-256', ['floor', file]],
    [`frontmcp, ${options.count} operations`, ['ours', file, module, options.count]],
    ['frontmcp, 1 operation', ['ours', file, module, '1']],
    ['swagger-parser validate', ['validate', file]],
    ['swagger-parser dereference', ['dereference', file]],
  ];
  if (peer) subjects.push(['openapi-mcp-generator, all', ['generator', file, join(peer, 'x.js')]]);
  /** @type {Map<string, Sample[]>} */
  const samples = new Map(subjects.map(([name]) => [name, []]));
  for (let turn = 0; turn < Number(options.runs); turn += 1) {
    for (const [name, args] of subjects) samples.get(name)?.push(await measure(args, picked));
  }
  /**
   * @param {string} name
   * @param {(sample: Sample) => number} pick
   */
  const middle = (name, pick) => median((samples.get(name) ?? []).map(pick));
  const floor = middle('parse + SHA-256', (each) => each.milliseconds);
  const floorCpu = middle('parse + SHA-256', (each) => each.cpu);
  console.log(`\n${basename(file)}: ${ids.length} operations`);
  printTable(
    ['', 'ms', 'x floor', 'CPU ms', 'x floor', 'peak MB', 'operations', 'KiB'],
    subjects.map(([name]) => {
      const [first] = samples.get(name) ?? [];
      if (!first) return [name, 'not run', '', '', '', '', '', ''];
      if (first.failed) return [name, first.failed, '', '', '', '', '', ''];
      const cpu = middle(name, (each) => each.cpu);
      const ms = middle(name, (each) => each.milliseconds);
      return [
        name,
        ms.toFixed(0),
        (ms / floor).toFixed(2),
        cpu.toFixed(0),
        (cpu / floorCpu).toFixed(2),
        middle(name, (each) => each.megabytes).toFixed(0),
        first.operations ?? '',
        first.bytes === undefined ? '' : (first.bytes / 1024).toFixed(0),
      ];
    }),
  );
}

/**
 * @param {string[]} args
 * @param {string} picked
 * @returns {Promise<Sample>}
 */
async function measure(args, picked) {
  try {
    const { stdout } = await run(process.execPath, [join(root, 'bench/openapi/measure.mjs'), ...args], {
      env: { ...process.env, PICKED: picked },
      timeout: 120_000,
    });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  } catch (error) {
    const isKilled = error instanceof Error && 'killed' in error && error.killed === true;
    return { milliseconds: NaN, cpu: NaN, megabytes: NaN, failed: isKilled ? 'over 120 s' : 'fails' };
  }
}
