import type * as miniflarePackage from 'miniflare';
import type { Miniflare, MiniflareOptions } from 'miniflare';
import type { CompiledBundle, StructuralManifest } from '../contract/bundle/bundle-index.js';
import { emitBundleModule } from './emit.js';
import { forwardLines } from './forward-lines.js';
import { EMITTED, RUNTIME_DURABLE_OBJECTS } from './emitted-names.js';

/** How a local Worker is started. */
export interface LocalWorkerOptions {
  structural: StructuralManifest;
  environment: string;
  compiled: CompiledBundle;
  /** Text of the compiled runtime. */
  runtime: string;
  /** Text of what runs scripts, which the runtime loads. */
  scripts: string;
  /** The script engine, which that imports. */
  engine: Uint8Array;
  /** Worker secrets, by name. */
  secrets: Record<string, string>;
  host: string;
  /** 0 for any free port. */
  port: number;
  /** Folder that keeps Durable Objects, KV, D1 and R2; nothing is kept without it. */
  stateDirectory?: string;
  /** Receives a line of the Worker's log. */
  log?: (line: string) => void;
}

/** A Worker that runs in local workerd. */
export interface LocalWorker {
  /** Such as `http://127.0.0.1:8787`. */
  url: string;
  /** Restarts with other options on the same port; state is kept. */
  restart(options: LocalWorkerOptions): Promise<void>;
  close(): Promise<void>;
}

/** The part of the miniflare package that is used; it is an optional peer, so the caller resolves it. */
export type MiniflareModule = Pick<typeof miniflarePackage, 'Miniflare' | 'Log' | 'LogLevel'>;

/**
 * Starts the Worker that `emit-wrangler` would emit, in local workerd.
 * Rejects when workerd cannot start, for example because the port is taken.
 */
export async function startLocalWorker(miniflare: MiniflareModule, options: LocalWorkerOptions): Promise<LocalWorker> {
  const instance = withoutSignalHandlers(
    (): Miniflare => new miniflare.Miniflare(miniflareOptions(miniflare, options)),
  );
  const address = await instance.ready.catch(async (error: unknown) => {
    // What it has opened so far would keep the process alive.
    await instance.dispose().catch(() => undefined);
    throw error;
  });
  const port = Number(address.port);
  return {
    url: `http://${reachable(options.host)}:${port}`,
    restart: (next) => instance.setOptions(miniflareOptions(miniflare, { ...next, port })),
    close: () => instance.dispose(),
  };
}

/** The host of an address that reaches a listener: "any address" is none, and an IPv6 address stands in brackets. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  const address = host.replace(/^\[|\]$/g, '');
  return address.includes(':') ? `[${address === '::' ? '::1' : address}]` : host;
}

/** Miniflare ends the process on a signal by itself, with an error code and before the caller can close anything. */
function withoutSignalHandlers<T>(action: () => T): T {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const result = action();
  signals.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) if (!before[index]?.has(listener)) process.off(signal, listener);
  });
  return result;
}

const ENTRY = `import { createWorker } from './${EMITTED.runtime}';
import deployBundle from './${EMITTED.bundle}';
const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: ENVIRONMENT });
export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;

function miniflareOptions(miniflare: MiniflareModule, options: LocalWorkerOptions): MiniflareOptions {
  const { structural, stateDirectory } = options;
  const { runtime, bindings } = structural;
  const module = (path: string, contents: string) => ({ type: 'ESModule' as const, path, contents });
  return {
    host: options.host,
    port: options.port,
    log: new miniflare.Log(miniflare.LogLevel.NONE),
    handleRuntimeStdio: (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream) => {
      for (const stream of [stdout, stderr]) forwardLines(stream, options.log ?? (() => undefined));
    },
    modules: [
      module('worker.js', ENTRY.replace('ENVIRONMENT', JSON.stringify(options.environment))),
      module(EMITTED.runtime, options.runtime),
      module(EMITTED.scripts, options.scripts),
      { type: 'CompiledWasm', path: EMITTED.engine, contents: new Uint8Array(options.engine) },
      module(EMITTED.bundle, emitBundleModule(options.compiled)),
    ],
    compatibilityDate: runtime.compatibilityDate,
    compatibilityFlags: runtime.compatibilityFlags ?? [],
    bindings: { ...bindings.vars, ...options.secrets },
    durableObjects: Object.fromEntries(
      (bindings.durableObjects ?? RUNTIME_DURABLE_OBJECTS).map(({ binding, className }) => [
        binding,
        { className, useSQLite: true },
      ]),
    ),
    kvNamespaces: (bindings.kvNamespaces ?? []).map(({ binding }) => binding),
    d1Databases: (bindings.d1Databases ?? []).map(({ binding }) => binding),
    r2Buckets: (bindings.r2Buckets ?? []).map(({ binding }) => binding),
    ...(stateDirectory === undefined ? {} : { defaultPersistRoot: stateDirectory }),
  };
}
