import { COMMANDS } from '../../src/cli/command-table.js';
import { runCli } from '../support/run-cli.js';

test('alone it shows the commands, examples and exit codes', async () => {
  const { code, stdout, stderr } = await runCli([]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const { name } of COMMANDS) expect(stdout).toContain(name);
  expect(stdout).toMatch(/Examples[\s\S]*Exit codes/);
});

test.each([['--help'], ['help'], ['deploy', '--help'], ['deploy', '-h'], ['deploy', 'help']])(
  'shows the same for %s %s',
  async (...argv) => {
    expect(await runCli(argv.filter(Boolean))).toEqual(await runCli([]));
  },
);

test.each(COMMANDS.map(({ name }) => name))('%s has help with options and an example that names it', async (name) => {
  const { code, stdout } = await runCli(['deploy', name, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: frontmcp deploy ${name}`);
  expect(stdout).toContain('--json');
  expect(stdout).toMatch(/Examples\n {2}frontmcp deploy/);
  expect(await runCli(['deploy', 'help', name])).toEqual({ code, stdout, stderr: '' });
});

test.each([['--version'], ['-v'], ['deploy', '--version']])('tells its version for %s %s', async (...argv) => {
  const { code, stdout } = await runCli(argv.filter(Boolean));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  ['an unknown command', ['deploy', 'vallidate'], 'There is no command "vallidate". Did you mean "validate"?'],
  ['a command without "deploy"', ['validate'], '"frontmcp validate" is written "frontmcp deploy validate".'],
  ['another product', ['release'], 'There is no "frontmcp release". Did you mean "frontmcp deploy"?'],
  [
    'an unknown option',
    ['deploy', 'validate', '--enviroment', 'x'],
    'There is no option "--enviroment". Did you mean "--env"?',
  ],
  ['an option of another command', ['deploy', 'validate', '--out', 'x'], 'There is no option "--out".'],
  ['an option without its value', ['deploy', 'validate', '--env'], '--env needs a value: --env NAME.'],
  [
    'an option in the place of a value',
    ['deploy', 'validate', '--env', '--strict'],
    '--env needs a value: --env NAME.',
  ],
  ['an empty value', ['deploy', 'validate', '--env='], '--env needs a value'],
  ['a value for a flag', ['deploy', 'validate', '--strict=yes'], '--strict takes no value.'],
  [
    'a value that is no choice',
    ['deploy', 'validate', '--format', 'sariff'],
    '--format is "sariff"; it can be "text", "json", "sarif" or "github". Did you mean "sarif"?',
  ],
  ['an argument too many', ['deploy', 'validate', 'here'], '"here" is not expected here.'],
  ['build without a folder', ['deploy', 'build'], 'build needs --out DIR'],
  ['keygen without a kid', ['deploy', 'keygen'], 'keygen needs --kid KID'],
  ['a kid that cannot be printed', ['deploy', 'keygen', '--kid', 'a\nb'], '--kid may hold'],
  ['a port that is none', ['deploy', 'dev', '--port', '70000'], '--port is "70000"'],
  ['an address that nothing could push to', ['deploy', 'dev', '--host', '192.0.2.1'], '--host is "192.0.2.1"'],
  ['--no-auth off loopback', ['deploy', 'dev', '--no-auth', '--host', '0.0.0.0'], 'loopback only, not on "0.0.0.0"'],
  ['an address that is none', ['deploy', 'push', '--deployment-url', 'ftp://x'], '--deployment-url is "ftp://x"'],
  ['half a service token', ['deploy', 'push', '--access-client-id', 'id'], 'FRONTMCP_ACCESS_CLIENT_SECRET'],
  ['a base that is no address', ['deploy', 'plan', '--against', 'ftp://x/y'], '--against is "ftp://x/y"'],
])('refuses %s with exit code 2 and says where help is', async (_what, argv, sentence) => {
  const { code, stdout, stderr } = await runCli(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).toMatch(/See "frontmcp deploy.*--help"\.\n$/);
});

test('answers a program that called it wrongly with a document, too', async () => {
  for (const argv of [
    ['deploy', 'nope'],
    ['deploy', 'build'],
    ['deploy', 'build', '--nope'],
    ['deploy', 'validate', '--format', 'sarif'],
  ]) {
    const { code, stdout } = await runCli([...argv, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      ok: false,
      failure: { code: 'usage', message: expect.any(String) },
    });
  }
});

test.each(['--signing-key', '--key', '--access-client-secret'])(
  'takes no secret on the command line (%s), and does not repeat it',
  async (option) => {
    const { code, stdout, stderr } = await runCli(['deploy', 'push', `${option}=hunter2hunter2`]);
    expect(code).toBe(2);
    expect(stderr).toContain('--key-file');
    expect(stdout + stderr).not.toContain('hunter2');
  },
);
