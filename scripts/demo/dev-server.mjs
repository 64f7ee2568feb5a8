import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

/**
 * Runs `frontmcp deploy dev` as a user would. Resolves when it prints its ready line; rejects with what it
 * printed when it ends before.
 * @param {{ directory: string, variables: Record<string, string>, onLine: (line: string) => void }} options
 */
export async function startDev({ directory, variables, onLine }) {
  const child = spawn(process.execPath, [CLI, 'deploy', 'dev', '--cwd', directory, '--env', 'local', '--port', '0'], {
    env: { ...process.env, ...variables, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {string[]} */
  const printed = [];
  /** @param {import('node:stream').Readable} stream */
  const lines = (stream) => createInterface({ input: stream }).on('line', (line) => (printed.push(line), onLine(line)));
  lines(child.stderr);
  const output = lines(child.stdout);
  /** @type {string} */
  const mcpUrl = await new Promise((resolve, reject) => {
    output.on('line', (line) => line.startsWith('ready ') && resolve(line.slice('ready '.length).trim()));
    child.once('exit', (code) => reject(new Error(`"frontmcp deploy dev" ended with ${code}:\n${printed.join('\n')}`)));
  });
  return {
    mcpUrl,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      return code;
    },
    exited: once(child, 'exit'),
  };
}
