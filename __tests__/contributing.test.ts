import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './support/dist-path.js';

/** The folders that CONTRIBUTING draws, as paths: an entry at the left edge is one, an indented one lies below it. */
async function drawnFolders(): Promise<Set<string>> {
  const text = await readFile(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const folders = new Set<string>();
  let above = '';
  for (const [, indent = '', name = ''] of text.matchAll(/^( {2})?([\w/-]+\/) {2,}\S/gm)) {
    if (indent === '') above = name;
    folders.add(indent === '' ? name : above + name);
  }
  return folders;
}

test.each(['src', 'src/build', 'src/contract', 'src/runtime'])(
  'CONTRIBUTING has a line for every folder of %s',
  async (folder) => {
    const entries = await readdir(join(ROOT, folder), { withFileTypes: true });
    const drawn = await drawnFolders();
    const undrawn = entries
      .filter((entry) => entry.isDirectory() && !drawn.has(`${folder}/${entry.name}/`))
      .map(({ name }) => name);
    expect(undrawn).toEqual([]);
  },
);

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md'])(
  'what %s points to in this repository is there',
  async (page) => {
    const text = await readFile(join(ROOT, page), 'utf8');
    const paths = [
      ...text.matchAll(/`((?:src|__tests__|fixtures|scripts|docs|schemas)\/[\w./-]+)`|\]\((?!https?:|#)([\w./-]+)/g),
    ].map(([, code, link]) => code ?? link ?? '');
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths)
      await expect(readdir(join(ROOT, path)).catch(() => readFile(join(ROOT, path)))).resolves.toBeDefined();
  },
);
