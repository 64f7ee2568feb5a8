import type { Service, StructuralManifest } from './bundle-index.js';

/** Names of the secrets that a service signs in with. */
export function serviceSecrets({ auth }: Service): string[] {
  if (auth === false) return [];
  return Object.values(auth).flatMap((credential) => {
    if ('secret' in credential) return [credential.secret];
    if ('passthrough' in credential) return [];
    const settings: Record<string, unknown> =
      'clientCredentials' in credential ? credential.clientCredentials : credential.tokenExchange;
    return [settings.clientIdSecret, settings.clientSecretSecret, settings.privateKeySecret].filter(
      (name) => typeof name === 'string',
    );
  });
}

/** Names of the secrets that callers are checked with. */
export function authSecrets(auth: StructuralManifest['auth']): string[] {
  switch (auth.provider) {
    case 'apiKey':
      return [auth.apiKey.allowlistSecret];
    case 'frontegg':
      return [auth.frontegg.issuerSecret];
    case 'oauth':
      return auth.oauth.credentialsSecret === undefined ? [] : [auth.oauth.credentialsSecret];
    default:
      return [];
  }
}
