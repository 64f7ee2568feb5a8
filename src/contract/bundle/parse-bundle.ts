import { escapePointer, type JsonFault } from '../encoding/json.js';
import { listArtifacts } from './list-artifacts.js';
import { MAX_ARTIFACT_BYTES, MAX_BLOBS, MAX_BLOB_BYTES, MAX_INDEX_BYTES, MAX_JSON_DEPTH } from './bundle-limits.js';
import { parseCanonicalJson } from '../encoding/canonical-json.js';
import { bundleSchema } from '../generated/bundle-schema.js';
import { findProblems } from '../schema/find-problems.js';
import { authSecrets, serviceSecrets } from './secret-names.js';
import type { BundleIndex } from './bundle-index.js';

/** One problem of an index. */
export interface BundleProblem {
  /** JSON pointer into the index. */
  pointer: string;
  message: string;
}

/** The outcome of {@link parseBundle}. */
export type BundleOutcome =
  | { ok: true; index: BundleIndex }
  | { ok: false; reason: 'too_large'; size: number }
  | { ok: false; reason: 'not_canonical'; fault: JsonFault }
  | { ok: false; reason: 'invalid'; problems: BundleProblem[] };

/**
 * The one door from bytes to a bundle index: size, canonical form (RFC 8785), forbidden keys, schema,
 * cross references. Behind it nobody checks again.
 * @param text the exact index bytes, decoded as UTF-8
 * @param size their number
 */
export function parseBundle(text: string, size: number): BundleOutcome {
  if (size > MAX_INDEX_BYTES) return { ok: false, reason: 'too_large', size };
  const parsed = parseCanonicalJson(text, { maxDepth: MAX_JSON_DEPTH });
  if (!parsed.ok) return { ok: false, reason: 'not_canonical', fault: parsed };
  const problems = findProblems(bundleSchema, parsed.value);
  if (problems.length > 0) return { ok: false, reason: 'invalid', problems };
  const index = parsed.value as unknown as BundleIndex;
  const crossProblems = crossReferenceProblems(index);
  return crossProblems.length > 0 ? { ok: false, reason: 'invalid', problems: crossProblems } : { ok: true, index };
}

function crossReferenceProblems(index: BundleIndex): BundleProblem[] {
  return [...operationProblems(index), ...skillProblems(index), ...secretProblems(index), ...artifactProblems(index)];
}

function operationProblems(index: BundleIndex): BundleProblem[] {
  return Object.entries(index.operations).flatMap(([key, operation]) => {
    const service = Object.hasOwn(index.services, operation.spec) ? index.services[operation.spec] : undefined;
    if (!service)
      return [{ pointer: `/operations/${key}/spec`, message: `names the unknown service "${operation.spec}"` }];
    return key === `${service.binding}.${operation.name}`
      ? []
      : [{ pointer: `/operations/${key}`, message: `must be called "${service.binding}.${operation.name}"` }];
  });
}

function skillProblems(index: BundleIndex): BundleProblem[] {
  const skills = Object.entries(index.skills).flatMap(([id, skill]) => [
    ...(Object.hasOwn(skill.files, 'SKILL.md') ? [] : [{ pointer: `/skills/${id}/files`, message: 'has no SKILL.md' }]),
    ...skill.operations
      .filter((key) => !Object.hasOwn(index.operations, key))
      .map((key) => ({ pointer: `/skills/${id}/operations`, message: `names the unknown operation "${key}"` })),
  ]);
  const alwaysLoad = index.manifest.hot.skills.alwaysLoad
    .filter((id) => !Object.hasOwn(index.skills, id))
    .map((id) => ({ pointer: '/manifest/hot/skills/alwaysLoad', message: `names the unknown skill "${id}"` }));
  return [...skills, ...alwaysLoad];
}

/**
 * A service may sign in only with secrets that are declared, and never with one that callers or pushes are checked
 * with: a push could otherwise send those to an address of its choice.
 */
function secretProblems(index: BundleIndex): BundleProblem[] {
  const { secrets, auth, signing } = index.manifest.structural;
  const declared = new Set(secrets.map(({ name }) => name));
  const guarding = new Set([...signing.trustRoots.map(({ publicKeySecret }) => publicKeySecret), ...authSecrets(auth)]);
  return Object.entries(index.services).flatMap(([id, service]) =>
    serviceSecrets(service).flatMap((name) => {
      const pointer = `/services/${escapePointer(id)}/auth`;
      if (!declared.has(name))
        return [{ pointer, message: `names the secret "${name}", which the manifest does not declare` }];
      return guarding.has(name)
        ? [{ pointer, message: `names the secret "${name}", which callers or pushes are checked with` }]
        : [];
    }),
  );
}

function artifactProblems(index: BundleIndex): BundleProblem[] {
  const uses = listArtifacts(index);
  const blobs = new Set(uses.filter(({ ref }) => ref.blob).map(({ ref }) => ref.sha256));
  const sizes = uses
    .filter(({ ref }) => ref.size > (ref.blob ? MAX_BLOB_BYTES : MAX_ARTIFACT_BYTES))
    .map(({ pointer, ref }) => ({ pointer, message: `is ${ref.size} bytes, over its limit` }));
  return blobs.size > MAX_BLOBS
    ? [...sizes, { pointer: '', message: `has ${blobs.size} blobs, at most ${MAX_BLOBS} are allowed` }]
    : sizes;
}
