import { BASE_ENVIRONMENT, type HotManifest, type StructuralManifest } from '../../contract/bundle/types.js';
import { sha256Hex } from '../../contract/encoding/digest.js';
import type { Bindings, DeployManifest, Secret } from '../../contract/generated/manifest.js';
import { baseOf } from './checks/check-urls.js';
import { toWorkerName } from './patterns.js';

/** What the replay guard takes for the life of a statement when the manifest does not say, in seconds. */
const DEFAULT_WINDOW_SECONDS = 300;
/** A Worker name is a label of `<name>.<account>.workers.dev` (RFC 1035 section 2.3.4). */
const MAX_WORKER_NAME_LENGTH = 63;

/** The Durable Objects without which the runtime does not boot. */
const REQUIRED_DURABLE_OBJECTS = [
  { binding: 'SESSIONS', className: 'SessionDO' },
  { binding: 'EVENTS', className: 'EventStoreDO' },
  { binding: 'BUNDLE', className: 'BundleDO' },
] as const;

/** The part of a valid manifest that a push may change, complete. */
export function hotPart(manifest: DeployManifest): HotManifest {
  const { server, skills, tags, execution } = manifest;
  return {
    server,
    skills: { alwaysLoad: [...new Set(skills?.alwaysLoad)], ...(skills?.access ? { access: skills.access } : {}) },
    ...(tags ? { tags } : {}),
    execution: execution ?? {},
  };
}

/** The part of a valid manifest that needs a redeploy, complete. */
export async function structuralPart(manifest: DeployManifest, environment: string): Promise<StructuralManifest> {
  const { runtime, bindings, signing, auth, secrets = [], deployment = {} } = manifest;
  const replay = { ...signing.replay, windowSeconds: signing.replay.windowSeconds ?? DEFAULT_WINDOW_SECONDS };
  const workerName = deployment.workerName ?? (await defaultWorkerName(manifest.name, environment));
  const url = deployment.url;
  return {
    runtime,
    bindings: withDurableObjects(bindings),
    signing: { ...signing, replay },
    auth,
    secrets: secrets.map(withRequired),
    deployment: { ...deployment, workerName, ...(url !== undefined && URL.canParse(url) ? { url: baseOf(url) } : {}) },
  };
}

/**
 * `<name>` or `<name>-<environment>` as a Worker name. One that is too long is cut and ends with a digest of the whole,
 * so that two environments still differ.
 */
export async function defaultWorkerName(name: string, environment: string): Promise<string> {
  const whole = environment === BASE_ENVIRONMENT ? name : `${name}-${environment}`;
  const workerName = toWorkerName(whole);
  if (workerName.length <= MAX_WORKER_NAME_LENGTH) return workerName;
  const digest = (await sha256Hex(whole)).slice(0, 8);
  return `${toWorkerName(workerName.slice(0, MAX_WORKER_NAME_LENGTH - digest.length - 1))}-${digest}`;
}

function withDurableObjects(bindings: Bindings): Bindings {
  const listed = bindings.durableObjects ?? [];
  const names = new Set(listed.map(({ binding }) => binding));
  const added = REQUIRED_DURABLE_OBJECTS.filter(({ binding }) => !names.has(binding));
  return { ...bindings, durableObjects: [...listed, ...added.map((object) => ({ ...object }))] };
}

function withRequired(secret: Secret): Secret {
  return { ...secret, required: secret.required ?? true };
}
