import { main } from '../../src/cli/main.js';
import type { Io } from '../../src/cli/io.js';

/** What a run of the command line printed, and its exit code. */
export interface CliRun {
  code: number;
  stdout: string;
  stderr: string;
}

/** How the command line is run. */
export interface CliOptions extends Partial<Pick<Io, 'cwd' | 'distDirectory' | 'openNetwork' | 'onStop'>> {
  variables?: Record<string, string | undefined>;
  isTTY?: boolean;
  /** Told what is printed as it is printed. */
  onOutput?: (text: string) => void;
}

/** Runs the command line as a function, with streams in memory and without a network. */
export async function runCli(argv: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    isTTY: options.isTTY === true,
    write: (text: string) => {
      written[name] += text;
      options.onOutput?.(text);
    },
  });
  const code = await main(argv, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    variables: options.variables ?? {},
    cwd: options.cwd ?? process.cwd(),
    distDirectory: options.distDirectory ?? process.cwd(),
    openNetwork: options.openNetwork ?? (() => Promise.reject(new Error('This test allows no network.'))),
    onStop: options.onStop ?? (() => () => undefined),
  });
  return { code, ...written };
}
