// Writes src/contract/generated/validate-*.js from schemas/*.json: validators without code generation at run time.
// Run: npm run generate
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const readSchema = async (name) => JSON.parse(await readFile(`${root}schemas/${name}`, 'utf8'));

const targets = [
  { schema: 'bundle.v1.json', needs: ['frontmcp-deploy.v1.json'], name: 'validateBundleSchema', to: 'validate-bundle' },
  { schema: 'push-statement.v1.json', needs: [], name: 'validateClaimsSchema', to: 'validate-claims' },
];

for (const { schema, needs, name, to } of targets) {
  const ajv = new Ajv.default({
    allErrors: true,
    inlineRefs: false,
    messages: false,
    unicode: false,
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
  await writeFile(`${root}src/contract/generated/${to}.js`, banner + bundled.outputFiles[0].text);
  await writeFile(
    `${root}src/contract/generated/${to}.d.ts`,
    `${banner}/** Validates a parsed value against schemas/${schema}; every error is left in \`errors\`. */
export declare const ${name}: {
  (value: unknown): boolean;
  errors?: { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }[] | null;
};
`,
  );
}
