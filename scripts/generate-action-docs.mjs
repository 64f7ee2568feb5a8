import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { markdownTable, replaceBetween } from './between-markers.mjs';

/** The tables of inputs and outputs in README.md, from action.yml. */
export async function generate(root) {
  const { inputs, outputs } = parse(await readFile(join(root, 'action.yml'), 'utf8'));
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const text = replaceBetween(replaceBetween(readme, 'inputs', inputTable(inputs)), 'outputs', outputTable(outputs));
  return [{ path: 'README.md', text }];
}

function inputTable(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, default: fallback }]) => [
    `\`${name}\``,
    fallback === undefined ? '' : `\`${fallback}\``,
    description,
  ]);
  return markdownTable(['Input', 'Default', 'What it is'], rows);
}

function outputTable(outputs) {
  return markdownTable(
    ['Output', 'What it is'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  );
}
