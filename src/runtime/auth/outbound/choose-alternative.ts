import type { SecurityScheme, Service } from '../../../contract/bundle/bundle-index.js';
import { fail, type Credential, type CredentialFailure } from './types.js';

/** A scheme with the credential that the manifest binds to it. */
export interface BoundScheme {
  name: string;
  scheme: SecurityScheme;
  credential: Credential;
}

/**
 * Which alternative of a security requirement is used: the first whose schemes are all bound. One that
 * needs no credential counts last: who binds a credential wants it sent where the API takes it.
 */
export function chooseAlternative(
  service: Service,
  security: string[][],
): { ok: true; bound: BoundScheme[] } | CredentialFailure {
  if (service.auth === false || security.length === 0) return { ok: true, bound: [] };
  for (const alternative of security.filter((schemes) => schemes.length > 0)) {
    const bound = alternative.flatMap((name) => boundScheme(service, name) ?? []);
    if (bound.length === alternative.length) return { ok: true, bound };
  }
  if (security.some((schemes) => schemes.length === 0)) return { ok: true, bound: [] };
  const wanted = security.map((schemes) => schemes.map((name) => `"${name}"`).join(' with ')).join(', or ');
  return fail(
    'missing_secret',
    `No credential is bound to the security scheme that this operation needs (${wanted}). Add it to specs[].auth in the manifest and push again.`,
  );
}

function boundScheme({ auth, securitySchemes }: Service, name: string): BoundScheme | undefined {
  if (auth === false || !Object.hasOwn(auth, name) || !Object.hasOwn(securitySchemes, name)) return undefined;
  const [credential, scheme] = [auth[name], securitySchemes[name]];
  return credential === undefined || scheme === undefined ? undefined : { name, scheme, credential };
}
