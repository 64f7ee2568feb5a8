import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Matches the file that holds the licence of a package, such as LICENSE, license.md or LICENSE-MIT. */
const LICENSE_FILE = /^licen[cs]e([-.]\w+)*$/i;

/**
 * Returns the licences of the packages in a bundle: name, licence and its text, sorted by name.
 * Throws when a package has no licence text, because a bundle without it may not be published.
 * @param {string} root folder that the paths of the bundle are relative to
 * @param {import('esbuild').Metafile} metafile of the bundle
 */
export async function collectLicenses(root, { outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(files.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const texts = await Promise.all([...folders].sort().map((folder) => licenseOf(join(root, folder))));
  return `${[...new Set(texts)].join('\n\n')}\n`;
}

/** @param {string} folder of a package */
async function licenseOf(folder) {
  const { name, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((each) => LICENSE_FILE.test(each));
  if (file === undefined) throw new Error(`${name} has no licence text; look at it before it is bundled.`);
  const text = await readFile(join(folder, file), 'utf8');
  return `${name}\n${license}\n${text.replaceAll('\r\n', '\n').trim()}`;
}
