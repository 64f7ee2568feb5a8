import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { markdownTable, replaceBetween } from './between-markers.mjs';

/**
 * The tables of inputs and outputs in README.md, from action.yml.
 * @param {string} root of the project
 */
export async function generate(root) {
  const { inputs, outputs } = parse(await readFile(join(root, 'action.yml'), 'utf8'));
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const text = replaceBetween(replaceBetween(readme, 'inputs', inputTable(inputs)), 'outputs', outputTable(outputs));
  return [{ path: 'README.md', text }];
}

/** @param {Record<string, { description: string, default?: string }>} inputs */
function inputTable(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, default: fallback }]) => [
    `\`${name}\``,
    fallback === undefined ? '' : `\`${fallback}\``,
    description,
  ]);
  return markdownTable(['Input', 'Default', 'What it is'], rows);
}

/** @param {Record<string, { description: string }>} outputs */
function outputTable(outputs) {
  return markdownTable(
    ['Output', 'What it is'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  );
}
