// Nothing committed may name the machine it was made on: no path of the checkout, no download address in the lock file.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
/** @type {string[]} */
const found = [];

for (const file of files) {
  const text = readFileSync(join(root, file), 'utf8');
  if (text.includes(`${root}/`)) found.push(`${file} contains the path of this checkout`);
}
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
if (lock.includes('"resolved": "http')) found.push('package-lock.json records download addresses');

for (const line of found) console.error(line);
process.exitCode = found.length > 0 ? 1 : 0;
