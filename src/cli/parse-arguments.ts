import { parseArgs } from 'node:util';
import { didYouMean, suggest } from '../contract/search/suggest.js';
import { COMMON_OPTIONS, type OptionSpec, type ParsedOptions } from './command-options.js';
import type { CommandSpec } from './command-spec.js';

/** What was asked for, or the sentence that says what is wrong with it. */
export type ParsedArguments = { ok: true; options: ParsedOptions } | { ok: false; problem: string };

/** Names under which somebody might try to pass a key. Its value must not be repeated in a message. */
const KEY_NAMES = ['signing-key', 'signingKey', 'key', 'private-key', 'access-client-secret'];

/** Parses the arguments of one command. Every problem is a sentence; a value of an unknown option is never repeated. */
export function parseArguments(argv: readonly string[], command: CommandSpec): ParsedArguments {
  const specs = [...command.options, ...COMMON_OPTIONS];
  const byName = new Map(
    specs.flatMap((spec) => [spec.name, ...(spec.aliases ?? [])].map((name) => [name, spec] as const)),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: parserOptions(byName),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return { ok: false, problem: `"${token.value}" is not expected here.` };
    const spec = token.rawName === '-h' ? byName.get('help') : byName.get(token.name);
    const problem = problemOf(token, spec, byName.keys());
    if (problem !== undefined) return { ok: false, problem };
    if (spec) options.set(spec.name, spec.value === undefined ? true : (token.value ?? ''));
  }
  return { ok: true, options };
}

function parserOptions(byName: ReadonlyMap<string, OptionSpec>): Record<string, { type: 'string' | 'boolean' }> {
  const entries = [...byName].map(
    ([name, { value }]) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const) }] as const,
  );
  return Object.fromEntries(entries);
}

interface OptionToken {
  rawName: string;
  name: string;
  value?: string;
  inlineValue?: boolean;
}

function problemOf(token: OptionToken, spec: OptionSpec | undefined, known: Iterable<string>): string | undefined {
  if (!spec) return unknownOption(token, known);
  const { value } = token;
  if (spec.value === undefined) return value === undefined ? undefined : `${token.rawName} takes no value.`;
  if (value === undefined || value === '' || (token.inlineValue === false && value.startsWith('-'))) {
    return `${token.rawName} needs a value: ${token.rawName} ${spec.value}.`;
  }
  if (spec.choices && !spec.choices.includes(value)) {
    return `${token.rawName} is "${value}"; it can be ${listChoices(spec.choices)}.${didYouMean(suggest(value, spec.choices))}`;
  }
  return undefined;
}

function unknownOption({ rawName, name }: OptionToken, known: Iterable<string>): string {
  if (KEY_NAMES.includes(name)) {
    return `${rawName} does not exist: secrets on a command line can be read by others. Use --key-file, or the variables FRONTMCP_SIGNING_KEY and FRONTMCP_ACCESS_CLIENT_SECRET.`;
  }
  const [nearest] = suggest(name, known);
  return `There is no option "${rawName}".${nearest === undefined ? '' : ` Did you mean "--${nearest}"?`}`;
}

/** Such as `"a", "b" or "c"`. */
function listChoices(choices: readonly string[]): string {
  const quoted = choices.map((choice) => `"${choice}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
