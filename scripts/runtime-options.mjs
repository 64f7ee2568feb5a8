import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

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
    plugins: [
      guestAsText(),
      oneJsonSchemaValidator(),
      noSchemaExport(),
      ...reachedOnly(),
      noAuthorizationSchemas(),
      noEngineExtensions(),
      shortMessages(),
    ],
    logLevel: 'warning',
  };
}

/** What runs scripts is a module of its own, which the runtime loads when the first script comes. */
export function scriptsApart() {
  return {
    name: 'scripts-apart',
    setup: (bundler) =>
      bundler.onResolve({ filter: /\/agentscript\/entry\.js$/ }, () => ({ path: './agentscript.js', external: true })),
  };
}

/**
 * Takes the text of the guest's functions here, not in the Worker: wrangler bundles the runtime once more, with
 * `keep_names`, and the `__name(…)` that it puts into every function does not exist inside of the script engine.
 */
function guestAsText() {
  return {
    name: 'guest-as-text',
    setup(bundler) {
      bundler.onLoad({ filter: /agentscript[\\/]guest[\\/]source\.ts$/ }, async ({ path }) => {
        const { outputFiles } = await build({
          entryPoints: [path],
          bundle: true,
          format: 'esm',
          target: 'es2023',
          minify: true,
          write: false,
          logLevel: 'warning',
        });
        const { guestSource } = await import(
          `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
        );
        return { contents: `export const guestSource = () => ${JSON.stringify(guestSource())};\n`, loader: 'js' };
      });
    },
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
  const once = (text) =>
    copied.test(text) ? `import { Validator } from '@cfworker/json-schema';\n${text.replace(copied, '')}` : text;
  return rewrite('one-json-schema-validator', /cfWorkerProvider-[^\\/]+\.mjs$/, once);
}

/**
 * zod carries an exporter to JSON Schema in every schema it makes. The Worker gives the SDK plain JSON Schemas, so that
 * nothing is ever exported; calling what is left out throws.
 */
function noSchemaExport() {
  const exported = /^export (?:(?:function|const) (\w+)|\{ \w+ as (\w+) \})/gm;
  const absent = `const absent = () => { throw new Error('JSON Schema export is left out of the Worker.'); };\nconst make = () => absent;\n`;
  const none = (text) =>
    absent +
    [...text.matchAll(exported)]
      .map(([, declared, renamed]) => `export { make as ${declared ?? renamed} };\n`)
      .join('');
  return rewrite('no-schema-export', /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/, none);
}

/** Source files of the SDK that the Worker never reaches, by the file of its bundle that holds them, and what is left of each. */
const UNREACHED = [
  {
    file: /server[\\/]dist[\\/]mcp-[^\\/]+\.mjs$/,
    parts: {
      // The high-level server, which the SDK only asks whether a server is one; the Worker speaks through the low-level one.
      'src/server/mcp.ts': 'var McpServer = class {};\nvar ResourceTemplate = class {};',
      // Scopes that a tool of the high-level server asks for; here src/runtime/auth does.
      'src/server/scopeChallenge.ts': `const ${['supportsScopeChallengeResolver', 'requireScopes', 'findScopeChallenge', 'scopeChallengeResourceMetadataUrl', 'createScopeChallengeResponse'].map((name) => `${name} = () => undefined`).join(', ')};`,
    },
  },
  {
    file: /server[\\/]dist[\\/]index\.mjs$/,
    parts: {
      // The transport for the generations before 2026-07-28; here src/runtime/mcp/exchange serves them.
      'src/server/streamableHttp.ts': 'var WebStandardStreamableHTTPServerTransport = class {};',
    },
    // With it goes what only the high-level server's tools declare, such as arguments that travel in headers.
    never: 'product instanceof McpServer',
  },
  {
    file: /server[\\/]dist[\\/]src-[^\\/]+\.mjs$/,
    parts: {
      // A table of every type of the specification with its schema, which the SDK offers to its users.
      '../core-internal/src/types/specTypeSchema.ts':
        'const specTypeSchemas = undefined;\nconst isSpecType = undefined;',
      // Only middleware of the SDK throws these.
      '../core-internal/src/auth/errors.ts': 'const OAuthErrorCode = undefined;\nconst OAuthError = undefined;',
    },
  },
];

/** Leaves out what is unreached: by the marks that the SDK's bundler left around each source file. */
function reachedOnly() {
  return UNREACHED.map(({ file, parts, never }) =>
    rewrite('reached-only', file, (text) => withoutCase(Object.entries(parts).reduce(withStandIn, text), never)),
  );
}

function withoutCase(text, never) {
  if (never !== undefined && !text.includes(never))
    throw new Error(`The SDK does not ask "${never}" any more; look at it again.`);
  return never === undefined ? text : text.replaceAll(never, 'false');
}

function withStandIn(text, [source, stand]) {
  const mark = `//#region ${source}\n`;
  const [start, end] = [text.indexOf(mark), text.indexOf('//#endregion', text.indexOf(mark))];
  if (start < 0 || end < 0) throw new Error(`The SDK has no ${source} any more; look at what is left out of it again.`);
  return text.slice(0, start) + stand + text.slice(end);
}

/** Schemas of OAuth messages, which a client of an authorization server reads; src/runtime/auth has its own door. */
function noAuthorizationSchemas() {
  const none = (text) => {
    const names =
      /^export \{([^}]*)\};?$/m
        .exec(text)?.[1]
        ?.split(',')
        .map((each) => each.trim().split(' as ').at(-1)) ?? [];
    return names.length === 0
      ? text
      : `const absent = undefined;\n${names.map((each) => `export { absent as ${each} };\n`).join('')}`;
  };
  return rewrite('no-authorization-schemas', /core[\\/]dist[\\/]auth-[^\\/]+\.mjs$/, none);
}

/** Extensions of the script engine, shared libraries that nobody loads here: it can only run what it was tested with. */
function noEngineExtensions() {
  const names = ['loadExtension', 'initExtension', 'restoreExtensions'];
  const stand = `const absent = () => { throw new Error('Extensions are left out of the Worker.'); };\nexport { ${names.map((name) => `absent as ${name}`).join(', ')} };\n`;
  return rewrite('no-engine-extensions', /quickjs-wasi[\\/]dist[\\/]extensions\.js$/, () => stand);
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
