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
    plugins: [oneJsonSchemaValidator(), noSchemaExport(), lowLevelServerOnly(), ownStatelessTransport(), noAuthorizationSchemas(), noSpecTypes(), shortMessages()],
    logLevel: 'warning',
  };
}

/**
 * Changes the text of one file of a package. A file that no longer has the part to change fails the build, so that a new
 * version of the package is looked at instead of shipped with what was left out before.
 */
function rewrite(name, filter, change) {
  return {
    name,
    setup(bundler) {
      bundler.onLoad({ filter }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const contents = change(text);
        if (contents === text) throw new Error(`${path} no longer carries what "${name}" replaces; look at it again.`);
        return { contents, loader: 'js', resolveDir: dirname(path) };
      });
    },
  };
}

/** The MCP SDK carries a copy of @cfworker/json-schema in one of its files; the Worker needs that package itself, once. */
function oneJsonSchemaValidator() {
  const copied = /\/\/#region [^\n]*@cfworker\+json-schema@[^]*?(?=\/\/#region \.\.\/core-internal)/;
  const once = (text) => (copied.test(text) ? `import { Validator } from '@cfworker/json-schema';\n${text.replace(copied, '')}` : text);
  return rewrite('one-json-schema-validator', /cfWorkerProvider-[^\\/]+\.mjs$/, once);
}

/**
 * zod carries an exporter to JSON Schema in every schema it makes. The Worker gives the SDK plain JSON Schemas, so that
 * nothing is ever exported; calling what is left out throws.
 */
function noSchemaExport() {
  const exported = /^export (?:(?:function|const) (\w+)|\{ \w+ as (\w+) \})/gm;
  const absent = `const absent = () => { throw new Error('JSON Schema export is left out of the Worker.'); };\nconst make = () => absent;\n`;
  const none = (text) => absent + [...text.matchAll(exported)].map(([, declared, renamed]) => `export { make as ${declared ?? renamed} };\n`).join('');
  return rewrite('no-schema-export', /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/, none);
}

/** The SDK's high-level server, which it only asks whether a server is one; the Worker speaks through the low-level one. */
function lowLevelServerOnly() {
  const region = /\/\/#region src\/server\/mcp\.ts\n[^]*?\/\/#endregion/;
  const stand = 'var McpServer = class {};\nvar ResourceTemplate = class {};';
  return rewrite('low-level-server-only', /server[\\/]dist[\\/]mcp-[^\\/]+\.mjs$/, (text) => text.replace(region, stand));
}

/** The SDK's transport for the generations before 2026-07-28, which serves nothing here: src/runtime/mcp/exchange does. */
function ownStatelessTransport() {
  const region = /\/\/#region src\/server\/streamableHttp\.ts\n[^]*?\/\/#endregion/;
  const stand = 'var WebStandardStreamableHTTPServerTransport = class {};';
  return rewrite('own-stateless-transport', /server[\\/]dist[\\/]index\.mjs$/, (text) => text.replace(region, stand));
}

/** Schemas of OAuth messages, which a client of an authorization server reads; src/runtime/auth has its own door. */
function noAuthorizationSchemas() {
  const none = (text) => {
    const names = /^export \{([^}]*)\};?$/m.exec(text)?.[1]?.split(',').map((each) => each.trim().split(' as ').at(-1)) ?? [];
    return names.length === 0 ? text : `const absent = undefined;\n${names.map((each) => `export { absent as ${each} };\n`).join('')}`;
  };
  return rewrite('no-authorization-schemas', /core[\\/]dist[\\/]auth-[^\\/]+\.mjs$/, none);
}

/** A table of every type of the specification with its schema, which the SDK offers to its users and does not use itself. */
function noSpecTypes() {
  const region = /\/\/#region \.\.\/core-internal\/src\/types\/specTypeSchema\.ts\n[^]*?\/\/#endregion/;
  const stand = 'const specTypeSchemas = undefined;\nconst isSpecType = undefined;';
  return rewrite('no-spec-types', /server[\\/]dist[\\/]src-[^\\/]+\.mjs$/, (text) => text.replace(region, stand));
}

/** zod's English texts, for the three ways in which a message of the protocol is usually wrong. */
function shortMessages() {
  const short = `export default () => ({
    localeError: ({ code, expected, keys, values }) =>
      code === 'invalid_type' ? 'Invalid input: expected ' + expected
      : code === 'unrecognized_keys' ? 'Unrecognized keys: ' + keys.join(', ')
      : code === 'invalid_value' ? 'Invalid input: expected one of ' + values.join(', ')
      : 'Invalid input',
  });`;
  return rewrite('short-messages', /zod[\\/]v4[\\/]locales[\\/]en\.js$/, () => short);
}
