import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readConfiguration } from './emitted-worker.mjs';

const run = promisify(execFile);
const ENVIRONMENT = 'production';

/** @typedef {'first' | 'second' | 'third'} BundleName */
/**
 * A bundle as `build --out` writes it; artifacts by digest.
 * @typedef {{ text: string, sha256: string, artifacts: Record<string, Buffer<ArrayBuffer>> }} ReleasedBundle
 */
/** @typedef {Record<BundleName, ReleasedBundle>} Bundles */
/** @typedef {[file: string, change: (text: string) => string]} Edit */
/**
 * A release that is open, and the project that it deploys.
 * @typedef {object} Release
 * @property {string} version
 * @property {string} commit
 * @property {string} environment
 * @property {typeof import('miniflare')} miniflare the release's own
 * @property {string} scratch
 * @property {string[]} signing arguments that name the key
 * @property {(...args: string[]) => Promise<{ stdout: string }>} cli runs a command of the release in the project
 * @property {(name: BundleName) => Promise<void>} edit makes the project the first, second or third; in this order
 * @property {() => Promise<void>} restart makes the project what it was
 */

/**
 * What is changed in the project before each push; the first is what the Worker is deployed with.
 * @type {Record<BundleName, Edit[]>}
 */
const EDITS = {
  first: [],
  second: [['skills/glossary/SKILL.md', (text) => `${text}- **refund**: money that goes back – at most 100 %.\n`]],
  third: [['skills/find-order/SKILL.md', (text) => text.replace('by its number.', 'by its number or its note.')]],
};

/**
 * Opens a release, as its dist/ ships it, beside a copy of the project that it deploys. Rejects when the checkout is not as
 * it was committed.
 * @param {string} checkout folder of the release
 * @param {string} project folder of the project
 * @param {string} scratch folder for everything that is made
 * @param {import('node:crypto').KeyPairKeyObjectResult} key
 * @returns {Promise<Release>}
 */
export async function openRelease(checkout, project, scratch, { privateKey }) {
  const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'));
  const miniflare = createRequire(join(checkout, 'package.json')).resolve('miniflare');
  const directory = join(scratch, 'project');
  const keyFile = join(scratch, 'release-key.pem');
  const restart = () => cp(project, directory, { recursive: true, force: true });
  await restart();
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const command = [join(checkout, 'dist/cli/index.js'), 'deploy'];
  const env = { PATH: process.env.PATH, HOME: scratch, NO_COLOR: '1' };
  return {
    version,
    commit: await cleanCommit(checkout),
    environment: ENVIRONMENT,
    miniflare: await import(pathToFileURL(miniflare).href),
    scratch,
    signing: ['--key-file', keyFile, '--key-id', 'release'],
    cli: (...args) => run(process.execPath, [...command, ...args, '--cwd', directory, '--env', ENVIRONMENT], { env }),
    edit: (name) => edit(directory, EDITS[name]),
    restart,
  };
}

/**
 * The bundles as `build --out` writes them, in the order of the pushes.
 * @param {Release} release
 */
export async function buildBundles({ cli, edit, restart, scratch }) {
  /** @type {Partial<Bundles>} */
  const bundles = {};
  for (const name of /** @type {BundleName[]} */ (Object.keys(EDITS))) {
    await edit(name);
    const folder = join(scratch, 'bundles', name);
    await cli('build', '--out', folder);
    const text = await readFile(join(folder, 'bundle.json'), 'utf8');
    /** @type {ReleasedBundle['artifacts']} */
    const artifacts = {};
    for (const digest of await readdir(join(folder, 'artifacts')))
      artifacts[digest] = await readFile(join(folder, 'artifacts', digest));
    bundles[name] = { text, sha256: createHash('sha256').update(text).digest('hex'), artifacts };
  }
  await restart();
  return /** @type {Bundles} */ (bundles);
}

/**
 * The folder that `emit-wrangler --out` writes, with the configuration in its other form beside it.
 * @param {Release} release
 */
export async function emitWorker({ cli, signing, scratch }) {
  const folder = join(scratch, 'worker');
  await cli('emit-wrangler', '--out', folder, ...signing);
  await writeFile(join(folder, 'wrangler.jsonc'), (await cli('emit-wrangler', '--format', 'jsonc')).stdout);
  return { folder, configuration: await readConfiguration(folder) };
}

/** @param {string} checkout */
async function cleanCommit(checkout) {
  const git = async (/** @type {string[]} */ ...args) => (await run('git', ['-C', checkout, ...args])).stdout.trim();
  const changed = await git('status', '--porcelain', '--', 'src', 'dist', 'package.json', 'schemas');
  if (changed !== '') throw new Error(`The checkout is not as it was committed:\n${changed}`);
  return git('rev-parse', 'HEAD');
}

/**
 * @param {string} directory
 * @param {Edit[]} edits
 */
async function edit(directory, edits) {
  for (const [file, change] of edits) {
    const path = join(directory, file);
    const text = await readFile(path, 'utf8');
    if (change(text) === text) throw new Error(`${file} does not have what is to be changed.`);
    await writeFile(path, change(text));
  }
}
