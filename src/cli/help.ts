import { COMMON_OPTIONS, type OptionSpec } from './command-options.js';
import type { CommandSpec } from './command-spec.js';

/** Help for `frontmcp` and `frontmcp deploy`. Ends with a line break. */
export function overviewHelp(commands: readonly CommandSpec[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Usage: frontmcp deploy [command] [options]',
    '',
    'Checks, bundles, signs and pushes OpenAPI files and skills to your own MCP Worker on Cloudflare.',
    '',
    'Commands',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Examples',
    '  frontmcp deploy validate',
    '  frontmcp deploy dev --env local --no-auth',
    '  frontmcp deploy --env production --key-file production.pem',
    '',
    'Exit codes: 0 done, 1 failed or refused, 2 called wrongly, 3 the Worker must be redeployed first.',
    '"frontmcp deploy <command> --help" tells the options of a command; "frontmcp --version" the version.',
    '',
  ].join('\n');
}

/** Help for one command. Ends with a line break. */
export function commandHelp({ name, description, options, examples }: CommandSpec): string {
  return [
    `Usage: frontmcp deploy ${name} [options]`,
    '',
    description,
    '',
    'Options',
    ...optionLines([...options, ...COMMON_OPTIONS]),
    '',
    'Examples',
    ...examples.flatMap(({ command, says }) => [`  ${command}`, `      ${says}`]),
    '',
  ].join('\n');
}

/** An option as it is typed, such as `--env NAME`. */
export function optionUsage({ name, value }: OptionSpec): string {
  return `--${name}${value === undefined ? '' : ` ${value}`}`;
}

/** What an option does, its other names and its default. */
export function optionSummary({ summary, aliases = [], default: fallback }: OptionSpec): string {
  const also = aliases.map((alias) => `--${alias}`).join(', ');
  return `${summary}${also === '' ? '' : ` (also ${also})`}${fallback === undefined ? '' : ` [default: ${fallback}]`}`;
}

function optionLines(options: readonly OptionSpec[]): string[] {
  const width = Math.max(...options.map((option) => optionUsage(option).length));
  return options.map((option) => `  ${optionUsage(option).padEnd(width)}  ${optionSummary(option)}`);
}
