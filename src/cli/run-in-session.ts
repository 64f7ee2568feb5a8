import type { Failure } from '../commands/ports.js';
import type { ParsedOptions } from './command-options.js';
import type { CommandSpec } from './command-spec.js';
import { EXIT } from './exit-codes.js';
import type { Io } from './io.js';
import { misuse, UsageError } from './misuse.js';
import { openSession, type Session } from './session.js';

/** Runs a command with everything it needs around it; what it throws ends here. Returns the exit code. */
export async function runInSession(command: CommandSpec, options: ParsedOptions, io: Io): Promise<number> {
  const session = await openSession(command.name, options, io);
  try {
    const { run } = await command.load();
    return await run(session);
  } catch (error) {
    return afterThrow(error, command, session);
  } finally {
    await session.close();
  }
}

function afterThrow(error: unknown, command: CommandSpec, session: Session): number {
  if (error instanceof UsageError) {
    return misuse(session.io, { problem: error.message, json: session.json, command: command.name });
  }
  const failure: Failure = session.signal.aborted
    ? { code: 'stopped', message: 'Stopped on request.' }
    : {
        code: 'internal',
        message: `This is a fault of frontmcp deploy: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'Please report it with the lines below.',
      };
  session.fail(failure);
  session.document(false, { failure });
  if (failure.code === 'internal' && error instanceof Error) session.tell(`${error.stack ?? ''}\n`);
  return EXIT.failed;
}
