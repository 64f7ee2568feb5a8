// Starts workerd by itself with one Worker: what Miniflare does before is no part of a deployment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const fromMiniflare = createRequire(createRequire(import.meta.url).resolve('miniflare'));
/** @type {{ default: string }} */
const { default: workerd } = fromMiniflare('workerd');

/**
 * Writes workerd's configuration of a Worker into a folder and returns its path.
 * @param {string} folder
 * @param {string} name
 * @param {string} code the entry
 * @param {string[]} [others] names of files in the folder that it imports
 * @param {string[]} [flags] compatibility flags
 */
export async function configure(folder, name, code, others = [], flags = []) {
  await writeFile(join(folder, `${name}.js`), code);
  const modules = [`${name}.js`, ...others].map(
    (file) => `(name = "${file}", ${file.endsWith('.wasm') ? 'wasm' : 'esModule'} = embed "${file}")`,
  );
  const config = join(folder, `${name}.capnp`);
  await writeFile(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .worker)], sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);
const worker :Workerd.Worker = (modules = [${modules.join(', ')}], compatibilityDate = "2026-05-01", compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join(', ')}]);
`,
  );
  return config;
}

/**
 * Milliseconds from starting the process to its first answer.
 * @param {string} config
 * @param {(pid: number) => unknown} [look] called with the id of the process before it ends
 */
export async function timeToFirstAnswer(config, look = () => undefined) {
  const started = performance.now();
  const child = spawn(workerd, ['serve', config, '--control-fd=3'], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  try {
    const port = await listening(child);
    await (await fetch(`http://127.0.0.1:${port}/health`)).text();
    const milliseconds = performance.now() - started;
    look(child.pid ?? NaN);
    return milliseconds;
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
async function listening(child) {
  for await (const line of createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stdio[3]) })) {
    const { event, port } = JSON.parse(line);
    if (event === 'listen') return port;
  }
  throw new Error('workerd ended before it listened.');
}
