import { readFile } from 'node:fs/promises';
import { parse } from 'smol-toml';
import { emitBundleModule, emitConfiguration, emitFolder } from '../../src/wrangler/emit.js';
import { wranglerConfiguration } from '../../src/wrangler/configuration.js';
import { sampleIndex } from '../support/sample-index.js';

const compiled = { v: 1 as const, statement: null, bundle: '{"a":"\\u2028"}', artifacts: {} };

describe('the emitted wrangler configuration', () => {
  test('aliases the documented package to the compiled runtime', () => {
    expect(wranglerConfiguration(sampleIndex())).toMatchObject({
      name: 'acme',
      main: 'worker.ts',
      compatibility_date: '2026-05-01',
      alias: { '@frontmcp/worker': './frontmcp-worker/index.js' },
    });
  });

  test('binds and migrates the classes of the runtime as SQLite classes', () => {
    const configuration = wranglerConfiguration(sampleIndex());
    expect(configuration.durable_objects).toEqual({
      bindings: [
        { name: 'SESSIONS', class_name: 'SessionDO' },
        { name: 'EVENTS', class_name: 'EventStoreDO' },
        { name: 'BUNDLE', class_name: 'BundleDO' },
      ],
    });
    expect(configuration.migrations).toEqual([
      { tag: 'v1', new_sqlite_classes: ['SessionDO', 'EventStoreDO', 'BundleDO'] },
    ]);
  });

  test('does not migrate a class that another Worker owns', () => {
    const index = sampleIndex();
    index.manifest.structural.bindings.durableObjects?.push({
      binding: 'LOCKS',
      className: 'LockDO',
      scriptName: 'locks',
    });
    const configuration = wranglerConfiguration(index);
    expect(configuration.migrations).toEqual([
      { tag: 'v1', new_sqlite_classes: ['SessionDO', 'EventStoreDO', 'BundleDO'] },
    ]);
    expect(JSON.stringify(configuration.durable_objects)).toContain('"script_name":"locks"');
  });

  test('turns workers.dev off for a custom domain, unless asked for', () => {
    const index = sampleIndex();
    index.manifest.structural.deployment.customDomain = 'mcp.example.com';
    expect(wranglerConfiguration(index)).toMatchObject({
      workers_dev: false,
      preview_urls: false,
      routes: [{ pattern: 'mcp.example.com', custom_domain: true }],
    });
    index.manifest.structural.deployment.workersDev = true;
    expect(wranglerConfiguration(index)).toMatchObject({ workers_dev: true });
  });

  test('limits CPU time on the paid plan only, because the free plan refuses the setting', () => {
    const index = sampleIndex();
    expect(wranglerConfiguration(index)).not.toHaveProperty('limits');
    index.manifest.hot.execution.plan = 'paid';
    expect(wranglerConfiguration(index)).toMatchObject({ limits: { cpu_ms: 10_000 } });
  });

  test('names databases, namespaces, buckets and variables as wrangler does', () => {
    const index = sampleIndex();
    Object.assign(index.manifest.structural.bindings, {
      d1Databases: [{ binding: 'AUDIT', databaseName: 'audit', databaseId: 'd1-1' }],
      r2Buckets: [{ binding: 'SKILL_DATA', bucketName: 'data' }],
      vars: { LOG_LEVEL: 'info' },
    });
    expect(wranglerConfiguration(index)).toMatchObject({
      d1_databases: [{ binding: 'AUDIT', database_name: 'audit', database_id: 'd1-1' }],
      kv_namespaces: [{ binding: 'REPLAY_NONCE', id: 'kv-1' }],
      r2_buckets: [{ binding: 'SKILL_DATA', bucket_name: 'data' }],
      vars: { LOG_LEVEL: 'info' },
    });
  });

  test('says the same in TOML and in JSON', () => {
    const toml = parse(emitConfiguration(sampleIndex(), 'toml'));
    const json = JSON.parse(emitConfiguration(sampleIndex(), 'jsonc').replace(/^\/\/.*\n/, '')) as Record<
      string,
      unknown
    >;
    delete json.$schema;
    expect(toml).toEqual(json);
  });
});

describe('the emitted folder', () => {
  test('holds everything that wrangler needs, with the environment in worker.ts', () => {
    const index = { ...sampleIndex(), environment: 'staging' };
    const files = emitFolder({
      index,
      compiled,
      format: 'toml',
      runtime: 'export {};',
      scripts: 'export {};',
      engine: new Uint8Array([0]),
    });
    expect(Object.keys(files).sort()).toEqual([
      'frontmcp-worker/agentscript.js',
      'frontmcp-worker/index.js',
      'frontmcp-worker/quickjs.wasm',
      'frontmcp.deploy.bundle.js',
      'worker.ts',
      'wrangler.toml',
    ]);
    expect(files['worker.ts']).toContain("env: 'staging'");
  });

  test('has the worker.ts of examples/, unchanged but for its environment', async () => {
    const index = { ...sampleIndex(), environment: 'production' };
    const parts = { runtime: '', scripts: '', engine: new Uint8Array() };
    const files = emitFolder({ index, compiled, format: 'toml', ...parts });
    expect(files['worker.ts']).toBe(await readFile('examples/worker/worker.ts', 'utf8'));
  });

  test('carries the bundle as data that survives every character', async () => {
    const source = emitBundleModule(compiled);
    const { default: loaded } = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
      default: unknown;
    };
    expect(loaded).toEqual(compiled);
  });
});
