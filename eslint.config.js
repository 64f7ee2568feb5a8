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

/** The build's inner walls: what a room below src/build/ may reach besides its own; stages share values, never code. */
const BUILD_MAY_IMPORT = {
  files: [],
  diagnostics: ['files'],
  yaml: ['diagnostics'],
  manifest: ['files', 'diagnostics', 'yaml', 'stage-values.ts', 'schema-accepts.ts'],
  skills: ['files', 'diagnostics', 'yaml', 'stage-values.ts', 'schema-accepts.ts'],
  openapi: ['files', 'diagnostics', 'yaml', 'stage-values.ts'],
  bundle: ['diagnostics', 'stage-values.ts'],
  compare: [],
  'stage-values.ts': ['diagnostics'],
  'schema-accepts.ts': [],
};

/** The walls within stage 4: what a room below src/build/openapi/ may reach besides its own. */
const OPENAPI_MAY_IMPORT = {
  document: [],
  names: ['document'],
  classify: ['document', 'names'],
  service: ['document', 'names'],
  schema: ['document'],
  operation: ['document', 'names', 'classify', 'schema'],
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

const buildZones = Object.entries(BUILD_MAY_IMPORT).map(([room, allowed]) => ({
  target: `./src/build/${room}`,
  from: './src/build',
  except: [room, ...allowed].map((name) => `./${name}`),
  message: `src/build/${room} may import only ${[room, ...allowed].join(', ')} of the build.`,
}));

const openapiZones = Object.entries(OPENAPI_MAY_IMPORT).map(([room, allowed]) => ({
  target: `./src/build/openapi/${room}`,
  from: './src/build/openapi',
  // What every room may know: the limits of what is read.
  except: [...[room, ...allowed].map((name) => `./${name}`), './openapi-limits.ts'],
  message: `src/build/openapi/${room} may import only ${[room, ...allowed].join(', ')} of the stage.`,
}));

const onlyActionSpeaks = { group: ['@actions/*'], message: 'Only src/action speaks to the runner.' };

const noPrinting = {
  'no-console': 'error',
  'no-restricted-imports': ['error', { patterns: [onlyActionSpeaks] }],
};

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
        { basePath: import.meta.dirname, zones: [...zones, ...runtimeZones, ...buildZones, ...openapiZones] },
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
  { files: ['src/{contract,build,push,wrangler,commands,report}/**/*.ts'], rules: noPrinting },
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
  {
    files: ['src/build/**/*.ts'],
    ignores: ['src/build/yaml/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [onlyActionSpeaks],
          paths: ['yaml', 'js-yaml'].map((name) => ({
            name,
            message: 'Only src/build/yaml knows the packages that read YAML.',
          })),
        },
      ],
    },
  },
);
