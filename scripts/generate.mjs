// Writes every generated file, or with --check compares and exits 1 when one is stale. Run: npm run generate
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
/** @type {string[]} */
const stale = [];

// Types come first: the documentation generators load TypeScript that imports them.
const modules = (await readdir(join(root, 'scripts'))).filter((name) => /^generate-.+\.mjs$/.test(name));
const first = ['generate-types.mjs', 'generate-schemas.mjs'];
for (const name of [...first, ...modules.filter((each) => !first.includes(each)).sort()]) {
  const { generate } = await import(pathToFileURL(join(root, 'scripts', name)).href);
  for (const { path, text } of await generate(root)) {
    const present = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (present === text) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

for (const path of stale) console.log(`${check ? 'stale' : 'wrote'} ${path}`);
if (check && stale.length > 0) {
  console.error('Run "npm run generate" and commit what it writes.');
  process.exitCode = 1;
}
