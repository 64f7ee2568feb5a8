import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The shipped command line. */
const CLI = 'dist/cli/index.js';

/** How a child process ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Settings of a child process; variables come on top of a clean environment. */
export interface RunOptions {
  cwd?: string;
  variables?: Record<string, string>;
}

function environment(variables: Record<string, string> = {}): Record<string, string> {
  const { PATH = '', HOME = '', SystemRoot = '', TEMP = '', TMPDIR = '' } = process.env;
  const inherited = { PATH, HOME, SystemRoot, TEMP, TMPDIR };
  return {
    ...Object.fromEntries(Object.entries(inherited).filter(([, value]) => value !== '')),
    NO_COLOR: '1',
    ...variables,
  };
}

/** Runs a Node script to its end. */
export async function runNode(args: string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: environment(options.variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Runs `frontmcp` to its end. */
export function runCli(args: string[], options: RunOptions = {}): Promise<Ended> {
  return runNode([`${process.cwd()}/${CLI}`, ...args], options);
}

/** A program that keeps running. */
export interface Running {
  /** What followed the awaited text on its line. */
  ready: string;
  /** Everything printed so far. */
  printed(): string;
  /** Resolves with the first further line that matches. */
  line(pattern: RegExp): Promise<string>;
  /** Asks it to stop; resolves with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts a Node script and waits for a line that matches; rejects with what was printed when it ends before. */
export async function startNode(args: string[], awaited: RegExp, options: RunOptions = {}): Promise<Running> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: environment(options.variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<{ pattern: RegExp; found: (line: string) => void }>();
  const closed = once(child, 'close') as Promise<[number | null]>;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const waiter of waiting) if (waiter.pattern.test(line)) waiter.found(line);
    });
  }
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const waiter = { pattern, found: (found: string) => (waiting.delete(waiter), resolve(found)) };
      waiting.add(waiter);
      void closed.then(([code]) => reject(new Error(`ended with ${code} before ${pattern}:\n${lines.join('\n')}`)));
    });
  const found = await line(awaited);
  return {
    ready: awaited.exec(found)?.[1] ?? found,
    printed: () => lines.join('\n'),
    line,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return (await closed)[0];
    },
  };
}

/** Starts `frontmcp` and waits for a line. */
export function startCli(args: string[], awaited: RegExp, options: RunOptions = {}): Promise<Running> {
  return startNode([`${process.cwd()}/${CLI}`, ...args], awaited, options);
}
