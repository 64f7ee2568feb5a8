import type { StructuralManifest } from '../../../contract/bundle/bundle-index.js';
import { readSecret, type WorkerEnv } from '../../worker-env.js';
import type { BundleStore, WorkerName } from '../bundle-store.js';

/** Where sessions live. */
export interface SessionBinding {
  /** The binding's name, for whoever must reach a session by its id. */
  name: string;
  namespace: DurableObjectNamespace;
}

/** The bindings that the push channel and the stores use; what is optional is `null` without its binding. */
export interface Bindings {
  store: BundleStore;
  sessions: SessionBinding | null;
  /** Name of the binding for the events of sessions. */
  eventsName: string;
  /** Whether records of the audit chain reach a database. */
  hasAudit: boolean;
  cache: KVNamespace | null;
  nonces: KVNamespace | null;
  blobs: R2Bucket | null;
  /** The trimmed value of a secret or variable; `undefined` when it is not set or blank. */
  secret(name: string): string | undefined;
}

/** Finds the bindings in the environment. Names are fixed or in the structural manifest, never from a request. */
export function openBindings(env: WorkerEnv, structural: StructuralManifest, worker: WorkerName): Bindings {
  const name = (objectClass: string, usual: string) =>
    structural.bindings.durableObjects?.find(({ className }) => className === objectClass)?.binding ?? usual;
  return {
    store: openStore(find<DurableObjectNamespace>(env, name('BundleDO', 'BUNDLE')), worker),
    sessions: openSessions(env, name('SessionDO', 'SESSIONS')),
    eventsName: name('EventStoreDO', 'EVENTS'),
    hasAudit: find(env, 'AUDIT') !== null,
    cache: find<KVNamespace>(env, 'BUNDLE_CACHE'),
    nonces: find<KVNamespace>(env, structural.signing.replay.nonceKv),
    blobs: find<R2Bucket>(env, 'SKILL_DATA'),
    secret: (name) => readSecret(env, name),
  };
}

function openSessions(env: WorkerEnv, name: string): SessionBinding | null {
  const namespace = find<DurableObjectNamespace>(env, name);
  return namespace && { name, namespace };
}

function find<T extends object>(env: WorkerEnv, name: string): T | null {
  const value = env[name];
  return typeof value === 'object' && value !== null ? (value as T) : null;
}

/** `BundleDO` did not answer; the platform's reason is the `cause`. */
export class StoreUnreachable extends Error {
  constructor(cause: unknown) {
    super('BundleDO is out of reach', { cause });
  }
}

/** One object per Worker. A stub is made for each call: after a failed call the platform wants a new one. */
function openStore(namespace: DurableObjectNamespace | null, { name, environment }: WorkerName): BundleStore {
  const ask = async <T>(call: (store: BundleStore) => Promise<T>): Promise<T> => {
    try {
      if (!namespace) throw new Error('the Worker has no binding for BundleDO');
      // RPC types hide that every answer is plain data.
      return await call(namespace.get(namespace.idFromName(`${name}/${environment}`)) as unknown as BundleStore);
    } catch (error) {
      throw new StoreUnreachable(error);
    }
  };
  return {
    current: (known) => ask((store) => store.current(known)),
    artifact: (sha256) => ask((store) => store.artifact(sha256)),
    missing: (refs) => ask((store) => store.missing(refs)),
    kept: (sha256) => ask((store) => store.kept(sha256)),
    generations: (limit) => ask((store) => store.generations(limit)),
    commit: (request) => ask((store) => store.commit(request)),
    rollback: (request) => ask((store) => store.rollback(request)),
    settle: (request) => ask((store) => store.settle(request)),
    reportRefusal: (report) => ask((store) => store.reportRefusal(report)),
    appendActions: (worker, actions) => ask((store) => store.appendActions(worker, actions)),
    announce: (events) => ask((store) => store.announce(events)),
    spendApproval: (nonce, until) => ask((store) => store.spendApproval(nonce, until)),
    secret: () => ask((store) => store.secret()),
    attach: (session, binding) => ask((store) => store.attach(session, binding)),
    detach: (session) => ask((store) => store.detach(session)),
    fetch: (request) => ask((store) => store.fetch(request)),
  };
}
