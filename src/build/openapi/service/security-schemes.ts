import type { SecurityScheme } from '../../../contract/bundle/types.js';
import { FORBIDDEN_KEYS } from '../../../contract/encoding/json.js';
import { child, members, textOf, type SpecNode } from '../document/node.js';
import type { SpecDocument } from '../document/spec-document.js';

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
