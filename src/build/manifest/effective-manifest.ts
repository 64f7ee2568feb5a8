import type { HotManifest, StructuralManifest } from '../../contract/bundle/bundle-index.js';
import type { Bindings, DeployManifest, Secret } from '../../contract/generated/manifest.js';
import type { EffectiveManifest } from '../stage-values.js';
import { locate } from '../yaml/tree.js';
import { baseOf } from './check-values.js';
import { defaultWorkerName } from './environments.js';
import { readNamedFiles } from './read-named-files.js';
import type { ManifestFiles } from './resolve-file.js';
import { fillStandIns, repairManifest } from './stand-ins.js';
import type { Filled, Variables } from './variables.js';

/** The environment that was asked for, with its variables filled in. */
export interface Chosen extends Filled {
  environment: string;
}

/** What the replay guard takes for the life of a statement when the manifest does not say, in seconds. */
const DEFAULT_WINDOW_SECONDS = 300;

/** The Durable Objects without which the runtime does not boot. */
const REQUIRED_DURABLE_OBJECTS = [
  { binding: 'SESSIONS', className: 'SessionDO' },
  { binding: 'EVENTS', className: 'EventStoreDO' },
  { binding: 'BUNDLE', className: 'BundleDO' },
] as const;

/**
 * Completes the manifest of the environment that was asked for: every default is filled in, and a stand-in takes the place
 * of what is unknown or refused. Returns `undefined` when it is not known where specs and skills are.
 */
export async function effectiveManifest(
  file: string,
  { tree: filled, used, missing, environment }: Chosen,
  files: ManifestFiles,
  variables: Variables,
): Promise<EffectiveManifest | undefined> {
  const repaired = repairManifest(missing.size > 0 ? fillStandIns(filled, variables) : filled);
  if (!repaired) return undefined;
  const { tree, manifest } = repaired;
  const { specs, skillsDirectory } = await readNamedFiles(tree, files);
  if (skillsDirectory === undefined) return undefined;
  const { skills, classification } = manifest;
  return {
    name: manifest.name,
    environment,
    file,
    hot: hotPart(manifest),
    structural: await structuralPart(manifest, environment),
    specs,
    skillsDirectory,
    skillTags: { include: skills?.tags?.include ?? [], exclude: skills?.tags?.exclude ?? [] },
    classificationRules: (classification?.rules ?? []).map((rule, index) => ({
      ...rule,
      location: locate(tree, `/classification/rules/${index}`),
    })),
    usedVariables: [...used].sort(),
    placeholders: [...missing].sort(),
    locate: (pointer) => locate(tree, pointer),
  };
}

/** The part of a valid manifest that a push may change, complete. */
function hotPart(manifest: DeployManifest): HotManifest {
  const { server, skills, tags, execution } = manifest;
  return {
    server,
    skills: { alwaysLoad: [...new Set(skills?.alwaysLoad)], ...(skills?.access ? { access: skills.access } : {}) },
    ...(tags ? { tags } : {}),
    execution: execution ?? {},
  };
}

/** The part of a valid manifest that needs a redeploy, complete. */
async function structuralPart(manifest: DeployManifest, environment: string): Promise<StructuralManifest> {
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

function withDurableObjects(bindings: Bindings): Bindings {
  const listed = bindings.durableObjects ?? [];
  const names = new Set(listed.map(({ binding }) => binding));
  const added = REQUIRED_DURABLE_OBJECTS.filter(({ binding }) => !names.has(binding));
  return { ...bindings, durableObjects: [...listed, ...added.map((object) => ({ ...object }))] };
}

function withRequired(secret: Secret): Secret {
  return { ...secret, required: secret.required ?? true };
}
