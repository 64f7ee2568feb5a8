import { fetchJson, type Fetch } from '../../issuer/fetch-json.js';
import { metadataAddresses } from '../../issuer/issuer-metadata.js';
import { member, textsOf } from '../../issuer/json-members.js';

/**
 * Whether the authorization server documents `client_secret_post` and not `client_secret_basic` for this
 * very token endpoint (RFC 8414 section 2, `token_endpoint_auth_methods_supported`). Looks at the
 * metadata of the endpoint's origin; never throws.
 */
export async function documentsOnlySecretPost(tokenUrl: string, fetchImpl: Fetch): Promise<boolean> {
  for (const address of metadataAddresses(new URL(new URL(tokenUrl).origin))) {
    const answer = await fetchJson(fetchImpl, address, { headers: { accept: 'application/json' } });
    if (!answer.ok || answer.status !== 200 || member(answer.value, 'token_endpoint') !== tokenUrl) continue;
    const methods = textsOf(member(answer.value, 'token_endpoint_auth_methods_supported'));
    return methods.includes('client_secret_post') && !methods.includes('client_secret_basic');
  }
  return false;
}
