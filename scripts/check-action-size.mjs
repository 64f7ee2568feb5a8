// Checks the size of dist/action, which every run of the action downloads. Run: node scripts/check-action-size.mjs
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Maximum size of dist/action without licence texts, in MB of 1,000,000 bytes. */
const MAX_MEGABYTES = 3;

const size = await megabytesOf('action');
console.log(
  `dist/action: ${size.toFixed(2)} MB of ${MAX_MEGABYTES} MB without licence texts; dist/cli: ${(await megabytesOf('cli')).toFixed(2)} MB`,
);
if (size > MAX_MEGABYTES) {
  console.error(
    'dist/action is too large. Look for a package that is bundled twice, or one whose smaller entry would do.',
  );
  process.exitCode = 1;
}

/** @param {string} name of a folder of dist/ */
async function megabytesOf(name) {
  const folder = fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
  const files = (await readdir(folder)).filter((file) => file !== 'licenses.txt');
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6;
}
