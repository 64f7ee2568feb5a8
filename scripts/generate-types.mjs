// Writes src/contract/generated/*.ts from schemas/*.json. Run: npm run generate
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const targets = [
  ['schemas/frontmcp-deploy.v1.json', 'src/contract/generated/manifest.ts'],
  ['schemas/bundle.v1.json', 'src/contract/generated/bundle.ts'],
  ['schemas/push-statement.v1.json', 'src/contract/generated/push-statement.ts'],
];

for (const [from, to] of targets) {
  const schema = JSON.parse(await readFile(root + from, 'utf8'));
  const text = await compile(schema, schema.title, {
    cwd: `${root}schemas/`,
    additionalProperties: false,
    // Array lengths are checked by the validator; as tuple types they only get in the way.
    ignoreMinAndMaxItems: true,
    bannerComment: `/* Generated from ${from} by "npm run generate". Do not edit. */`,
    style: { singleQuote: true, printWidth: 120, trailingComma: 'all' },
  });
  await writeFile(root + to, text);
}
