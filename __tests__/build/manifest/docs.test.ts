import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generate } from '../../../scripts/generate-manifest-docs.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('docs/manifest.md is what the schema makes it: run "npm run generate" when this fails', async () => {
  const pages = await generate(root);
  expect(pages.map(({ path }: { path: string }) => path)).toEqual(['docs/manifest.md']);
  for (const { path, text } of pages) expect(readFileSync(root + path, 'utf8')).toBe(text);
});

test('the page has a row for every field that the schema knows', async () => {
  const [page] = await generate(root);
  for (const field of [
    'signing.trustRoots[].kid',
    'specs[].auth.<name>.tokenExchange.resource',
    'auth.cloudflareAccess.audience',
    'environments.<name>.vars',
  ]) {
    expect(page?.text).toContain(`| \`${field}\` |`);
  }
});
