import { isJsonObject, type JsonObject } from '../../../contract/encoding/json.js';
import type { AuthFrontegg } from '../../../contract/generated/bundle.js';
import type { IssuerPorts } from '../../issuer/issuer-keys.js';
import { member, textOf, textsOf } from '../../issuer/json-members.js';
import type { WorkerEnv } from '../../worker-env.js';
import type { Caller } from '../caller.js';
import { bearerToken, headerCredential, type Presented } from './bearer.js';
import { refuseCaller, type AuthRefusal } from './caller-refusals.js';
import { tokenSettings, type TokenAuth } from './token-settings.js';
import { verifyToken } from './verify-token.js';

const ACCESS_HEADER = 'Cf-Access-Jwt-Assertion';
const TENANT_CLAIM = 'tenantId';
const TENANT_HEADER = 'frontegg-tenant-id';

/** The caller that a token names, once the token, its tenant and its scopes are checked. */
export async function tokenCaller(
  request: Request,
  auth: TokenAuth,
  env: WorkerEnv,
  ports: IssuerPorts,
): Promise<{ ok: true; caller: Caller } | { ok: false; refusal: AuthRefusal }> {
  const configured = tokenSettings(auth, env);
  if (!configured.ok) return configured;
  const presented = presentedToken(request, auth);
  if (!presented.ok) return presented;
  const verified = await verifyToken(presented.credential, configured.settings, ports);
  if (!verified.ok) return verified;
  const refusal = auth.provider === 'frontegg' ? tenantRefusal(request, auth.frontegg, verified.claims) : undefined;
  if (refusal !== undefined) return { ok: false, refusal };
  const caller = callerOf(auth, verified.claims, presented.credential);
  if (caller === undefined) return refuseCaller('missing_claim', { claim: 'sub' });
  const needed = auth.requiredScopes ?? [];
  if (!needed.every((scope) => caller.scopes.includes(scope)))
    return refuseCaller('insufficient_scope', { scopes: needed });
  return { ok: true, caller };
}

function presentedToken(request: Request, auth: TokenAuth): Presented {
  return auth.provider === 'cloudflareAccess' ? headerCredential(request, ACCESS_HEADER) : bearerToken(request);
}

function callerOf(auth: TokenAuth, claims: JsonObject, token: string): Caller | undefined {
  const client = clientOf(auth, claims);
  const subject = subjectOf(auth, claims, client);
  if (subject === undefined) return undefined;
  return {
    subject,
    ...(client === undefined ? {} : { client }),
    scopes: scopesOf(auth, claims),
    groups: groupsOf(claims),
    token,
    tokenAudience: textsOf(member(claims, 'aud')),
  };
}

/** `client_id` is the claim of RFC 9068, `azp` of OpenID Connect; Access names a service token `common_name`. */
function clientOf(auth: TokenAuth, claims: JsonObject): string | undefined {
  const names = auth.provider === 'cloudflareAccess' ? ['common_name'] : ['client_id', 'azp', 'cid'];
  return names.map((name) => textOf(member(claims, name))).find((value) => value !== undefined);
}

function subjectOf(auth: TokenAuth, claims: JsonObject, client: string | undefined): string | undefined {
  const subject = textOf(member(claims, 'sub'));
  if (subject !== undefined || client === undefined) return subject;
  // A client without a user must not look like a user who has the same name.
  return auth.provider === 'cloudflareAccess' ? client : `client:${client}`;
}

/** `scope` is a list with spaces (RFC 8693 section 4.2); others send `scp`, Frontegg `permissions`. */
function scopesOf(auth: TokenAuth, claims: JsonObject): string[] {
  const granted = [...textsOf(member(claims, 'scope')), ...textsOf(member(claims, 'scp'))].flatMap((list) =>
    list.split(' '),
  );
  const permissions = auth.provider === 'frontegg' ? textsOf(member(claims, 'permissions')) : [];
  return [...new Set([...granted, ...permissions])].filter((scope) => scope !== '');
}

/** `groups` and `roles`; Access puts claims of the identity provider below `custom`. */
function groupsOf(claims: JsonObject): string[] {
  const custom = member(claims, 'custom');
  const places = isJsonObject(custom) ? [claims, custom] : [claims];
  return [
    ...new Set(places.flatMap((place) => [...textsOf(member(place, 'groups')), ...textsOf(member(place, 'roles'))])),
  ];
}

/**
 * The refusal of a Frontegg token that belongs to another tenant than the request names, or `undefined`.
 * Every resolver needs the claim `tenantId`; `subdomain` compares it with the first label of the host
 * (case does not matter there), `header` with `frontegg-tenant-id`.
 */
function tenantRefusal(
  request: Request,
  settings: AuthFrontegg['frontegg'],
  claims: JsonObject,
): AuthRefusal | undefined {
  const tenant = textOf(member(claims, TENANT_CLAIM));
  if (tenant === undefined) return refuseCaller('missing_claim', { claim: TENANT_CLAIM }).refusal;
  switch (settings.tenantResolver ?? 'subdomain') {
    case 'jwt-claim':
      return undefined;
    case 'header':
      return compared(request.headers.get(TENANT_HEADER) ?? undefined, tenant, `the header "${TENANT_HEADER}"`);
    case 'subdomain':
      return compared(subdomainOf(request), tenant.toLowerCase(), 'the subdomain of the address');
  }
}

function compared(named: string | undefined, tenant: string, where: string): AuthRefusal | undefined {
  if (named === undefined || named === '') return refuseCaller('missing_tenant', { where }).refusal;
  return named === tenant ? undefined : refuseCaller('wrong_tenant', { where }).refusal;
}

function subdomainOf(request: Request): string | undefined {
  const labels = new URL(request.url).hostname.split('.');
  const isAddress = labels.every((label) => /^\d+$/.test(label));
  return labels.length < 3 || isAddress ? undefined : labels[0];
}
