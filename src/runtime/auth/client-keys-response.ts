import type { Service } from '../../contract/bundle/bundle-index.js';
import { parseClientKey, type PublicClientKey } from './outbound/client-assertion.js';
import { readSecret, type WorkerEnv } from '../worker-env.js';

/**
 * The public halves of the keys that sign client assertions, as the JSON Web Key Set (RFC 7517 section 5)
 * of `/.well-known/jwks.json`, which an authorization server is pointed at. 404 when no service has one.
 */
export async function clientKeysResponse(
  services: Readonly<Record<string, Service>>,
  env: WorkerEnv,
): Promise<Response> {
  const names = new Set(Object.values(services).flatMap(privateKeySecrets));
  if (names.size === 0) {
    const body = {
      error: 'not_found',
      error_description: 'This Worker signs no client assertions, so it has no keys to publish.',
    };
    return Response.json(body, { status: 404, headers: { 'cache-control': 'no-store' } });
  }
  const keys = (await Promise.all([...names].map((name) => publicKeyOf(env, name)))).flat();
  return Response.json({ keys }, { headers: { 'cache-control': 'public, max-age=300' } });
}

function privateKeySecrets({ auth }: Service): string[] {
  const credentials = auth === false ? [] : Object.values(auth);
  return credentials.flatMap((credential) =>
    'clientCredentials' in credential ? (credential.clientCredentials.privateKeySecret ?? []) : [],
  );
}

async function publicKeyOf(env: WorkerEnv, name: string): Promise<PublicClientKey[]> {
  const pem = readSecret(env, name);
  const parsed = pem === undefined ? undefined : await parseClientKey(pem);
  return parsed?.ok === true ? [parsed.key.publicKey] : [];
}
