import { fromUtf8, utf8 } from '../../contract/encoding/bytes.js';
import type { RunCommand } from './run-git.js';

/** Content of one process's answer; keeps memory flat when many large files are asked for at once. */
const BATCH_BYTES = 64 * 1024 * 1024;
const LF = 0x0a;

/** Reads blobs by object id; undefined for one that this clone does not have. */
export type ReadBlob = (oid: string, size: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;

interface Request {
  oid: string;
  size: number;
  resolve(bytes: Uint8Array<ArrayBuffer> | undefined): void;
}

/**
 * A reader of blobs, raw: no filter, no line-ending conversion. Requests of one turn of the event loop share a
 * `git cat-file --batch`, as a process a file would make a build over a ref many times slower than over a disk.
 */
export function createBlobReader(repository: string, run: RunCommand): ReadBlob {
  let waiting: Request[] = [];
  const flush = async () => {
    const requests = waiting;
    waiting = [];
    for (const batch of splitBySize(requests)) {
      const found = await readBatch(repository, run, batch);
      for (const request of batch) request.resolve(found.get(request.oid));
    }
  };
  return (oid, size) =>
    new Promise((resolve) => {
      if (waiting.push({ oid, size, resolve }) === 1) setImmediate(() => void flush());
    });
}

function splitBySize(requests: readonly Request[]): Request[][] {
  const batches: Request[][] = [];
  let bytes = Infinity;
  for (const request of requests) {
    if (bytes + request.size > BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    bytes += request.size;
    batches.at(-1)?.push(request);
  }
  return batches;
}

type Blobs = Map<string, Uint8Array<ArrayBuffer>>;

async function readBatch(repository: string, run: RunCommand, batch: readonly Request[]): Promise<Blobs> {
  const oids = [...new Set(batch.map(({ oid }) => oid))];
  const result = await run('git', ['-C', repository, 'cat-file', '--batch'], utf8(oids.join('\n') + '\n'));
  return parseBatch(result.stdout);
}

/** The output of `git cat-file --batch`: `<oid> <type> <size>` LF content LF, or `<oid> missing` LF. */
function parseBatch(output: Uint8Array): Blobs {
  const blobs: Blobs = new Map();
  let at = 0;
  for (let end = output.indexOf(LF, at); end !== -1; end = output.indexOf(LF, at)) {
    const [oid = '', type, size = ''] = fromUtf8(output.subarray(at, end)).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    const content = output.subarray(at, at + Number(size));
    if (content.length === Number(size)) blobs.set(oid, new Uint8Array(content));
    at += Number(size) + 1;
  }
  return blobs;
}
