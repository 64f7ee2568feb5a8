import { matchesApproval, needsApproval } from './approval.js';
import type { BundleIndex } from './bundle-index.js';

/** A change that lets more people or more requests through than before. */
export type Weakening =
  | { kind: 'auth-provider'; from: string; to: string }
  | { kind: 'scope-dropped'; scope: string }
  | { kind: 'credential-dropped'; service: string }
  | { kind: 'plain-http'; origin: string }
  | { kind: 'access-dropped'; skill: string }
  | { kind: 'approval-dropped'; pattern: string }
  | { kind: 'origin-allowed'; origin: string }
  | { kind: 'trust-root-added'; kid: string };

/** What becomes weaker from one bundle to the next. */
export function findWeakenings(before: BundleIndex, after: BundleIndex): Weakening[] {
  return [...authWeakenings(before, after), ...serviceWeakenings(before, after), ...policyWeakenings(before, after)];
}

function authWeakenings(before: BundleIndex, after: BundleIndex): Weakening[] {
  const [from, to] = [before.manifest.structural.auth, after.manifest.structural.auth];
  const scopes = (auth: typeof from) => ('requiredScopes' in auth ? (auth.requiredScopes ?? []) : []);
  const kids = (index: BundleIndex) => index.manifest.structural.signing.trustRoots.map(({ kid }) => kid);
  return [
    ...(from.provider !== to.provider
      ? [{ kind: 'auth-provider' as const, from: from.provider, to: to.provider }]
      : []),
    ...without(scopes(from), scopes(to)).map((scope) => ({ kind: 'scope-dropped' as const, scope })),
    ...without(kids(after), kids(before)).map((kid) => ({ kind: 'trust-root-added' as const, kid })),
  ];
}

function serviceWeakenings(before: BundleIndex, after: BundleIndex): Weakening[] {
  const plain = (index: BundleIndex) =>
    Object.values(index.services).flatMap(({ origins }) => origins.filter((origin) => origin.startsWith('http://')));
  const dropped = Object.entries(after.services)
    .filter(([id, service]) => {
      const old = Object.hasOwn(before.services, id) ? before.services[id] : undefined;
      return service.auth === false && old !== undefined && old.auth !== false;
    })
    .map(([service]) => ({ kind: 'credential-dropped' as const, service }));
  return [
    ...dropped,
    ...without(plain(after), plain(before)).map((origin) => ({ kind: 'plain-http' as const, origin })),
  ];
}

function policyWeakenings(before: BundleIndex, after: BundleIndex): Weakening[] {
  const [old, fresh] = [before.manifest.hot, after.manifest.hot];
  const access = (hot: typeof old) => Object.keys(hot.skills.access ?? {});
  return [
    ...without(access(old), access(fresh))
      .filter((skill) => Object.hasOwn(after.skills, skill))
      .map((skill) => ({ kind: 'access-dropped' as const, skill })),
    ...droppedApprovals(before, after).map((pattern) => ({ kind: 'approval-dropped' as const, pattern })),
    ...without(fresh.server.allowedOrigins ?? [], old.server.allowedOrigins ?? []).map((origin) => ({
      kind: 'origin-allowed' as const,
      origin,
    })),
  ];
}

/** Patterns that are gone; not those whose every operation another pattern still guards. */
function droppedApprovals(before: BundleIndex, after: BundleIndex): string[] {
  const [old, fresh] = [before.manifest.hot.execution, after.manifest.hot.execution];
  return without(old.approve ?? [], fresh.approve ?? []).filter((pattern) => {
    const keys = Object.keys(after.operations).filter((key) => matchesApproval(pattern, key));
    return keys.length === 0 || !keys.every((key) => needsApproval(fresh, key));
  });
}

function without(all: readonly string[], known: readonly string[]): string[] {
  return all.filter((each) => !known.includes(each));
}
