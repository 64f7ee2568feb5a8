import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const TARGETS = [
  { schema: 'bundle.v1.json', needs: ['frontmcp-deploy.v1.json'], name: 'validateBundleSchema', to: 'validate-bundle' },
  { schema: 'push-statement.v1.json', needs: [], name: 'validateClaimsSchema', to: 'validate-claims' },
];

/** Validators as plain modules: a Worker may not generate code at run time. */
export async function generate(root) {
  return (await Promise.all(TARGETS.map((target) => generateOne(root, target)))).flat();
}

async function generateOne(root, { schema, needs, name, to }) {
  const readSchema = async (file) => JSON.parse(await readFile(join(root, 'schemas', file), 'utf8'));
  const ajv = new Ajv.default({
    allErrors: true,
    inlineRefs: false,
    // Texts and the Unicode length table would double the size; the reader of an error gets the keyword and its limit.
    messages: false,
    unicode: false,
    logger: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    discriminator: true,
    code: { source: true, esm: true, lines: false },
  });
  addFormats.default(ajv, ['uri']);
  for (const needed of needs) ajv.addSchema(await readSchema(needed));
  const rootSchema = await readSchema(schema);
  // The structural part is proved by its digest, which must equal the compiled-in one: its schema need not be shipped.
  const structural = rootSchema.$defs?.structural;
  for (const key of Object.keys(structural?.properties ?? {})) structural.properties[key] = true;
  ajv.addSchema(rootSchema);
  const code = standaloneCode.default(ajv, { [name]: rootSchema.$id });
  const bundled = await build({
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
  });
  const banner = `/* Generated from schemas/${schema} by "npm run generate". Do not edit. */\n`;
  const types = `/** Validates a parsed value against schemas/${schema}; every error is left in \`errors\`. */
export declare const ${name}: {
  (value: unknown): boolean;
  errors?: { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }[] | null;
};
`;
  return [
    { path: `src/contract/generated/${to}.js`, text: banner + bundled.outputFiles[0].text },
    { path: `src/contract/generated/${to}.d.ts`, text: banner + types },
  ];
}
