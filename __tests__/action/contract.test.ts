import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { INPUTS } from '../../src/action/input-table.js';
import { OUTPUT_DEFAULTS } from '../../src/action/outputs.js';
import { ROOT } from '../support/dist-path.js';

interface Declared {
  description: string;
  branding: { icon: string; color: string };
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
}

const action = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as Declared;
const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
const rowsOf = (name: string) => {
  const between = readme.slice(readme.indexOf(`<!-- BEGIN ${name}`), readme.indexOf(`<!-- END ${name}`));
  return [...between.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
};

test('action.yml declares exactly the inputs that are read, with the defaults they are read with', () => {
  const { signingKey, ...declared } = action.inputs;
  expect(Object.fromEntries(Object.entries(declared).map(([name, input]) => [name, input.default]))).toEqual(
    Object.fromEntries(INPUTS.map((row) => [row.name, 'default' in row ? row.default : undefined])),
  );
  // FrontMCP's documentation spells it so; undeclared, the runner would warn about it.
  expect(signingKey).toBeDefined();
  expect(INPUTS.find(({ name }) => name === 'signing-key')?.aliases).toContain('signingKey');
});

test('no input is required: a dry run of the base manifest needs none', () => {
  expect(Object.values(action.inputs).filter(({ required }) => required)).toEqual([]);
});

test('action.yml declares exactly the outputs that are set', () => {
  expect(Object.keys(action.outputs).sort()).toEqual(Object.keys(OUTPUT_DEFAULTS).sort());
});

test('the README lists the same inputs and outputs', () => {
  expect(rowsOf('inputs')).toEqual(Object.keys(action.inputs));
  expect(rowsOf('outputs')).toEqual(Object.keys(action.outputs));
});

test('it meets what the Marketplace asks for', () => {
  expect(action.description.length).toBeLessThanOrEqual(125);
  expect(action.branding).toMatchObject({ icon: expect.any(String), color: expect.any(String) });
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action/index.js' });
});
