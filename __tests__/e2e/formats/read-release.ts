import { readdirSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfiguration, type Configuration } from '../../../scripts/formats/emitted-worker.mjs';
import { pushBody, type ShortBody } from '../../../scripts/formats/short-exchange.mjs';
import type { BundleIndex } from '../../../src/contract/bundle/bundle-index.js';
import type { Receipt, Refused } from '../../../src/contract/push/push-messages.js';
import { ROOT } from '../../support/dist-path.js';
import { finishTestBundle, type TestBundle } from '../../support/worker-bundles.js';

const FIXTURES = join(ROOT, 'fixtures/formats');
const BUNDLES = ['first', 'second', 'third'] as const;

/** The bundles of a release, in the order in which they were pushed; the first is compiled in. */
export type BundleName = (typeof BUNDLES)[number];

/** A bundle as `build --out` wrote it. */
export interface ReleasedBundle extends TestBundle {
  /** `bundle.sha256`. */
  sha256File: string;
  /** Digest → bytes, blobs included. */
  files: Record<string, Buffer>;
}

/** Durable Object storage: rows of its tables, its keys, its alarm. */
export interface StoredObject {
  class: string;
  name: string;
  id: string;
  alarm: number | null;
  schema: string[];
  rows: Record<string, Record<string, unknown>[]>;
  kv: Record<string, string>;
}

/** One exchange of the push channel. */
export interface PushExchange {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer<ArrayBuffer>;
  bodySha256: string;
  status: number;
  answer: Receipt & Refused;
}

/** A call that a person agreed to, as a client sends it. */
export interface Approval {
  arguments: object;
  requestState: string;
  inputResponses: object;
}

/** What lies in the stores of a Worker, by binding or file. */
export interface ReleasedStorage {
  bundle: StoredObject;
  sessions: StoredObject[];
  events: StoredObject[];
  audit: { schema: string[]; rows: { frontmcp_audit: { seq: number; hash: string; record: string }[] } };
  cache: { key: string; value: string }[];
  nonces: { key: string; value: string }[];
  blobs: { key: string; sha256: string; base64: string }[];
}

/** What a release stored and emitted: a folder of fixtures/formats. */
export interface Release {
  /** Folder that `emit-wrangler --out` wrote, without the runtime. */
  workerFolder: string;
  /** Its wrangler.toml, as data. */
  configuration: Configuration;
  /** The public key of its statements. */
  publicPem: string;
  /** Milliseconds since 1970: when its Worker stopped. */
  stoppedAt: number;
  bundles: Record<BundleName, ReleasedBundle>;
  pushes: PushExchange[];
  storage: ReleasedStorage;
  sessions: { cutOff: { id: string; lastEventId: string }; quiet: { id: string } };
  /** What a client sends once a person agreed: for a call that was made, and for one that was not. */
  approvals: Record<'used' | 'open', Approval>;
}

/** The releases that are kept. */
export const RELEASES = readdirSync(FIXTURES).filter((name) => /^\d/.test(name));

/** Reads what is kept of a release. */
export async function readRelease(name: string): Promise<Release> {
  const folder = join(FIXTURES, name);
  const json = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'));
  const { stoppedAt, sessions, approvals } = await json('release.json');
  const read = await Promise.all(BUNDLES.map(async (each) => [each, await readBundle(join(folder, 'bundles', each))]));
  const bundles = Object.fromEntries(read) as Release['bundles'];
  const workerFolder = join(folder, 'worker');
  return {
    workerFolder,
    configuration: await readConfiguration(workerFolder),
    publicPem: await readFile(join(folder, 'release.pem'), 'utf8'),
    stoppedAt: Date.parse(stoppedAt),
    bundles,
    pushes: readPushes(await json('pushes.json'), bundles),
    storage: {
      bundle: (await json('storage/bundle-do.json'))[0],
      sessions: await json('storage/session-do.json'),
      events: await json('storage/event-store-do.json'),
      audit: await json('storage/audit.json'),
      cache: await json('storage/bundle-cache.json'),
      nonces: await json('storage/replay-nonce.json'),
      blobs: await json('storage/skill-data.json'),
    },
    sessions,
    approvals,
  };
}

async function readBundle(folder: string): Promise<ReleasedBundle> {
  const text = await readFile(join(folder, 'bundle.json'), 'utf8');
  const index = JSON.parse(text) as BundleIndex;
  const names = await readdir(join(folder, 'artifacts'));
  const files = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, 'artifacts', name))] as const)),
  );
  const blobs = new Set(
    Object.values(index.skills).flatMap((skill) =>
      Object.values(skill.files).flatMap((ref) => (ref.blob ? [ref.sha256] : [])),
    ),
  );
  const texts = Object.entries(files).flatMap(([digest, bytes]) =>
    blobs.has(digest) ? [] : [[digest, bytes.toString()] as const],
  );
  const bundle = await finishTestBundle(index, Object.fromEntries(texts));
  return { ...bundle, text, sha256File: await readFile(join(folder, 'bundle.sha256'), 'utf8'), files };
}

interface KeptExchange {
  request: Omit<PushExchange, 'body' | 'status' | 'answer'> & { body: ShortBody };
  status: number;
  answer: PushExchange['answer'];
}

function readPushes(kept: KeptExchange[], bundles: Release['bundles']): PushExchange[] {
  const known = Object.fromEntries(
    Object.entries(bundles).map(([name, { text, files }]) => [name, { text, artifacts: files }]),
  );
  return kept.map(({ request, status, answer }) => ({
    ...request,
    body: Buffer.from(pushBody(request.body, known)),
    status,
    answer,
  }));
}
