import { needsApproval } from './approval.js';
import { canonicalJson } from '../encoding/canonical-json.js';
import { structuralDifference } from './structural-digest.js';
import type { BundleIndex } from './bundle-index.js';
import { findWeakenings, type Weakening } from './weakening.js';

/** Added, removed and changed names, each sorted. */
export interface NameDiff {
  added: string[];
  removed: string[];
  changed: string[];
}

/** An operation as a reviewer reads it. */
export interface OperationMention {
  /** `<binding>.<name>`. */
  operation: string;
  method: string;
  path: string;
  readOnly: boolean;
  /** Set when a person has to agree to each call. */
  approval?: true;
}

/** What one skill may call that it could not before, or no longer. */
export interface CapabilityChange {
  skill: string;
  gained: OperationMention[];
  lost: OperationMention[];
}

/** Everything in which two bundles differ, as data. */
export interface BundleDiff {
  /** What a reviewer must see first. */
  capabilities: CapabilityChange[];
  /** Origins that the Worker may call. */
  hosts: { gained: string[]; lost: string[] };
  /** Credentials by `<service>/<security scheme>`. */
  credentials: NameDiff;
  weaker: Weakening[];
  skills: NameDiff;
  /** Skills whose files change: hosts ask people again before they use them. */
  revokedApprovals: string[];
  operations: NameDiff;
  /** JSON pointers into the structural part; not empty means that a redeploy is needed. */
  structural: string[];
}

/** Compares two bundles. `before` is `null` for a first deploy: then everything is new and nothing structural differs. */
export function diffBundles(before: BundleIndex | null, after: BundleIndex): BundleDiff {
  return {
    capabilities: capabilityChanges(before, after),
    hosts: hostChanges(before, after),
    credentials: diffByName(credentials(before), credentials(after)),
    weaker: before ? findWeakenings(before, after) : [],
    skills: diffByName(before?.skills ?? {}, after.skills),
    revokedApprovals: revokedApprovals(before, after),
    operations: diffByName(before?.operations ?? {}, after.operations),
    structural: before ? structuralDifference(before, after) : [],
  };
}

/** Whether two bundles are the same in everything that {@link diffBundles} looks at. */
export function isEmptyDiff(diff: BundleDiff): boolean {
  const names = [diff.skills, diff.operations, diff.credentials].flatMap((each) => [
    ...each.added,
    ...each.removed,
    ...each.changed,
  ]);
  const rest = [diff.capabilities, diff.hosts.gained, diff.hosts.lost, diff.weaker, diff.structural];
  return names.length === 0 && rest.every((list) => list.length === 0);
}

function diffByName(before: Record<string, unknown>, after: Record<string, unknown>): NameDiff {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const has = (side: Record<string, unknown>, name: string) => Object.hasOwn(side, name);
  const same = (name: string) => canonicalJson([before[name]] as object) === canonicalJson([after[name]] as object);
  return {
    added: names.filter((name) => !has(before, name)),
    removed: names.filter((name) => !has(after, name)),
    changed: names.filter((name) => has(before, name) && has(after, name) && !same(name)),
  };
}

function capabilityChanges(before: BundleIndex | null, after: BundleIndex): CapabilityChange[] {
  const skills = [...new Set([...Object.keys(before?.skills ?? {}), ...Object.keys(after.skills)])].sort();
  return skills
    .map((skill) => {
      const [old, fresh] = [callable(before, skill), callable(after, skill)];
      const gained = [...fresh.keys()].filter((key) => !old.has(key)).map((key) => mention(after, key));
      const lost = [...old.keys()].filter((key) => !fresh.has(key)).map((key) => mention(before, key));
      return { skill, gained, lost };
    })
    .filter(({ gained, lost }) => gained.length > 0 || lost.length > 0);
}

/** The operations of a skill, each with what identifies it on the wire: a moved path is another capability. */
function callable(index: BundleIndex | null, skill: string): Set<string> {
  const entry = index && Object.hasOwn(index.skills, skill) ? index.skills[skill] : undefined;
  return new Set(
    (entry?.operations ?? []).map(
      (key) => `${key} ${index?.operations[key]?.method ?? ''} ${index?.operations[key]?.path ?? ''}`,
    ),
  );
}

function mention(index: BundleIndex | null, callableKey: string): OperationMention {
  const operation = callableKey.split(' ', 1)[0] ?? '';
  const entry = index?.operations[operation];
  const asksPerson = index !== null && needsApproval(index.manifest.hot.execution, operation);
  return {
    operation,
    method: entry?.method ?? '',
    path: entry?.path ?? '',
    readOnly: entry?.readOnly ?? false,
    ...(asksPerson && { approval: true }),
  };
}

function hostChanges(before: BundleIndex | null, after: BundleIndex): { gained: string[]; lost: string[] } {
  const origins = (index: BundleIndex | null) =>
    new Set(Object.values(index?.services ?? {}).flatMap(({ origins }) => origins));
  const [old, fresh] = [origins(before), origins(after)];
  return {
    gained: [...fresh].filter((origin) => !old.has(origin)).sort(),
    lost: [...old].filter((origin) => !fresh.has(origin)).sort(),
  };
}

function credentials(index: BundleIndex | null): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(index?.services ?? {}).flatMap(([id, service]) =>
      service.auth === false
        ? []
        : Object.entries(service.auth).map(([scheme, credential]) => [`${id}/${scheme}`, credential] as const),
    ),
  );
}

function revokedApprovals(before: BundleIndex | null, after: BundleIndex): string[] {
  return Object.entries(after.skills)
    .filter(([id, skill]) => {
      const old = before && Object.hasOwn(before.skills, id) ? before.skills[id] : undefined;
      return old !== undefined && canonicalJson(old.files) !== canonicalJson(skill.files);
    })
    .map(([id]) => id)
    .sort();
}
