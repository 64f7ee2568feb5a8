import { importSource } from './import-source.mjs';

/**
 * docs/cli.md, from the command table that the command line itself reads.
 * @param {string} root of the project
 */
export async function generate(root) {
  const { COMMANDS } = /** @type {typeof import('../src/cli/command-table.js')} */ (
    await importSource(root, 'src/cli/command-table.ts')
  );
  const { COMMON_OPTIONS } = /** @type {typeof import('../src/cli/command-options.js')} */ (
    await importSource(root, 'src/cli/command-options.ts')
  );
  const { optionSummary, optionUsage } = /** @type {typeof import('../src/cli/help.js')} */ (
    await importSource(root, 'src/cli/help.ts')
  );
  const optionList = (/** @type {readonly import('../src/cli/command-options.js').OptionSpec[]} */ options) =>
    options.map((option) => `- \`${optionUsage(option)}\`: ${plain(optionSummary(option))}`).join('\n');
  /** @param {import('../src/cli/command-spec.js').CommandSpec} spec */
  const command = ({ name, description, options, examples }) =>
    [
      `## frontmcp deploy ${name}`,
      plain(description),
      optionList(options),
      '```sh\n' + examples.map(({ command: line, says }) => `${line}  # ${says}`).join('\n') + '\n```',
    ].join('\n\n');
  const text = [
    '<!-- Generated from src/cli/command-table.ts by "npm run generate". Do not edit. -->',
    '# The command line',
    '`frontmcp deploy <command> [options]`. `frontmcp deploy` alone pushes.',
    [
      '| Command | What it does |',
      '| --- | --- |',
      ...COMMANDS.map(({ name, summary }) => `| [\`${name}\`](#frontmcp-deploy-${name}) | ${plain(summary)} |`),
    ].join('\n'),
    `Options of every command:\n\n${optionList(COMMON_OPTIONS)}`,
    'Exit codes: 0 done, 1 failed or refused, 2 called wrongly, 3 the Worker must be redeployed first.',
    'With `--json` one document goes to stdout and everything else to stderr. Each document begins with `version` (1), `command` and `ok`; what is not known is `null`. A field may be added within a version, none renamed or removed.',
    'Colour is used on terminals only; `NO_COLOR` turns it off, `FORCE_COLOR` on. Keys and secrets never stand on the command line: `--key-file` or the variables `FRONTMCP_SIGNING_KEY` and `FRONTMCP_ACCESS_CLIENT_SECRET`.',
    ...COMMANDS.map(command),
  ].join('\n\n');
  return [{ path: 'docs/cli.md', text: `${text}\n` }];
}

/**
 * Descriptions are plain text: nothing in them may become a tag.
 * @param {string} text
 */
function plain(text) {
  return text.replaceAll('<', '&lt;');
}
