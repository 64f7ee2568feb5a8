import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The clients, by exact version: what passed yesterday is what runs today. */
const PACKAGES = { '@modelcontextprotocol/inspector': '2.12.0', 'mcp-remote': '0.15.1' };
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Fetches the clients into a folder that is not the project's, unless they are there already.
 * @param {string} folder
 * @returns {Promise<{ inspector: string, remote: string }>} the program of each, to be run with Node
 */
export async function installClients(folder) {
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES });
  const list = join(folder, 'installed.json');
  if ((await readFile(list, 'utf8').catch(() => undefined)) !== wanted) {
    await writeFile(join(folder, 'package.json'), wanted);
    await install(folder);
    await writeFile(list, wanted);
  }
  return {
    inspector: join(folder, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js'),
    remote: join(folder, 'node_modules/mcp-remote/dist/proxy.js'),
  };
}

/** @param {string} folder */
async function install(folder) {
  const child = spawn(npm, ['install', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0)
    throw new Error(`npm could not install ${Object.keys(PACKAGES).join(' and ')} (it ended with ${code}).`);
}
