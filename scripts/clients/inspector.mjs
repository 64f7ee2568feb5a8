import { execFile } from 'node:child_process';
import { CHECKS } from './checks.mjs';

/** @typedef {import('./checks.mjs').Check} Check */
/** @typedef {{ way: string, title: string, problem?: string }} Result */

/** How the Inspector reaches the Worker: both generations over Streamable HTTP, and the transport of 2024-11-05. */
const WAYS = [
  { way: 'Inspector, legacy', path: '/mcp', options: ['--transport', 'http', '--protocol-era', 'legacy'] },
  { way: 'Inspector, modern', path: '/mcp', options: ['--transport', 'http', '--protocol-era', 'modern'] },
  { way: 'Inspector, sse', path: '/sse', options: ['--transport', 'sse'] },
];
/** A client that hangs is one that failed; in milliseconds. */
const TIMEOUT_MS = 60_000;

/**
 * Runs every check with the Inspector's command line, and its own check of the skills extension.
 * @param {string} program
 * @param {string} mcpUrl
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Result[]>} one result a check and way: why it failed, or nothing
 */
export async function runInspector(program, mcpUrl, env) {
  /** @type {Result[]} */
  const results = [];
  /**
   * @param {string} target
   * @param {string[]} args
   */
  const run = (target, args) => execute([program, '--cli', target, '--format', 'json', ...args], env);
  for (const { way, path, options } of WAYS) {
    const target = new URL(path, mcpUrl).href;
    for (const check of CHECKS) {
      const { problem, stdout } = await run(target, [...options, '--method', check.method, ...argumentsOf(check)]);
      results.push({ way, title: check.title, problem: problem ?? judge(check, stdout) });
    }
    const { problem } = await run(target, [...options, '--method', 'skills/list', '--verify', '--require-digests']);
    results.push({ way, title: 'skills/list --verify', problem });
  }
  return results;
}

/** @param {Check} check */
function argumentsOf({ method, params = {} }) {
  if (method === 'tools/call')
    return ['--tool-name', params.name ?? '', '--tool-args-json', JSON.stringify(params.arguments)];
  if (method === 'resources/read') return ['--uri', params.uri ?? ''];
  if (method !== 'prompts/get') return [];
  return [
    '--prompt-name',
    params.name ?? '',
    '--prompt-args',
    ...Object.entries(params.arguments ?? {}).map((pair) => pair.join('=')),
  ];
}

/**
 * @param {Check} check
 * @param {string} stdout
 */
function judge({ holds }, stdout) {
  try {
    return holds(JSON.parse(stdout).result) ? undefined : `an answer that is not right: ${stdout.slice(0, 500)}`;
  } catch (error) {
    return `${error}: ${stdout.slice(0, 500)}`;
  }
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ stdout: string, problem: string | undefined }>}
 */
function execute(args, env) {
  return new Promise((resolve) =>
    execFile(process.execPath, args, { env, timeout: TIMEOUT_MS, maxBuffer: 2 ** 24 }, (error, stdout, stderr) =>
      resolve({
        stdout,
        problem: error ? `ended with ${error.code ?? error.signal}: ${stderr.slice(-500)}` : undefined,
      }),
    ),
  );
}
