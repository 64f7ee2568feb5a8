import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** esbuild options that make the Worker's runtime out of src/runtime. The build, and the tests that need its exact bytes, share them. */
export function runtimeOptions(root) {
  return {
    entryPoints: [join(root, 'src/runtime/index.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    external: ['cloudflare:workers', '*.wasm'],
    minify: true,
    legalComments: 'eof',
    plugins: [oneJsonSchemaValidator()],
    logLevel: 'warning',
  };
}

/** The MCP SDK carries a copy of @cfworker/json-schema in one of its files; the Worker needs that package itself, once. */
function oneJsonSchemaValidator() {
  const copied = /\/\/#region [^\n]*@cfworker\+json-schema@[^]*?(?=\/\/#region \.\.\/core-internal)/;
  return {
    name: 'one-json-schema-validator',
    setup(bundler) {
      bundler.onLoad({ filter: /cfWorkerProvider-[^\\/]+\.mjs$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!copied.test(text)) throw new Error(`${path} no longer carries the copy that is replaced here; look at it again.`);
        return { contents: `import { Validator } from '@cfworker/json-schema';\n${text.replace(copied, '')}`, loader: 'js', resolveDir: dirname(path) };
      });
    },
  };
}
