import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may import whom: a folder, and the folders below src/ that it may reach besides its own. */
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

/** The Worker's inner walls: what a room below src/runtime/ may reach besides its own. */
const RUNTIME_MAY_IMPORT = {
  resync: ['store'],
  store: [],
  catalog: ['store'],
  upstream: ['store'],
  auth: ['store'],
  agentscript: [],
};

const zones = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `src/${folder} may import only ${[folder, ...allowed].join(', ')} (see CONTRIBUTING.md).`,
}));

const runtimeZones = Object.entries(RUNTIME_MAY_IMPORT).map(([folder, allowed]) => ({
  target: `./src/runtime/${folder}`,
  from: './src/runtime',
  // What every room may know: a snapshot's type and the runtime's own version.
  except: [...[folder, ...allowed].map((name) => `./${name}`), './snapshot.ts', './version.ts'],
  message: `src/runtime/${folder} may import only ${[folder, ...allowed].join(', ')} of the runtime.`,
}));

const noPrinting = {
  'no-console': 'error',
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['@actions/*'], message: 'Only src/action speaks to the runner.' }] },
  ],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/contract/generated/**', 'coverage/**', '**/.wrangler/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,js,mjs}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { typescript: true, node: { extensions: ['.ts', '.js'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: [...zones, ...runtimeZones] }],
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
  { files: ['src/{contract,build,push,wrangler,commands,report}/**/*.ts'], rules: noPrinting },
  {
    files: ['src/{action,cli}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@actions/*'], message: 'Use src/action/create-core.ts: it brings no HTTP client.' }] },
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
