import type { SecurityScheme } from '../../../contract/bundle/types.js';
import type { SpecAuth } from '../../../contract/generated/manifest.js';
import type { KnownScheme } from './security-schemes.js';

/** What the manifest binds a scheme to. */
export type Credential = Exclude<SpecAuth, false>[string];

/** A scheme with its credential, or why it cannot be used. */
export type Bound =
  | { ok: true; scheme: SecurityScheme; credential: Credential }
  | { ok: false; fault: 'unbound' }
  | { ok: false; fault: 'unsupported'; reason: string }
  | { ok: false; fault: 'mismatch'; kind: string };

/** Binds one scheme of a document to its credential in the manifest. */
export function bindScheme(name: string, schemes: ReadonlyMap<string, KnownScheme>, auth: SpecAuth | undefined): Bound {
  const known = schemes.get(name);
  if (!known) return { ok: false, fault: 'unsupported', reason: 'the document does not declare it' };
  if (!known.ok) return { ok: false, fault: 'unsupported', reason: known.reason };
  const credential = auth && Object.hasOwn(auth, name) ? auth[name] : undefined;
  if (!credential) return { ok: false, fault: 'unbound' };
  const scheme = schemeFor(known.scheme, credential);
  if (!scheme) return { ok: false, fault: 'mismatch', kind: kindOf(known.scheme) };
  return { ok: true, scheme, credential };
}

/**
 * How the credential travels. Only a static secret fits an API key or basic; a token that the Worker fetches travels as a
 * bearer token, also where a document describes the Authorization header as an API key.
 */
function schemeFor(scheme: SecurityScheme, credential: Credential): SecurityScheme | undefined {
  if ('secret' in credential) return scheme;
  if (scheme.type === 'http') return scheme.scheme === 'bearer' ? scheme : undefined;
  const isAuthorization = scheme.in === 'header' && scheme.name.toLowerCase() === 'authorization';
  return isAuthorization ? { type: 'http', scheme: 'bearer' } : undefined;
}

function kindOf(scheme: SecurityScheme): string {
  return scheme.type === 'apiKey' ? 'an API key' : `HTTP ${scheme.scheme}`;
}
