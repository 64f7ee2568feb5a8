import type { BundleIndex, CompiledBundle } from '../../../contract/bundle/bundle-index.js';
import { fromUtf8 } from '../../../contract/encoding/bytes.js';
import { loadTrustRoots, type TrustRoots } from '../../../contract/keys/trust-roots.js';
import { log } from '../../log.js';
import type { Snapshot } from '../../snapshot.js';
import type { WorkerEnv } from '../../worker-env.js';
import { readLastKnownGood, type LastKnownGood } from '../last-known-good.js';
import { createArtifactCache, openArtifacts, type ArtifactCache } from './artifact-source.js';
import { openBindings, type Bindings } from './bindings.js';
import { compiledArtifact, readCompiledBundle, type CompiledIn } from './compiled-in.js';
import { fitCopy, type StoredCopy } from './fit-copy.js';
import { ARTIFACT_CACHE_BYTES, HOP_DEADLINE_MS } from './snapshot-limits.js';
import { createSnapshots, type Snapshots } from './snapshots.js';

/** Everything that one isolate of the Worker keeps between requests. */
export interface Isolate {
  compiled: CompiledIn;
  roots: TrustRoots;
  bindings: Bindings;
  cache: ArtifactCache;
  snapshots: Snapshots;
  /** The Worker's own key; one hop per isolate, when it is first needed. */
  secret(): Promise<Uint8Array<ArrayBuffer>>;
  /** Push statements refused before anybody was authenticated, since the isolate started. */
  unauthenticatedRefusals: number;
}

/** The outcome of {@link openOnce}. */
export type IsolateOutcome = { ok: true; isolate: Isolate } | { ok: false; reason: string };

/** What a Worker was made with, and what its isolate keeps once the first request came. */
export interface WorkerState {
  bundle: CompiledBundle;
  environment: string;
  opened?: IsolateOutcome;
}

/** Opens the isolate at its first request. Two first requests at once both do: sharing a promise would tie one to the other's fate. */
export async function openOnce(state: WorkerState, env: WorkerEnv): Promise<IsolateOutcome> {
  if (state.opened) return state.opened;
  const opened = await openIsolate(state.bundle, state.environment, env);
  return (state.opened ??= opened);
}

/** Makes what an isolate keeps, at its first request: module scope may neither await nor read bindings. */
async function openIsolate(bundle: CompiledBundle, environment: string, env: WorkerEnv): Promise<IsolateOutcome> {
  const read = await readCompiledBundle(bundle, environment);
  if (!read.ok) return read;
  const { compiled } = read;
  const bindings = openBindings(env, compiled.index.manifest.structural, compiled.identity);
  const roots = await loadTrustRoots(compiled.identity.trustRoots, bindings.secret);
  const cache = createArtifactCache(ARTIFACT_CACHE_BYTES);
  const snapshots = openSnapshots(compiled, roots, bindings, cache);
  let key: Uint8Array<ArrayBuffer> | undefined;
  const secret = async () => (key ??= await bindings.store.secret());
  return { ok: true, isolate: { compiled, roots, bindings, cache, snapshots, secret, unauthenticatedRefusals: 0 } };
}

function openSnapshots(compiled: CompiledIn, roots: TrustRoots, bindings: Bindings, cache: ArtifactCache): Snapshots {
  const { identity } = compiled;
  const { store, blobs } = bindings;
  let lastKnownGood: LastKnownGood | null = null;
  const fromCache = async (): Promise<StoredCopy | null> => {
    lastKnownGood = bindings.cache ? await readLastKnownGood(bindings.cache, identity) : null;
    return lastKnownGood?.copy ?? null;
  };
  return createSnapshots({
    current: (known) => within(HOP_DEADLINE_MS, store.current(known)),
    bootCopies: [fromCache, async () => compiledCopy(compiled)],
    decode: fromUtf8,
    fit: (copy) => fitCopy(copy, identity, roots),
    open: (copy, index) => {
      const readable = lastKnownGood?.copy === copy ? lastKnownGood : null;
      return openSnapshot(copy, index, {
        cache,
        atHand: (digest) => compiledArtifact(compiled, digest),
        lastKnownGood: readable,
        store,
        blobs,
      });
    },
    now: () => Date.now(),
    settles: (work) => settlesWithin(HOP_DEADLINE_MS + 1000, work),
    warn: (event, reason) => log('warning', event, { reason }),
  });
}

/** The content a Worker was deployed with; none without a statement. */
function compiledCopy({ statement, sha256, text }: CompiledIn): StoredCopy | null {
  return statement === null ? null : { generation: 0, sha256, statement, appliedAt: null, index: text };
}

/** Makes a copy that fits into a snapshot. */
export function openSnapshot(
  copy: Omit<StoredCopy, 'index' | 'statement'>,
  index: BundleIndex,
  places: Parameters<typeof openArtifacts>[0],
): Snapshot {
  const { text, json } = openArtifacts(places);
  return { generation: copy.generation, sha256: copy.sha256, appliedAt: copy.appliedAt, index, text, json };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function settlesWithin(milliseconds: number, work: Promise<void>): Promise<boolean> {
  return within(milliseconds, work).then(
    () => true,
    () => false,
  );
}
