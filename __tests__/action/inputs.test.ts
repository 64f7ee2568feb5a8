import { resolve } from 'node:path';
import { readInputs } from '../../src/action/inputs.js';

const WORKSPACE = resolve('/w');
const variables = (inputs: Record<string, string>) =>
  Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]));
const read = (inputs: Record<string, string>) => readInputs(variables(inputs), WORKSPACE);
const inputsOf = (inputs: Record<string, string>) => {
  const result = read(inputs);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.inputs;
};
const problemsOf = (inputs: Record<string, string>) => {
  const result = read(inputs);
  return result.ok ? [] : result.problems;
};

test('has a default for everything', () => {
  expect(inputsOf({})).toEqual({
    manifest: 'frontmcp.deploy.yaml',
    directory: WORKSPACE,
    environment: undefined,
    signingKey: undefined,
    keyId: undefined,
    deploymentUrl: undefined,
    dryRun: 'auto',
    secrets: [],
    access: undefined,
    githubToken: undefined,
    strict: false,
    emit: undefined,
    expect: 'head',
    failOn: 'error',
  });
});

test("reads the workflow of FrontMCP's documentation", () => {
  const { environment, signingKey, secrets } = inputsOf({
    environment: 'production',
    signingKey: 'key',
    secrets: 'TRUSTED_PUBKEY_PROD\nFRONTEGG_ISSUER_URL\nACME_API_TOKEN\n',
  });
  expect({ environment, signingKey, secrets }).toEqual({
    environment: 'production',
    signingKey: 'key',
    secrets: ['TRUSTED_PUBKEY_PROD', 'FRONTEGG_ISSUER_URL', 'ACME_API_TOKEN'],
  });
});

test('takes every input in camel case too', () => {
  expect(
    inputsOf({ workingDirectory: 'a', keyId: 'k', dryRun: 'true', failOn: 'warning', deploymentUrl: 'https://w' }),
  ).toMatchObject({
    directory: resolve('/w/a'),
    keyId: 'k',
    dryRun: true,
    failOn: 'warning',
    deploymentUrl: 'https://w',
  });
});

test('takes an input that is declared twice with one value, and refuses it with two', () => {
  expect(inputsOf({ 'signing-key': 'a', signingKey: '' }).signingKey).toBe('a');
  expect(inputsOf({ 'signing-key': 'a', signingKey: 'a' }).signingKey).toBe('a');
  const [problem] = problemsOf({ 'signing-key': 'secret-one', signingKey: 'secret-two' });
  expect(problem).toContain('"signing-key" and "signingKey"');
  expect(problem).not.toContain('secret-');
});

test.each([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  ['auto', 'auto'],
  ['', 'auto'],
])('reads dry-run: %j', (text, value) => {
  expect(inputsOf({ 'dry-run': text }).dryRun).toBe(value);
});

test.each([
  [{ 'dry-run': 'yes' }, 'The input "dry-run" is "yes"; it can be "auto", "true" or "false".'],
  [{ strict: '1' }, 'The input "strict" is "1"; it can be "true" or "false".'],
  [{ expect: 'none' }, 'The input "expect" is "none"; it can be "head" or "any".'],
  [{ 'fail-on': 'notice' }, 'The input "fail-on" is "notice"; it can be "error" or "warning".'],
  [
    { 'deployment-url': 'worker.example.com' },
    'The input "deployment-url" is "worker.example.com"; it must be an http(s) address.',
  ],
  [{ 'deployment-url': 'file:///etc/passwd' }, 'it must be an http(s) address.'],
])('refuses %j', (inputs, sentence) => {
  expect(problemsOf(inputs)).toEqual([expect.stringContaining(sentence)]);
});

test('names every problem at once', () => {
  expect(problemsOf({ strict: 'x', expect: 'y', 'dry-run': 'z' })).toHaveLength(3);
});

test('refuses a value among the names of secrets without repeating it', () => {
  const [problem] = problemsOf({ secrets: 'ACME_API_TOKEN\nACME=hunter2-hunter2' });
  expect(problem).toContain('Line 2 of the input "secrets" is not a name.');
  expect(problem).not.toContain('hunter2');
});

test.each([
  ['folder', 'There is no input "folder", so it has no effect.'],
  ['signing_key', 'Did you mean "signing-key"?'],
  ['enviroment', 'Did you mean "environment"?'],
])('names the unknown input %s and the nearest known one', (name, sentence) => {
  const { warnings } = read({ [name]: 'x' });
  expect(warnings).toEqual([expect.stringContaining(sentence)]);
});

test('resolves folders against the working directory, and that against the workspace', () => {
  expect(inputsOf({ 'working-directory': 'packages/mcp', emit: 'worker' })).toMatchObject({
    directory: resolve('/w/packages/mcp'),
    emit: resolve('/w/packages/mcp/worker'),
  });
});

test('half a service token is a problem of a push, not of a run that gets no secrets', () => {
  expect(inputsOf({ 'access-client-id': 'id' })).toMatchObject({
    accessProblem: expect.stringContaining('belong together'),
  });
  expect(inputsOf({ 'access-client-id': 'id' }).access).toBeUndefined();
  expect(inputsOf({ 'access-client-id': 'id', 'access-client-secret': 's' }).accessProblem).toBeUndefined();
});
