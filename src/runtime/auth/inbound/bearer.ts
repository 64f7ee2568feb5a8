import { refuseCaller, type AuthRefusal } from './caller-refusals.js';

/** The longest credential that is looked at, in characters. */
const MAX_CREDENTIAL_LENGTH = 16_384;

/** A credential as presented, or the refusal. */
export type Presented = { ok: true; credential: string } | { ok: false; refusal: AuthRefusal };

// token68 of RFC 9110 section 11.2, which RFC 6750 section 2.1 calls b64token; two headers joined by a comma do not match.
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** The bearer token of a request (RFC 6750 section 2.1). A query or form parameter is never read. */
export function bearerToken(request: Request): Presented {
  const header = 'the header "Authorization: Bearer <token>"';
  const value = request.headers.get('authorization');
  if (value === null) return refuseCaller('missing_credential', { header });
  const token = value.length > MAX_CREDENTIAL_LENGTH ? undefined : BEARER.exec(value)?.[1];
  return token === undefined ? refuseCaller('malformed_credential', { header }) : { ok: true, credential: token };
}

/** The credential that stands alone in a header, such as an API key or the assertion of Cloudflare Access. */
export function headerCredential(request: Request, name: string): Presented {
  const header = `the header "${name}"`;
  const credential = request.headers.get(name);
  if (credential === null || credential === '') return refuseCaller('missing_credential', { header });
  return credential.length > MAX_CREDENTIAL_LENGTH
    ? refuseCaller('malformed_credential', { header })
    : { ok: true, credential };
}
