import { fromUtf8 } from '../../contract/encoding/bytes.js';
import type { StoredGeneration, WorkerName } from './bundle-store.js';

/** Artifact text in one value of the last-known-good copy: values end at 25 MiB, and one is held in memory whole. */
const LAST_KNOWN_GOOD_PART_BYTES = 4 * 1024 * 1024;

/** A generation as KV holds it. */
interface LastKnownGoodCopy {
  generation: number;
  sha256: string;
  /** The push statement that made it live. */
  statement: string;
  /** ISO 8601. */
  appliedAt: string;
  /** The index, decoded. */
  index: string;
}

/** The pointer of the last-known-good copy in KV: everything but the artifacts. */
interface LastKnownGoodPointer extends LastKnownGoodCopy {
  v: 1;
  /** Of each part, the lowest digest in it; parts are sorted by digest. */
  parts: string[];
}

/** The last-known-good copy, with a way to its artifacts. */
export interface LastKnownGood {
  copy: LastKnownGoodCopy;
  /** Every artifact of the part that holds this digest; `null` when KV does not have it. */
  part(sha256: string): Promise<ReadonlyMap<string, string> | null>;
}

const pointerKey = ({ name, environment }: WorkerName): string => `last-good/${name}/${environment}`;
const partKey = (worker: WorkerName, generation: number, part: number): string =>
  `${pointerKey(worker)}/${generation}/${part}`;

/**
 * Writes a generation to KV: its parts first, the pointer last, so that a reader sees a whole copy or the one before.
 * Returns the number of parts. Rejects when KV does.
 */
export async function writeLastKnownGood(
  cache: KVNamespace,
  worker: WorkerName,
  generation: StoredGeneration,
  artifacts: Iterable<{ sha256: string; bytes: Uint8Array }>,
): Promise<number> {
  const parts: string[] = [];
  for (const part of split(artifacts)) {
    await cache.put(partKey(worker, generation.generation, parts.length), JSON.stringify(Object.fromEntries(part)));
    parts.push(part.keys().next().value ?? '');
  }
  const { index, ...copy } = generation;
  const pointer: LastKnownGoodPointer = { v: 1, ...copy, index: fromUtf8(index), parts };
  await cache.put(pointerKey(worker), JSON.stringify(pointer));
  return parts.length;
}

/** Deletes the parts of an older copy. */
export async function deleteLastKnownGoodParts(
  cache: KVNamespace,
  worker: WorkerName,
  generation: number,
  parts: number,
): Promise<void> {
  for (let part = 0; part < parts; part += 1) await cache.delete(partKey(worker, generation, part));
}

/** Reads the last-known-good copy. `null` when there is none that can be read; rejects when KV does. Nothing in it is trusted yet. */
export async function readLastKnownGood(cache: KVNamespace, worker: WorkerName): Promise<LastKnownGood | null> {
  const pointer = parsePointer(await cache.get(pointerKey(worker), 'text'));
  if (!pointer) return null;
  const { parts, generation, sha256, statement, appliedAt, index } = pointer;
  return {
    copy: { generation, sha256, statement, appliedAt, index },
    part: async (digest) => {
      const number = parts.findLastIndex((lowest) => lowest <= digest);
      const text = number < 0 ? null : await cache.get(partKey(worker, generation, number), 'text');
      return text === null ? null : new Map(Object.entries(JSON.parse(text) as Record<string, string>));
    },
  };
}

function parsePointer(text: string | null): LastKnownGoodPointer | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<LastKnownGoodPointer>;
    const whole =
      value.v === 1 &&
      Number.isSafeInteger(value.generation) &&
      [value.sha256, value.statement, value.appliedAt, value.index].every((member) => typeof member === 'string') &&
      Array.isArray(value.parts) &&
      value.parts.every((part) => typeof part === 'string');
    return whole ? (value as LastKnownGoodPointer) : null;
  } catch {
    return null;
  }
}

/** Splits artifacts, sorted by digest, into parts of bounded size. */
function* split(artifacts: Iterable<{ sha256: string; bytes: Uint8Array }>): Generator<Map<string, string>> {
  let part = new Map<string, string>();
  let size = 0;
  for (const { sha256, bytes } of artifacts) {
    if (part.size > 0 && size + bytes.length > LAST_KNOWN_GOOD_PART_BYTES) {
      yield part;
      part = new Map();
      size = 0;
    }
    part.set(sha256, fromUtf8(bytes));
    size += bytes.length;
  }
  if (part.size > 0) yield part;
}
