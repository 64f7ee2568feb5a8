import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { Log, LogLevel, Miniflare, type MiniflareOptions, type WorkerOptions } from 'miniflare';
import type * as sessionLimits from '../../src/runtime/mcp/session/session-limits.js';
import type * as bundleLimits from '../../src/runtime/store/bundle-do/bundle-do-limits.js';
import type * as eventLimits from '../../src/runtime/store/events/event-limits.js';
import type * as snapshotLimits from '../../src/runtime/store/snapshots/snapshot-limits.js';
import { engineModule } from './engine-module.js';
import type { TestBundle } from './worker-bundles.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A Worker to start, with a test's own bindings. */
export interface TestWorker {
  name?: string;
  /** What `frontmcp.deploy.bundle.js` holds. */
  compiled: TestBundle;
  /** Statement of the compiled-in copy. Default: none. */
  statement?: string | null;
  /** Default: the bundle's own. */
  environment?: string;
  secrets: Record<string, string>;
  /** Another script's name: its `BundleDO` is used instead of an own one. */
  sharesStoreOf?: string;
  /** Bindings to leave out. */
  without?: string[];
  /** Source that replaces the last line of worker.ts, with `handler` in scope; for faults of the platform. */
  entry?: string;
  /** Class behind the binding BUNDLE, when `entry` exports one of its own. */
  bundleClass?: string;
  /** The same for SESSIONS. */
  sessionClass?: string;
  /** Default: a recent one. */
  compatibilityDate?: string;
}

/** A running set of Workers. */
export interface TestWorkers {
  miniflare: Miniflare;
  /** Address of a Worker by name. */
  url(name?: string): Promise<string>;
  /** Lines of the Workers' logs, parsed where they are JSON. */
  log: LogLine[];
  stop(): Promise<void>;
}

/** One line of a log. */
export type LogLine = Record<string, unknown>;

type LimitName = keyof (typeof bundleLimits & typeof eventLimits & typeof sessionLimits & typeof snapshotLimits);

/** Other values for constants of the runtime's `*-limits.ts`. */
export type ChangedLimits = Partial<Record<LimitName, number>>;

const runtimes = new Map<string, Promise<string>>();

/** The runtime as the emitted configuration bundles it, built once per test file; with other limits where a day is too long. */
export function bundleRuntime(limits: ChangedLimits = {}): Promise<string> {
  const key = JSON.stringify(limits);
  const runtime = runtimes.get(key) ?? buildRuntime(limits);
  runtimes.set(key, runtime);
  return runtime;
}

function buildRuntime(limits: ChangedLimits): Promise<string> {
  return build({
    entryPoints: [join(root, 'src/runtime/index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    conditions: ['workerd', 'worker', 'browser', 'import'],
    mainFields: ['module', 'main'],
    external: ['cloudflare:workers', '*.wasm'],
    plugins: [changeLimits(limits)],
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
}

function changeLimits(limits: ChangedLimits): Plugin {
  return {
    name: 'limits',
    setup: ({ onLoad, onEnd }) => {
      const left = new Map(Object.entries(limits));
      onLoad({ filter: /runtime[\\/].*-limits\.ts$/ }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [name, value] of left) {
          const before = contents;
          contents = contents.replace(new RegExp(`(export const ${name} = )[^;]+;`), `$1${value};`);
          if (contents !== before) left.delete(name);
        }
        return { contents, loader: 'ts' };
      });
      onEnd(() => {
        if (left.size > 0) throw new Error(`there is no limit ${[...left.keys()].join()} with another value`);
      });
    },
  };
}

/** Starts Workers in one workerd, each as worker.ts of the documentation, with every binding. */
export async function startTestWorkers(
  workers: TestWorker[],
  stateDirectory?: string,
  limits?: ChangedLimits,
): Promise<TestWorkers> {
  const log: LogLine[] = [];
  const code = await bundleRuntime(limits);
  const options: MiniflareOptions = {
    log: new Log(LogLevel.NONE),
    handleRuntimeStdio: (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream) =>
      [stdout, stderr].forEach((stream) => collectLines(stream, log)),
    ...(stateDirectory === undefined ? {} : { defaultPersistRoot: stateDirectory }),
    workers: workers.map((worker) => workerOptions(worker, code)),
  };
  const miniflare = new Miniflare(options);
  await miniflare.ready;
  return {
    miniflare,
    url: async (name = workers[0]?.name ?? 'worker') =>
      (await miniflare.unsafeGetDirectURL(name)).href.replace(/\/$/, ''),
    log,
    stop: () => miniflare.dispose(),
  };
}

function workerOptions(worker: TestWorker, code: string): WorkerOptions {
  const {
    name = 'worker',
    compiled,
    without = [],
    sharesStoreOf,
    bundleClass = 'BundleDO',
    sessionClass = 'SessionDO',
  } = worker;
  const kept = <T>(bindings: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(bindings).filter(([binding]) => !without.includes(binding)));
  const object = (className: string) => ({
    className,
    useSQLite: true,
    ...(sharesStoreOf === undefined ? {} : { scriptName: sharesStoreOf }),
  });
  return {
    name,
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    modules: [
      { type: 'ESModule', path: 'worker.js', contents: workerSource(worker) },
      { type: 'ESModule', path: 'frontmcp-worker.js', contents: code },
      engineModule(),
      {
        type: 'ESModule',
        path: 'frontmcp.deploy.bundle.js',
        contents: bundleModule(compiled, worker.statement ?? null),
      },
    ],
    compatibilityDate: worker.compatibilityDate ?? '2026-05-01',
    bindings: worker.secrets,
    durableObjects: kept({
      SESSIONS: object(sessionClass),
      EVENTS: object('EventStoreDO'),
      BUNDLE: object(bundleClass),
    }),
    kvNamespaces: kept({ BUNDLE_CACHE: 'cache', REPLAY_NONCE: 'nonces' }),
    d1Databases: kept({ AUDIT: 'audit' }),
    r2Buckets: kept({ SKILL_DATA: 'data' }),
  };
}

function workerSource({
  compiled,
  environment = compiled.index.environment,
  entry = 'export default handler;',
}: TestWorker): string {
  return `import { createWorker } from './frontmcp-worker.js';
import deployBundle from './frontmcp.deploy.bundle.js';
const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: ${JSON.stringify(environment)} });
${entry}
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;
}

function bundleModule({ text, artifacts }: TestBundle, statement: string | null): string {
  return `export default ${JSON.stringify({ v: 1, statement, bundle: text, artifacts })};\n`;
}

/** Parses what a Worker prints, line by line, into a log. */
export function collectLines(stream: NodeJS.ReadableStream, log: LogLine[]): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) log.push(parseLine(line));
  });
}

function parseLine(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return { text: line };
  }
}
