import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** @typedef {Record<string, string[]>} Walls what each room may import */

/**
 * Who may import whom: a folder, and the folders below src/ that it may reach besides its own.
 * @type {Walls}
 */
const MAY_IMPORT = {
  contract: [],
  build: ['contract'],
  push: ['contract'],
  wrangler: ['contract'],
  commands: ['build', 'push', 'wrangler', 'contract'],
  report: ['commands', 'build', 'push', 'wrangler', 'contract'],
  action: ['commands', 'report', 'build', 'push', 'contract'],
  cli: ['commands', 'report', 'build', 'push', 'wrangler', 'contract'],
  runtime: ['contract'],
};

/** What every room of src/runtime/ may use, besides agentscript. */
const RUNTIME_SHARED = ['gate.ts', 'log.ts', 'read-body.ts', 'snapshot.ts', 'worker-env.ts'];

/** What both sides of a hop to a Durable Object agree on. */
const STORE_CONTRACT = ['bundle-store.ts', 'channel.ts', 'last-known-good.ts', 'packing.ts'].map(
  (name) => `store/${name}`,
);

/**
 * The Worker's inner walls: a room below src/runtime/, and what it may reach besides its own. Code of bundle-do/ and
 * events/ runs inside a Durable Object, everything else in the isolate that answers a request.
 * @type {Walls}
 */
const RUNTIME_MAY_IMPORT = {
  routes: ['mcp', 'resync', 'auth', 'catalog', 'store/snapshots', ...STORE_CONTRACT],
  mcp: ['agentscript', 'auth', 'catalog', 'upstream', 'store/snapshots', 'store/events', ...STORE_CONTRACT],
  resync: ['store/snapshots', ...STORE_CONTRACT],
  auth: ['issuer'],
  issuer: [],
  catalog: [],
  upstream: [],
  'store/bundle-do': STORE_CONTRACT,
  'store/snapshots': STORE_CONTRACT,
  'store/events': [],
};

/**
 * Walls inside mcp/: a room, and the rooms of mcp/ that it may reach. Files directly in mcp/ are the way of a message, which
 * every room may use. What answers a method (tools, resources, …) does not know over which transport it was asked.
 * @type {Walls}
 */
const MCP_MAY_IMPORT = {
  http: [],
  subscriptions: ['http'],
  session: ['http', 'subscriptions'],
  approval: [],
  operation: ['approval'],
  execute: ['operation'],
  resources: ['operation'],
  tools: ['approval', 'operation', 'execute'],
};

/**
 * The inner walls of the other folders: a room or file, and what it may reach of its own folder besides itself.
 * @type {Record<string, Walls>}
 */
const ROOMS = {
  contract: {
    encoding: [],
    keys: ['encoding'],
    schema: ['encoding'],
    search: [],
    request: ['encoding'],
    bundle: ['encoding', 'generated', 'request', 'schema'],
    push: ['bundle', 'encoding', 'generated', 'keys', 'schema'],
    audit: ['encoding', 'push'],
  },
  // Signing does not know how a push travels, and keys know neither.
  push: {
    keys: [],
    'sign.ts': ['keys'],
    client: ['keys', 'sign.ts'],
  },
  // Commands use stages, never the other way round.
  commands: {
    stages: ['plan-result.ts', 'ports.ts'],
  },
};

const zones = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `src/${folder} may import only ${[folder, ...allowed].join(', ')} (see CONTRIBUTING.md).`,
}));

const roomZones = Object.entries(ROOMS).flatMap(([folder, rooms]) =>
  Object.entries(rooms).map(([room, allowed]) => ({
    target: `./src/${folder}/${room}`,
    from: `./src/${folder}`,
    except: [room, ...allowed].map((name) => `./${name}`),
    message: `src/${folder}/${room} may import only ${[room, ...allowed].join(', ')} of src/${folder} (see eslint.config.js).`,
  })),
);

const runtimeZones = [
  ...Object.entries(MCP_MAY_IMPORT).map(([room, allowed]) => ({
    target: `./src/runtime/mcp/${room}`,
    from: Object.keys(MCP_MAY_IMPORT)
      .filter((name) => name !== room && !allowed.includes(name))
      .map((name) => `./src/runtime/mcp/${name}`),
    message: `src/runtime/mcp/${room} may import only ${[room, ...allowed].join(', ')} and the files of mcp/ itself.`,
  })),
  ...Object.entries(RUNTIME_MAY_IMPORT).map(([room, allowed]) =>
    runtimeZone(room, [room, ...allowed, ...RUNTIME_SHARED], [room, ...allowed].join(', ')),
  ),
  // The wall that a script stands behind: what it may reach is handed to it as one function.
  runtimeZone('agentscript', ['agentscript'], 'itself'),
  runtimeZone('store/*.ts', [...STORE_CONTRACT, ...RUNTIME_SHARED], STORE_CONTRACT.join(', ')),
  runtimeZone(`{${RUNTIME_SHARED.join(',')}}`, RUNTIME_SHARED, RUNTIME_SHARED.join(', ')),
];

/**
 * @param {string} target below src/runtime/
 * @param {string[]} allowed
 * @param {string} names what is allowed, for the message
 */
function runtimeZone(target, allowed, names) {
  return {
    target: `./src/runtime/${target}`,
    from: './src/runtime',
    except: allowed.map((name) => `./${name}`),
    message: `src/runtime/${target} may import only ${names} of the runtime (see eslint.config.js).`,
  };
}

const NO_RUNNER = { group: ['@actions/*'], message: 'Only src/action/index.ts speaks to the runner.' };

/** @type {import('eslint').Linter.RulesRecord} */
const noPrinting = { 'no-console': 'error', 'no-restricted-imports': ['error', { patterns: [NO_RUNNER] }] };

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/contract/generated/**', 'coverage/**', '**/.wrangler/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,js,mjs}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { typescript: true, node: { extensions: ['.ts', '.js'] } } },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { basePath: import.meta.dirname, zones: [...zones, ...roomZones, ...runtimeZones] },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['src/{contract,build,push,wrangler,commands,report,action,cli}/**/*.ts'],
    ignores: ['src/action/{index,action-ports}.ts'],
    rules: noPrinting,
  },
  {
    // Values in, text out: the same text for the same value, on every machine and at every time.
    files: ['src/report/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            NO_RUNNER,
            { group: ['node:*', '!node:path', 'undici'], message: 'A report reads nothing but its value.' },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['fetch', 'process', 'setTimeout'].map((name) => ({ name, message: 'A report has no outside world.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A report has no clock.' },
        { object: 'Math', property: 'random', message: 'A report has no randomness.' },
      ],
    },
  },
  {
    files: ['src/{contract,runtime}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['node:*', '@actions/*', 'ajv', 'ajv/*', 'tweetnacl'], message: 'Must not reach the Worker.' },
          ],
        },
      ],
    },
  },
  {
    // What reaches an API or an issuer is bounded in these two rooms; the others are handed their fetch.
    files: ['src/runtime/**/*.ts'],
    ignores: ['src/runtime/{upstream,issuer}/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Only upstream and issuer reach the network.' }],
    },
  },
  {
    files: ['src/build/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'A build reads files, never the network.' }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A build has no clock.' },
        { object: 'Math', property: 'random', message: 'A build has no randomness.' },
      ],
    },
  },
);
