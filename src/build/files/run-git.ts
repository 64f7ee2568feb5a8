import { execFile } from 'node:child_process';

/** What a command gave back; `code` is undefined when it could not be started or was cut off. */
export interface CommandResult {
  code: number | undefined;
  stdout: Uint8Array;
  stderr: string;
}

/** Runs a program without a shell. `input` goes to its standard input, which is closed after it. */
export type RunCommand = (command: string, args: readonly string[], input?: Uint8Array) => Promise<CommandResult>;

/** Above a listing of a very large repository, or a batch of blobs. */
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/** Variables with which a calling hook points git at another repository than the one asked for. */
const REDIRECTING = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_NAMESPACE',
  'GIT_COMMON_DIR',
  'GIT_PREFIX',
];

/** Runs git; it reads what is on disk, asks nobody and fetches nothing, in a partial clone too. Never rejects. */
export const runGit: RunCommand = (command, args, input) =>
  new Promise((resolve) => {
    const options = {
      encoding: 'buffer' as const,
      maxBuffer: MAX_OUTPUT_BYTES,
      windowsHide: true,
      env: gitEnvironment(),
    };
    const child = execFile(command, [...args], options, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : undefined) : 0;
      resolve({ code, stdout, stderr: stderr.toString('utf8') || (error?.message ?? '') });
    });
    // A program that ends early closes the pipe; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

function gitEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !REDIRECTING.includes(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}
