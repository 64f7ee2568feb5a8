import { didYouMean, suggest } from '../contract/search/suggest.js';
import { VERSION } from '../contract/version.js';
import type { CommandSpec } from './command-spec.js';
import { COMMANDS, DEFAULT_COMMAND } from './command-table.js';
import { EXIT } from './exit-codes.js';
import { commandHelp, overviewHelp } from './help.js';
import type { Io } from './io.js';
import { misuse } from './misuse.js';
import { parseArguments } from './parse-arguments.js';

/**
 * The command line: `frontmcp deploy <command> …`. `argv` is what stands after the program's name.
 * Returns the exit code; never rejects and never ends the process.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [product, ...rest] = argv;
  if (argv.length === 0 || isHelp(product)) return print(io, overviewHelp(COMMANDS));
  if (product === '--version' || product === '-v') return print(io, `${VERSION}\n`);
  const json = argv.includes('--json');
  if (product !== 'deploy') return misuse(io, { problem: notDeploy(product ?? ''), json });
  const [first, ...others] = rest;
  if (first === '--version') return print(io, `${VERSION}\n`);
  if (isHelp(first)) return helpFor(others[0], io);
  // "frontmcp deploy --env production" is a push: what begins with a dash belongs to the default command.
  const isNamed = first !== undefined && !first.startsWith('-');
  const name = isNamed ? first : DEFAULT_COMMAND;
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) return misuse(io, { problem: unknownCommand(name), json });
  return runCommand(command, isNamed ? others : rest, io);
}

async function runCommand(command: CommandSpec, argv: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(argv, command);
  if (!parsed.ok) return misuse(io, { problem: parsed.problem, json: argv.includes('--json'), command: command.name });
  if (parsed.options.has('help')) return print(io, commandHelp(command));
  const { runInSession } = await import('./run-in-session.js');
  return runInSession(command, parsed.options, io);
}

function helpFor(name: string | undefined, io: Io): number {
  const command = COMMANDS.find((each) => each.name === name);
  return print(io, command ? commandHelp(command) : overviewHelp(COMMANDS));
}

function isHelp(argument: string | undefined): boolean {
  return argument === '--help' || argument === '-h' || argument === 'help';
}

function notDeploy(word: string): string {
  if (COMMANDS.some(({ name }) => name === word)) return `"frontmcp ${word}" is written "frontmcp deploy ${word}".`;
  return `There is no "frontmcp ${word}". Did you mean "frontmcp deploy"?`;
}

function unknownCommand(name: string): string {
  return `There is no command "${name}".${didYouMean(
    suggest(
      name,
      COMMANDS.map((each) => each.name),
    ),
  )}`;
}

function print(io: Io, text: string): number {
  io.stdout.write(text);
  return EXIT.done;
}
