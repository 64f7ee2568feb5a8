import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { BuildResult } from '../build/build.js';
import type { Diagnostic } from '../build/diagnostics/types.js';
import type { Bundle, EffectiveManifest } from '../build/types.js';
import type { BundleDiff } from '../contract/bundle/diff.js';
import { structuralDifference } from '../contract/bundle/structural.js';
import { startLocalWorker, type LocalWorker, type LocalWorkerOptions, type MiniflareModule } from '../wrangler/local-worker.js';
import { readRuntime } from '../wrangler/read-runtime.js';
import { buildProject } from './build-project.js';
import { compiledBundle } from './compiled-bundle.js';
import { devKey, type DevKey } from './dev-key.js';
import { mcpUrlOf } from './outputs.js';
import type { Failure, Ports, ProjectOptions } from './ports.js';
import { pushStage } from './push-stage.js';
import { resolvePeer } from './resolve-peer.js';
import { watchProject } from './watch-project.js';

/** How a local Worker is to run. */
export interface DevOptions extends ProjectOptions {
  host: string;
  /** 0 for any free port. */
  port: number;
  watch: boolean;
  /** `false` serves without sign-in; the adapter allows it on loopback only. */
  auth: boolean;
  /** Folder that keeps what the Worker stores. */
  state?: string;
  /** Where the compiled runtime lies. */
  distDirectory: string;
}

/** What happens while a local Worker runs. */
export type DevEvent =
  | { kind: 'pushed'; result: 'applied' | 'unchanged'; generation: number; sha256: string; diff?: BundleDiff; milliseconds: number }
  | { kind: 'invalid'; diagnostics: Diagnostic[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'restarted'; pointers: string[] }
  | { kind: 'log'; line: string };

/** A running local Worker, or why there is none. */
export type DevStart =
  | { ok: true; mcpUrl: string; close(): Promise<void> }
  | { ok: false; build?: BuildResult; failure?: Failure };

type DevPorts = Ports & { onEvent(event: DevEvent): void };

/**
 * `frontmcp deploy dev`: the same Worker, push and checks as in production, in local workerd, with a
 * throw-away key. Secrets come from `.dev.vars` beside the manifest.
 */
export async function startDev(options: DevOptions, ports: DevPorts): Promise<DevStart> {
  const peer = await resolvePeer<MiniflareModule>('miniflare', [options.directory, options.distDirectory]);
  if (!peer.ok) return peer;
  const build = await buildDev(options, ports);
  if (!build.bundle) return { ok: false, build };
  const state = options.state === undefined ? undefined : resolve(options.directory, options.state);
  const key = await devKey(state);
  const session = new DevSession(options, ports, key, build.bundle, state);
  try {
    await session.start(peer.module);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: { code: 'worker-not-started', message: `The local Worker did not start: ${reason}.`, hint: `Is port ${options.port} taken? Choose another with --port.` } };
  }
  const failure = await session.push(build.bundle);
  if (failure) {
    await session.close();
    return { ok: false, failure };
  }
  if (options.watch) session.watch();
  return { ok: true, mcpUrl: mcpUrlOf(session.url), close: () => session.close() };
}

function buildDev(options: DevOptions, ports: Ports): Promise<BuildResult> {
  // Ids of databases and namespaces mean nothing to local stores, so they may be missing.
  return buildProject({ ...options, placeholders: true, adjust: options.auth ? undefined : withoutAuth }, ports);
}

function withoutAuth(manifest: EffectiveManifest): EffectiveManifest {
  return { ...manifest, structural: { ...manifest.structural, auth: { provider: 'none' } } };
}

/** What a running `dev` remembers between two saves. */
class DevSession {
  #worker: LocalWorker | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(
    private readonly options: DevOptions,
    private readonly ports: DevPorts,
    private readonly key: DevKey,
    private deployed: Bundle,
    private readonly state: string | undefined,
  ) {}

  get url(): string {
    return this.#worker?.url ?? '';
  }

  async start(miniflare: MiniflareModule): Promise<void> {
    this.#worker = await startLocalWorker(miniflare, await this.#workerOptions(this.deployed));
  }

  /** Pushes a bundle as CI would. Returns why it failed, if it did. */
  async push(bundle: Bundle): Promise<Failure | undefined> {
    const started = this.ports.now();
    const { kid } = bundle.index.manifest.structural.signing.trustRoots[0] ?? { kid: 'dev' };
    const pushed = await pushStage(
      bundle,
      { url: this.url, signingKey: this.key.privatePem, keyId: kid, expect: 'any', source: { actor: 'dev' } },
      this.ports,
    );
    if ('failure' in pushed) return withDevHint(pushed.failure);
    const { generation, diff } = pushed.receipt;
    this.ports.onEvent({ kind: 'pushed', result: pushed.result, generation, sha256: bundle.sha256, diff, milliseconds: this.ports.now() - started });
    return undefined;
  }

  watch(): void {
    const ignored = this.state === undefined ? [] : [relative(this.#watched(), this.state)].filter((path) => !path.startsWith('..'));
    this.#stopWatching = watchProject(this.#watched(), ignored, () => this.#changed());
  }

  async close(): Promise<void> {
    this.#stopWatching?.();
    await this.#worker?.close();
  }

  #watched(): string {
    return dirname(resolve(this.options.directory, this.options.manifest));
  }

  async #changed(): Promise<void> {
    const { bundle, diagnostics } = await buildDev(this.options, this.ports);
    if (!bundle) {
      this.ports.onEvent({ kind: 'invalid', diagnostics });
      return;
    }
    if (bundle.structuralDigest !== this.deployed.structuralDigest) await this.#redeploy(bundle);
    const failure = await this.push(bundle);
    if (failure) this.ports.onEvent({ kind: 'failed', failure });
  }

  /** Locally a redeploy is a restart with the new bundle compiled in. */
  async #redeploy(bundle: Bundle): Promise<void> {
    await this.#worker?.restart(await this.#workerOptions(bundle));
    this.ports.onEvent({ kind: 'restarted', pointers: structuralDifference(this.deployed.index, bundle.index) });
    this.deployed = bundle;
  }

  async #workerOptions(bundle: Bundle): Promise<LocalWorkerOptions> {
    const { structural } = bundle.index.manifest;
    const trusted = structural.signing.trustRoots[0];
    return {
      structural,
      environment: bundle.index.environment,
      compiled: compiledBundle(bundle, null),
      ...(await readRuntime(this.options.distDirectory)),
      secrets: { ...(await readDevVars(this.#watched())), ...(trusted ? { [trusted.publicKeySecret]: this.key.publicPem } : {}) },
      host: this.options.host,
      port: this.options.port,
      stateDirectory: this.state,
      log: (line) => this.ports.onEvent({ kind: 'log', line }),
    };
  }
}

async function readDevVars(directory: string): Promise<Record<string, string>> {
  const text = await readFile(join(directory, '.dev.vars'), 'utf8').catch(() => '');
  return Object.fromEntries(Object.entries(parseEnv(text)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function withDevHint(failure: Failure): Failure {
  return failure.code === 'missing_secret' ? { ...failure, hint: 'Write NAME=value for each into .dev.vars beside the manifest, and keep that file out of git.' } : failure;
}
