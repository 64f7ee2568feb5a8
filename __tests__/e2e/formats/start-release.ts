import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as miniflare from 'miniflare';
import { bindingOptions, emittedModules } from '../../../scripts/formats/emitted-worker.mjs';
import { engineModule } from '../../support/engine-module.js';
import { bundleRuntime, collectLines, type LogLine } from '../../support/worker-start.js';
import { putBack, readObjects, type KeptStorage, type StoredObjects } from './kept-storage.js';
import type { Release } from './read-release.js';
import { clockSource, mainSource } from './worker-clock.js';

/** How the Worker of a release is started again. */
export interface ReleaseWorkerOptions {
  /** How long after the old one stopped, in milliseconds. The Worker's clock and alarms begin there, whatever day it is. */
  after?: number;
  /** What it finds in its stores. Default: nothing. */
  storage?: KeptStorage;
  /** Changes a file that was emitted: `worker.ts` or `frontmcp.deploy.bundle.js`. */
  change?: (file: string, text: string) => string;
  secrets: Record<string, string>;
  /** Address of the API that stands behind every origin. */
  api: string;
}

/** Today's runtime in the place of the one that a release emitted. */
export interface ReleaseWorker {
  url: string;
  miniflare: miniflare.Miniflare;
  log: LogLine[];
  /** The Worker's clock: milliseconds since 1970. */
  now(): number;
  /** Classes whose alarm has come and gone, in order. */
  alarms(): Promise<string[]>;
  /** Stops it, and reads its objects by class. */
  stopAndRead(): Promise<StoredObjects>;
  stop(): Promise<void>;
}

/** Starts the Worker that a release emitted, with today's runtime and with what the release stored. */
export async function startReleaseWorker(
  release: Release,
  { after = 10_000, storage = {}, change, secrets, api }: ReleaseWorkerOptions,
): Promise<ReleaseWorker> {
  const { configuration, workerFolder, stoppedAt } = release;
  const directory = await mkdtemp(join(tmpdir(), 'frontmcp-formats-'));
  const ahead = stoppedAt + after - Date.now();
  await putBack(configuration, directory, storage, ahead);
  const runtime = [
    { type: 'ESModule' as const, path: 'frontmcp-worker/index.js', contents: await bundleRuntime() },
    engineModule('frontmcp-worker/quickjs.wasm'),
  ];
  const log: LogLine[] = [];
  const options = bindingOptions(configuration);
  const instance = new miniflare.Miniflare({
    ...options,
    modules: [
      { type: 'ESModule', path: 'main.js', contents: mainSource(classesOf(options)) },
      { type: 'ESModule', path: 'clock.js', contents: clockSource(ahead) },
      ...(await emittedModules(workerFolder, configuration, runtime, change)),
    ],
    bindings: secrets,
    outboundService: (request: miniflare.Request) => askApi(api, request),
    log: new miniflare.Log(miniflare.LogLevel.NONE),
    handleRuntimeStdio: (...streams: NodeJS.ReadableStream[]) => streams.forEach((stream) => collectLines(stream, log)),
    defaultPersistRoot: directory,
  } as miniflare.MiniflareOptions);
  const url = (await instance.ready).href.replace(/\/$/, '');
  let running = true;
  const dispose = async () => {
    if (running) await instance.dispose();
    running = false;
  };
  return {
    url,
    miniflare: instance,
    log,
    now: () => Date.now() + ahead,
    alarms: async () => (await (await fetch(`${url}/test/alarms`)).json()) as string[],
    async stopAndRead() {
      await dispose();
      return readObjects(configuration, directory, release.storage);
    },
    async stop() {
      await dispose();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const classesOf = ({ durableObjects }: ReturnType<typeof bindingOptions>): string[] => [
  ...new Set(Object.values(durableObjects as Record<string, { className: string }>).map(({ className }) => className)),
];

async function askApi(api: string, request: miniflare.Request): Promise<miniflare.Response> {
  const { pathname, search } = new URL(request.url);
  const { method } = request;
  const response = await fetch(`${api}${pathname}${search}`, {
    method,
    headers: [...request.headers],
    body: method === 'GET' ? undefined : await request.text(),
  });
  const contentType = response.headers.get('content-type') ?? '';
  return new miniflare.Response(await response.text(), {
    status: response.status,
    headers: { 'content-type': contentType },
  });
}
