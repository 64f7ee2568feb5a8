import { collectLicenses } from '../../scripts/collect-licenses.mjs';
import { makeDirectory } from '../support/git-project.js';

const packageOf = (name: string) => JSON.stringify({ name, license: 'MIT' });

/** The part of esbuild's list that is read: files of a bundle, and how much of each is in it. */
function bundleOf(bytes: Record<string, number>) {
  const inputs = Object.fromEntries(Object.entries(bytes).map(([path, bytesInOutput]) => [path, { bytesInOutput }]));
  const output = { bytes: 0, inputs, imports: [], exports: [] };
  return { inputs: {}, outputs: { 'dist/index.js': output } };
}

test('lists each package of a bundle once, nested ones too, and none that was left out', async () => {
  const { directory, remove } = makeDirectory({
    'node_modules/b/package.json': packageOf('b'),
    'node_modules/b/LICENSE-MIT': 'Text of b\r\nsecond line\r\n',
    'node_modules/b/node_modules/@scope/a/package.json': packageOf('@scope/a'),
    'node_modules/b/node_modules/@scope/a/licence.md': 'Text of a',
  });
  const bundle = bundleOf({
    'src/index.ts': 1,
    'node_modules/b/index.js': 1,
    'node_modules/b/more.js': 1,
    'node_modules/b/node_modules/@scope/a/index.js': 1,
    'node_modules/unused/index.js': 0,
  });
  expect(await collectLicenses(directory, bundle)).toBe('b\nMIT\nText of b\nsecond line\n\n@scope/a\nMIT\nText of a\n');
  remove();
});

test('refuses a package without a licence text', async () => {
  const { directory, remove } = makeDirectory({ 'node_modules/b/package.json': packageOf('b') });
  await expect(collectLicenses(directory, bundleOf({ 'node_modules/b/index.js': 1 }))).rejects.toThrow(
    'b has no licence text',
  );
  remove();
});
