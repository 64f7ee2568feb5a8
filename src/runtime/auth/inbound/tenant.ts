import type { JsonObject } from '../../../contract/encoding/json.js';
import type { AuthFrontegg } from '../../../contract/generated/bundle.js';
import { member, textOf } from '../../issuer/json-members.js';
import { refuseCaller, type AuthRefusal } from './refusals.js';

const TENANT_CLAIM = 'tenantId';
const TENANT_HEADER = 'frontegg-tenant-id';

/**
 * The refusal of a Frontegg token that belongs to another tenant than the request names, or `undefined`.
 * Every resolver needs the claim `tenantId`; `subdomain` compares it with the first label of the host
 * (case does not matter there), `header` with `frontegg-tenant-id`.
 */
export function tenantRefusal(
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
