/** What the emitted folder holds, by role; worker.ts imports by these names. */
export const EMITTED = {
  worker: 'worker.ts',
  bundle: 'frontmcp.deploy.bundle.js',
  runtime: 'frontmcp-worker/index.js',
  scripts: 'frontmcp-worker/agentscript.js',
  engine: 'frontmcp-worker/quickjs.wasm',
  toml: 'wrangler.toml',
  jsonc: 'wrangler.jsonc',
} as const;

/** The package name under which worker.ts imports the runtime. */
export const RUNTIME_PACKAGE = '@frontmcp/worker';

/** Durable Object bindings that the runtime uses, with their classes. */
export const RUNTIME_DURABLE_OBJECTS = [
  { binding: 'SESSIONS', className: 'SessionDO' },
  { binding: 'EVENTS', className: 'EventStoreDO' },
  { binding: 'BUNDLE', className: 'BundleDO' },
] as const;
