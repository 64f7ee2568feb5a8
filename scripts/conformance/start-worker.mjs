import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Log, LogLevel, Miniflare } from 'miniflare';
import { buildConformanceWorker } from './build-worker.mjs';
import { makeConformanceBundle } from './test-bundle.mjs';

const ENTRY = `import { createWorker } from './frontmcp-worker.js';
import deployBundle from './frontmcp.deploy.bundle.js';
const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: 'base' });
export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;

/**
 * Starts the Worker with the suite's fixtures in local workerd.
 * @param {string} root of the project
 * @param {number} [port] 0 for any free port
 * @param {(line: string) => void} [onLine] receives each line of the Worker's log
 */
export async function startConformanceWorker(root, port = 0, onLine = () => undefined) {
  const [{ code, scripts }, { compiled, publicKey }] = await Promise.all([
    buildConformanceWorker(root),
    makeConformanceBundle(root),
  ]);
  const engine = await readFile(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'));
  /**
   * @param {string} path
   * @param {string} contents
   */
  const module = (path, contents) => ({ type: /** @type {const} */ ('ESModule'), path, contents });
  const object = (/** @type {string} */ className) => ({ className, useSQLite: true });
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port,
    log: new Log(LogLevel.NONE),
    handleRuntimeStdio: (/** @type {import('node:stream').Readable[]} */ ...streams) => {
      for (const stream of streams)
        stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
          for (const line of text.split('\n')) if (line !== '') onLine(line);
        });
    },
    modules: [
      module('worker.js', ENTRY),
      module('frontmcp-worker.js', code),
      module('agentscript.js', scripts),
      module('frontmcp.deploy.bundle.js', `export default ${JSON.stringify(compiled)};\n`),
      { type: 'CompiledWasm', path: 'quickjs.wasm', contents: engine },
    ],
    compatibilityDate: '2026-05-01',
    bindings: { TRUSTED_PUBKEY: publicKey },
    durableObjects: { SESSIONS: object('SessionDO'), EVENTS: object('EventStoreDO'), BUNDLE: object('BundleDO') },
    kvNamespaces: { REPLAY_NONCE: 'nonces' },
  });
  const address = await miniflare.ready;
  return { url: new URL('/mcp', address).href, close: () => miniflare.dispose() };
}
