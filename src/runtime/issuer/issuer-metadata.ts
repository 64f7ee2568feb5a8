import type { JsonObject } from '../../contract/encoding/json.js';
import { isLoopback } from '../../contract/loopback.js';
import { fetchJson, type Fetch } from './fetch-json.js';
import { member, textOf } from './json-members.js';
import { parseSafeUrl } from './safe-url.js';

/** The issuer gave no keys to check a token with. An error, because it must pass through `jwtVerify`. */
export class IssuerUnavailable extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'IssuerUnavailable';
  }
}

/** What an issuer says about itself. */
export interface IssuerMetadata {
  jwksUri: string;
  /** The whole document. */
  document: JsonObject;
}

/**
 * Discovers an issuer: RFC 8414 section 3 first, then OpenID Connect Discovery, in the order that MCP's
 * authorization specification gives. The document must name the issuer exactly (RFC 8414 section 3.3).
 * Throws {@link IssuerUnavailable} with the reason.
 */
export async function discoverIssuer(issuer: string, fetchImpl: Fetch): Promise<IssuerMetadata> {
  const url = parseSafeUrl(issuer);
  if (url === undefined || url.search !== '') throw new IssuerUnavailable('the issuer is no https URL');
  let reason = 'the issuer publishes no metadata';
  for (const address of metadataAddresses(url)) {
    const answer = await fetchJson(fetchImpl, address, { headers: { accept: 'application/json' } });
    if (!answer.ok && answer.status === undefined) throw new IssuerUnavailable('the issuer cannot be reached');
    if (!answer.ok || answer.status !== 200) continue;
    const fault = metadataFault(issuer, url, answer.value);
    if (fault === undefined) return { jwksUri: String(member(answer.value, 'jwks_uri')), document: answer.value };
    reason = fault;
  }
  throw new IssuerUnavailable(reason);
}

/** The addresses at which the metadata of an issuer may stand, first choice first. */
export function metadataAddresses(issuer: URL): string[] {
  const path = issuer.pathname.replace(/\/+$/, '');
  const inserted = ['oauth-authorization-server', 'openid-configuration'].map(
    (name) => `${issuer.origin}/.well-known/${name}${path}`,
  );
  return path === '' ? inserted : [...inserted, `${issuer.origin}${path}/.well-known/openid-configuration`];
}

function metadataFault(issuer: string, url: URL, document: JsonObject): string | undefined {
  const named = member(document, 'issuer');
  if (named !== issuer)
    return `the metadata of the issuer names another issuer than "${issuer}"; the two must be equal to the last character`;
  const jwksUri = parseSafeUrl(textOf(member(document, 'jwks_uri')) ?? '');
  if (jwksUri === undefined) return 'the metadata of the issuer has no https "jwks_uri"';
  // A public issuer must not send the Worker to something on this machine.
  return isLoopback(jwksUri.hostname) && !isLoopback(url.hostname)
    ? 'the "jwks_uri" of the issuer is a loopback address'
    : undefined;
}
