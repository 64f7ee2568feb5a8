import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

const TARGETS = /** @type {const} */ ([
  ['schemas/frontmcp-deploy.v1.json', 'src/contract/generated/manifest.ts'],
  ['schemas/bundle.v1.json', 'src/contract/generated/bundle.ts'],
  ['schemas/push-statement.v1.json', 'src/contract/generated/push-statement.ts'],
]);

/**
 * TypeScript types from the JSON Schemas.
 * @param {string} root of the project
 */
export async function generate(root) {
  return Promise.all(
    TARGETS.map(async ([from, path]) => {
      const schema = JSON.parse(await readFile(join(root, from), 'utf8'));
      const text = await compile(schema, schema.title, {
        cwd: join(root, 'schemas/'),
        additionalProperties: false,
        // Array lengths are checked by the validator; as tuple types they only get in the way.
        ignoreMinAndMaxItems: true,
        bannerComment: `/* Generated from ${from} by "npm run generate". Do not edit. */`,
        style: { singleQuote: true, printWidth: 120, trailingComma: 'all' },
      });
      return { path, text };
    }),
  );
}
