import { readSecret } from '../../worker-env.js';
import { parseClientKey, signClientAssertion } from './client-assertion.js';
import type { ClientAuthentication } from './token-endpoint.js';
import { basicAuthorization, missingSecret, type CredentialFailure, type OutboundContext } from './outbound-context.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Which secrets name the Worker at a token endpoint. */
export interface ClientSecrets {
  clientIdSecret?: string;
  clientSecretSecret?: string;
  privateKeySecret?: string;
}

/** The Worker as a client: what it sends first, and what instead where an endpoint documents only that. */
export interface Client {
  /** Made when it is needed: an assertion is signed once for each request. */
  authentication: () => Promise<({ ok: true } & ClientAuthentication) | { ok: false; reason: string }>;
  /** `client_secret_post` (RFC 6749 section 2.3.1). */
  inBody?: ClientAuthentication;
  /** What a cached token depends on. */
  credentials: readonly string[];
}

/**
 * The Worker's own credentials for a token endpoint: `private_key_jwt`, `client_secret_basic`, or only an
 * id; without a client id it is no client at all.
 */
export function clientOf(
  scheme: string,
  secrets: ClientSecrets,
  tokenUrl: string,
  { env, now }: Pick<OutboundContext, 'env' | 'now'>,
): { ok: true; client: Client } | CredentialFailure {
  if (secrets.clientIdSecret === undefined) return { ok: true, client: publicClient({}) };
  const clientId = readSecret(env, secrets.clientIdSecret);
  if (clientId === undefined) return missingSecret(secrets.clientIdSecret, scheme);
  const name = secrets.privateKeySecret ?? secrets.clientSecretSecret;
  if (name === undefined) return { ok: true, client: publicClient({ client_id: clientId }) };
  const secret = readSecret(env, name);
  if (secret === undefined) return missingSecret(name, scheme);
  const isKey = name === secrets.privateKeySecret;
  return {
    ok: true,
    client: isKey ? keyClient(name, clientId, secret, tokenUrl, now) : secretClient(clientId, secret),
  };
}

function publicClient(form: Record<string, string>): Client {
  return { authentication: async () => ({ ok: true, form }), credentials: Object.values(form) };
}

function secretClient(clientId: string, secret: string): Client {
  // Both halves are form-encoded before they are joined (RFC 6749 section 2.3.1).
  const pair = [clientId, secret].map(formEncoded).join(':');
  return {
    authentication: async () => ({ ok: true, form: {}, authorization: basicAuthorization(pair) }),
    inBody: { form: { client_id: clientId, client_secret: secret } },
    credentials: [clientId, secret],
  };
}

function formEncoded(text: string): string {
  return new URLSearchParams({ v: text }).toString().slice(2);
}

function keyClient(name: string, clientId: string, pem: string, tokenUrl: string, now: () => number): Client {
  const authentication: Client['authentication'] = async () => {
    const parsed = await parseClientKey(pem);
    if (!parsed.ok) return { ok: false, reason: `the secret ${name} holds no usable private key, ${parsed.reason}` };
    const assertion = await signClientAssertion(parsed.key, clientId, tokenUrl, now());
    return {
      ok: true,
      form: { client_id: clientId, client_assertion_type: ASSERTION_TYPE, client_assertion: assertion },
    };
  };
  return { authentication, credentials: [clientId, pem] };
}
