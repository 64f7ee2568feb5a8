import { jsonDocument } from '../report/json-document.js';
import { EXIT } from './exit-codes.js';
import type { Io } from './io.js';

/** The command was called wrongly; ends with exit code 2. */
export class UsageError extends Error {}

/** How the command line was called wrongly. */
export interface Misuse {
  /** A sentence. */
  problem: string;
  /** Whether a program is to read the answer. */
  json: boolean;
  /** The command, when it is known. */
  command?: string;
}

/** Says what is wrong and where help is; returns the exit code. */
export function misuse({ stdout, stderr }: Pick<Io, 'stdout' | 'stderr'>, { problem, json, command }: Misuse): number {
  const hint = `See "frontmcp deploy${command === undefined ? '' : ` ${command}`} --help".`;
  stderr.write(`${problem}\n${hint}\n`);
  if (json)
    stdout.write(jsonDocument(command ?? 'deploy', false, { failure: { code: 'usage', message: problem, hint } }));
  return EXIT.usage;
}
