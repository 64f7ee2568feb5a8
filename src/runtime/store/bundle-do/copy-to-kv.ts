import type { WorkerName } from '../bundle-store.js';
import { deleteLastKnownGoodParts, writeLastKnownGood } from '../last-known-good.js';
import { unpackDigests } from '../packing.js';
import { readArtifact } from './artifacts.js';
import { readGeneration, readHead } from './generations.js';
import { readMeta, writeMeta } from './tables.js';

const WORKER = 'worker';
const COPIED = 'last-good';

/** What was copied to KV: the newest copy, and the one before, which readers elsewhere may still be pointed at. */
interface Copied {
  generation: number;
  parts: number;
  before: { generation: number; parts: number } | null;
}

/** Remembers the Worker's name, for work that runs by alarm. */
export function rememberWorker(sql: SqlStorage, worker: WorkerName): void {
  if (readMeta(sql, WORKER) === undefined)
    writeMeta(sql, WORKER, JSON.stringify({ name: worker.name, environment: worker.environment }));
}

/** Copies the head to KV unless that has been done; rejects when KV does. */
export async function copyToCache(sql: SqlStorage, cache: KVNamespace): Promise<void> {
  const head = readHead(sql);
  const worker = parse<WorkerName>(readMeta(sql, WORKER));
  const copied = parse<Copied>(readMeta(sql, COPIED));
  if (!head || !worker || copied?.generation === head.generation) return;
  const generation = readGeneration(sql, head);
  if (!generation) return;
  const parts = await writeLastKnownGood(cache, worker, generation, artifactsOf(sql, head.sha256));
  const before = copied ? { generation: copied.generation, parts: copied.parts } : null;
  writeMeta(sql, COPIED, JSON.stringify({ generation: head.generation, parts, before } satisfies Copied));
  if (copied?.before) await deleteLastKnownGoodParts(cache, worker, copied.before.generation, copied.before.parts);
}

/** The artifacts of an index, one after the other, sorted by digest. */
function* artifactsOf(sql: SqlStorage, sha256: string): Generator<{ sha256: string; bytes: Uint8Array }> {
  const row = sql.exec<{ refs: ArrayBuffer }>('SELECT refs FROM indexes WHERE sha256 = ?', sha256).toArray()[0];
  for (const digest of [...new Set(unpackDigests(new Uint8Array(row?.refs ?? new ArrayBuffer(0))))].sort()) {
    const bytes = readArtifact(sql, digest);
    if (bytes) yield { sha256: digest, bytes };
  }
}

function parse<T>(text: string | undefined): T | null {
  return text === undefined ? null : (JSON.parse(text) as T);
}
