import { stat, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { BuildResult } from '../build/build.js';
import type { Diagnostic } from '../build/diagnostics/diagnostic.js';
import { findRoot } from '../build/files/working-tree.js';
import type { Bundle, EffectiveManifest } from '../build/stage-values.js';
import type { BundleDiff } from '../contract/bundle/diff.js';
import { structuralDifference } from '../contract/bundle/structural-digest.js';
import { compiledBundle } from '../wrangler/emit.js';
import {
  startLocalWorker,
  type LocalWorker,
  type LocalWorkerOptions,
  type MiniflareModule,
} from '../wrangler/local-worker.js';
import { readRuntime } from '../wrangler/read-runtime.js';
import type { Failure, Ports, ProjectOptions } from './ports.js';
import { buildProject } from './stages/build-project.js';
import { pushStage } from './stages/push-stage.js';
import { signStage } from './stages/sign-stage.js';
import { watchFolders, type Watching } from './watch-folders.js';

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
  | {
      kind: 'pushed';
      result: 'applied' | 'unchanged';
      generation: number;
      sha256: string;
      diff?: BundleDiff;
      milliseconds: number;
    }
  | { kind: 'invalid'; diagnostics: Diagnostic[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'restarted'; pointers: string[] }
  | { kind: 'log'; line: string };

/** What `dev` gets from its caller. */
export type DevPorts = Ports & { onEvent(event: DevEvent): void };

/** A throw-away key pair for local use. */
export interface DevKey {
  privatePem: string;
  publicPem: string;
}

/** What a running `dev` remembers between two saves. */
export class DevSession {
  #worker: LocalWorker | undefined;
  #watching: Watching | undefined;
  /** What was told last: files change that are no part of the project, a log of this very command included. */
  #told = '';
  /** The secrets that the Worker was started with, as JSON. */
  #secrets = '';

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
    this.#told = bundle.sha256;
    const { kid } = bundle.index.manifest.structural.signing.trustRoots[0] ?? { kid: 'dev' };
    const signer = await signStage(bundle, { signingKey: this.key.privatePem, keyId: kid }, this.ports);
    if (!signer.ok) return signer.failure;
    const target = { url: this.url, expect: 'any', source: { actor: 'dev' } } as const;
    const pushed = await pushStage(bundle, signer, target, this.ports);
    if ('failure' in pushed) return withDevHint(pushed.failure);
    const { generation, diff } = pushed.receipt;
    this.ports.onEvent({
      kind: 'pushed',
      result: pushed.result,
      generation,
      sha256: bundle.sha256,
      diff,
      milliseconds: this.ports.now() - started,
    });
    return undefined;
  }

  /** Pushes on every save from now on. Returns why that cannot be, if it cannot. */
  async watch(build: BuildResult): Promise<Failure | undefined> {
    this.#watching = watchFolders(this.state === undefined ? [] : [this.state], {
      onChange: () => this.#changed(),
      onFault: (error) => this.#fault(error),
    });
    try {
      await this.#watchInputs(build);
      return undefined;
    } catch (error) {
      return {
        code: 'watch-failed',
        message: `Changes cannot be watched: ${reasonOf(error)}.`,
        hint: 'Run it with --no-watch, and again after a change.',
      };
    }
  }

  #fault(error: unknown): void {
    this.ports.onEvent({
      kind: 'failed',
      failure: {
        code: 'change-not-served',
        message: `A change could not be served: ${reasonOf(error)}.`,
        hint: 'Save again, or start again.',
      },
    });
  }

  async close(): Promise<void> {
    this.#watching?.stop();
    await this.#worker?.close();
  }

  /** Descriptions and skills may lie beside the manifest's folder; a save may name others. */
  async #watchInputs({ manifest }: BuildResult): Promise<void> {
    this.#watching?.watch([
      this.#manifestFolder(),
      ...(manifest ? await inputFolders(this.options.directory, manifest) : []),
    ]);
  }

  #manifestFolder(): string {
    return dirname(resolve(this.options.directory, this.options.manifest));
  }

  async #changed(): Promise<void> {
    const build = await buildDev(this.options, this.ports);
    const { bundle, diagnostics } = build;
    if (build.manifest) await this.#watchInputs(build);
    const outcome = bundle?.sha256 ?? JSON.stringify(diagnostics);
    const hasNewSecrets = JSON.stringify(await readDevVars(this.#manifestFolder())) !== this.#secrets;
    if (outcome === this.#told && !hasNewSecrets) return;
    this.#told = outcome;
    if (!bundle) {
      this.ports.onEvent({ kind: 'invalid', diagnostics });
      return;
    }
    if (hasNewSecrets || bundle.structuralDigest !== this.deployed.structuralDigest) await this.#redeploy(bundle);
    const failure = await this.push(bundle);
    if (failure) this.ports.onEvent({ kind: 'failed', failure });
  }

  /** Locally a redeploy is a restart, with the new bundle compiled in and the secrets that `.dev.vars` has now. */
  async #redeploy(bundle: Bundle): Promise<void> {
    await this.#worker?.restart(await this.#workerOptions(bundle));
    this.ports.onEvent({ kind: 'restarted', pointers: structuralDifference(this.deployed.index, bundle.index) });
    this.deployed = bundle;
  }

  async #workerOptions(bundle: Bundle): Promise<LocalWorkerOptions> {
    const { structural } = bundle.index.manifest;
    const trusted = structural.signing.trustRoots[0];
    const secrets = await readDevVars(this.#manifestFolder());
    this.#secrets = JSON.stringify(secrets);
    return {
      structural,
      environment: bundle.index.environment,
      compiled: compiledBundle(bundle, null),
      ...(await readRuntime(this.options.distDirectory)),
      secrets: { ...secrets, ...(trusted ? { [trusted.publicKeySecret]: this.key.publicPem } : {}) },
      host: this.options.host,
      port: this.options.port,
      stateDirectory: this.state,
      log: (line) => this.ports.onEvent({ kind: 'log', line }),
    };
  }
}

/** Builds the project as `dev` serves it. */
export function buildDev(options: DevOptions, ports: Ports): Promise<BuildResult> {
  // Ids of databases and namespaces mean nothing to local stores, so they may be missing.
  return buildProject({ ...options, placeholders: true, adjust: options.auth ? undefined : withoutAuth }, ports);
}

function withoutAuth(manifest: EffectiveManifest): EffectiveManifest {
  return { ...manifest, structural: { ...manifest.structural, auth: { provider: 'none' } } };
}

/** The folders, absolute paths, in which the inputs of a project lie: those of its descriptions, and that of its skills. */
async function inputFolders(directory: string, { specs, skillsDirectory }: EffectiveManifest): Promise<string[]> {
  const { root } = await findRoot(directory);
  const folders = [...specs.map(({ file }) => dirname(file)), skillsDirectory].map((folder) => join(root, folder));
  const there = await Promise.all(folders.map(isFolder));
  return folders.filter((_, position) => there[position]);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

async function readDevVars(directory: string): Promise<Record<string, string>> {
  const text = await readFile(join(directory, '.dev.vars'), 'utf8').catch(() => '');
  return Object.fromEntries(
    Object.entries(parseEnv(text)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function withDevHint(failure: Failure): Failure {
  return failure.code === 'missing_secret'
    ? {
        ...failure,
        hint: 'Write NAME=value for each into .dev.vars beside the manifest, and keep that file out of git.',
      }
    : failure;
}

/** Returns the message of an error without its final full stop, for use inside a sentence. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.+$/, '');
}
