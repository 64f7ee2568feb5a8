// Keeps what a release stores and emits, for the test that later runtimes still read it: fixtures/formats/README.md.
// Run: node scripts/make-format-fixtures.mjs --checkout <folder> [--out <folder>]
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBundles, emitWorker, openRelease } from './formats/release.mjs';
import { shortExchange } from './formats/short-exchange.mjs';
import { openStorage } from './formats/storage.mjs';
import { live, NAME, TOKEN } from './formats/worker-life.mjs';

const { values: flags } = parseArgs({ options: { checkout: { type: 'string' }, out: { type: 'string' } } });
const { checkout } = flags;
if (checkout === undefined) {
  console.error('Name a checkout of the release, with its dependencies installed: --checkout <folder>');
  process.exit(2);
}

const fixtures = fileURLToPath(new URL('../fixtures/formats', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-formats-'));
/** @type {(() => unknown)[]} */
const cleanups = [() => rm(scratch, { recursive: true, force: true })];
try {
  await make(checkout);
} finally {
  for (const clean of cleanups.reverse()) await clean();
}

/** @param {string} checkout folder of the release */
async function make(checkout) {
  const keys = { release: generateKeyPairSync('ed25519'), next: generateKeyPairSync('ed25519') };
  const release = await openRelease(resolve(checkout), join(fixtures, 'project'), scratch, keys.release);
  const out = resolve(flags.out ?? join(fixtures, `${release.version}-${release.commit.slice(0, 7)}`));
  const bundles = await buildBundles(release);
  const worker = await emitWorker(release);
  const state = join(scratch, 'state');
  const secrets = { RELEASE_PUBKEY: publicPem(keys.release), NEXT_PUBKEY: publicPem(keys.next), API_TOKEN: TOKEN };
  const lived = await live({ release, bundles, worker, state, secrets, key: keys.release.privateKey, cleanups });

  await rm(out, { recursive: true, force: true });
  await cp(join(scratch, 'bundles'), join(out, 'bundles'), { recursive: true });
  await cp(worker.folder, join(out, 'worker'), { recursive: true });
  // The runtime does not go with it: what is to be tried is that a later one takes its place.
  await rm(join(out, 'worker/frontmcp-worker'), { recursive: true });
  await writeFile(join(out, 'release.pem'), secrets.RELEASE_PUBKEY);
  await keepStorage(release, worker.configuration, state, lived.sessions, join(out, 'storage'));
  await writeJson(
    join(out, 'pushes.json'),
    lived.exchanges.map((exchange) => shortExchange(exchange, bundles)),
  );
  await writeJson(join(out, 'release.json'), {
    version: release.version,
    commit: release.commit,
    stoppedAt: lived.stoppedAt,
    bundles: Object.fromEntries(Object.entries(bundles).map(([name, { sha256 }]) => [name, sha256])),
    sessions: lived.sessions,
    approvals: lived.approvals,
  });
  console.log(`${out}: what ${release.version} (${release.commit}) stores and emits`);
}

/**
 * @param {import('./formats/release.mjs').Release} release
 * @param {import('./formats/emitted-worker.mjs').Configuration} configuration
 * @param {string} state
 * @param {Record<string, { id: string }>} sessions
 * @param {string} folder
 */
async function keepStorage({ miniflare, environment }, configuration, state, sessions, folder) {
  const storage = await openStorage(miniflare, configuration, state);
  cleanups.push(() => storage.close());
  await mkdir(folder);
  /**
   * @param {string} file
   * @param {unknown} value
   */
  const keep = (file, value) => writeJson(join(folder, file), value);
  const sessionObjects = [];
  for (const { id } of Object.values(sessions))
    sessionObjects.push(await storage.readObject('SESSIONS', id.replace(/\..*$/, '')));
  const eventObjects = [];
  for (const { id } of sessionObjects) eventObjects.push(await storage.readObject('EVENTS', id));
  await keep('bundle-do.json', [await storage.readObject('BUNDLE', `${NAME}/${environment}`)]);
  await keep('session-do.json', sessionObjects);
  await keep('event-store-do.json', eventObjects);
  await keep('audit.json', await storage.readDatabase('AUDIT'));
  await keep('bundle-cache.json', await storage.readKeys('BUNDLE_CACHE'));
  await keep('replay-nonce.json', await storage.readKeys('REPLAY_NONCE'));
  await keep('skill-data.json', await storage.readBucket('SKILL_DATA'));
}

/** @param {import('node:crypto').KeyPairKeyObjectResult} keys */
function publicPem({ publicKey }) {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/**
 * @param {string} file
 * @param {unknown} value
 */
async function writeJson(file, value) {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
