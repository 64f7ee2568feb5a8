import type { SecurityScheme } from '../../../contract/bundle/bundle-index.js';
import { FORBIDDEN_KEYS } from '../../../contract/encoding/json.js';
import type { SpecAuth } from '../../../contract/generated/manifest.js';
import type { SpecDocument } from '../document/read-spec.js';
import { child, items, members, parsePointer, textOf, type SpecNode } from '../document/spec-node.js';
import type { NamedOperation } from '../names/name-operations.js';

/** What the manifest binds a scheme to. */
type Credential = Exclude<SpecAuth, false>[string];

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

/** A scheme as the Worker can send it, or why it cannot. */
export type KnownScheme = { ok: true; scheme: SecurityScheme } | { ok: false; reason: string };

/** The security schemes of a document, by name ("Security Scheme Object"; `securityDefinitions` in 2.0). */
export function readSecuritySchemes(document: SpecDocument): Map<string, KnownScheme> {
  const { root, dialect, resolver } = document;
  const components = child(root, 'components');
  const declared =
    dialect === '2.0' ? child(root, 'securityDefinitions') : components && child(components, 'securitySchemes');
  const known = members(declared)
    .filter(([name]) => !FORBIDDEN_KEYS.has(name) && name.isWellFormed())
    .map(([name, node]): [string, KnownScheme] => {
      const followed = resolver.follow(node);
      return [name, followed.ok ? toScheme(followed.node) : { ok: false, reason: 'its reference leads nowhere' }];
    });
  return new Map(known);
}

/** OAuth 2.0 and OpenID Connect end in a bearer token (RFC 6750), wherever it comes from. */
function toScheme(node: SpecNode): KnownScheme {
  const type = textOf(node, 'type') ?? '';
  switch (type) {
    case 'oauth2':
    case 'openIdConnect':
      return { ok: true, scheme: { type: 'http', scheme: 'bearer' } };
    case 'basic':
      return { ok: true, scheme: { type: 'http', scheme: 'basic' } };
    case 'http':
      return httpScheme(textOf(node, 'scheme') ?? '');
    case 'apiKey':
      return apiKeyScheme(node);
    default:
      return { ok: false, reason: `its type "${type}" cannot be sent by a Worker` };
  }
}

function httpScheme(name: string): KnownScheme {
  const scheme = name.toLowerCase();
  if (scheme === 'bearer' || scheme === 'basic') return { ok: true, scheme: { type: 'http', scheme } };
  return { ok: false, reason: `the HTTP scheme "${name}" is not supported` };
}

function apiKeyScheme(node: SpecNode): KnownScheme {
  const place = textOf(node, 'in');
  const name = textOf(node, 'name') ?? '';
  const isUsable = (place === 'header' || place === 'query' || place === 'cookie') && name !== '';
  return isUsable
    ? { ok: true, scheme: { type: 'apiKey', in: place, name } }
    : { ok: false, reason: 'an API key needs "in" (header, query or cookie) and "name"' };
}

/**
 * What an operation asks for: any one of the outer list, all of the inner ("Security Requirement Object"). The operation's
 * own list replaces the document's; `undefined` when neither says anything.
 */
export function requirementsOf({ root }: SpecDocument, { node }: NamedOperation): string[][] | undefined {
  const declared = child(node, 'security') ?? child(root, 'security');
  if (!declared || !Array.isArray(declared.value)) return undefined;
  return items(declared).map((requirement) =>
    members(requirement)
      .map(([name]) => schemeName(name))
      .sort(),
  );
}

/** OpenAPI 3.2 also lets a requirement point to its scheme. */
function schemeName(name: string): string {
  const prefix = '#/components/securitySchemes/';
  return name.startsWith(prefix) ? (parsePointer(name.slice(1))?.at(-1) ?? name) : name;
}
