import { spawn } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildInstrumented } from './build-instrumented.mjs';
import { GLOBALS } from './counter.mjs';

/** Names the file that a process writes its count to. */
const OUTPUT_VARIABLE = 'JOURNEY_OUTPUT';

/** Lets packages use `require`, counts from the start, and writes the count when the process ends. */
const BANNER = `import { createRequire as __createRequire } from 'node:module';
import { writeFileSync as __writeFile } from 'node:fs';
const require = __createRequire(import.meta.url);
globalThis.${GLOBALS.counter}.start();
process.on('exit', () => {
  if (process.env.${OUTPUT_VARIABLE}) __writeFile(process.env.${OUTPUT_VARIABLE}, JSON.stringify(globalThis.${GLOBALS.counter}.stop()));
});`;

/**
 * The command line of a folder, instrumented.
 * @typedef {object} CommandLine
 * @property {(args: string[], more?: { cwd?: string, variables?: Record<string, string> }) => Promise<import('./counter.mjs').Entered[]>} run
 *   runs a command and returns the functions that it entered; rejects with what it printed when it fails
 */

/**
 * Bundles the command line of a folder.
 * @param {string} root of the folder
 * @param {string} scratch folder to write to
 * @returns {Promise<CommandLine>}
 */
export async function buildCommandLine(root, scratch) {
  const program = join(scratch, 'cli/index.js');
  await buildInstrumented(
    root,
    { entryPoints: [join(root, 'src/cli/index.ts')], outfile: program, platform: 'node' },
    BANNER,
  );
  // The command line reads the compiled runtime from the folder beside its own.
  await cp(join(root, 'dist/runtime'), join(scratch, 'runtime'), { recursive: true });
  const output = join(scratch, 'entered.json');
  return {
    async run(args, { cwd = scratch, variables = {} } = {}) {
      await runNode(program, args, {
        cwd,
        env: { ...process.env, ...variables, NO_COLOR: '1', [OUTPUT_VARIABLE]: output },
      });
      return JSON.parse(await readFile(output, 'utf8'));
    },
  };
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 */
function runNode(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (printed += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`"frontmcp ${args.join(' ')}" ended with ${code}:\n${printed}`)),
    );
  });
}
