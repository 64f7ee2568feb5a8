import { isSecureUrl } from '../../contract/loopback.js';

/**
 * Parses the URL of an issuer or token endpoint: https, or http on loopback; no credentials and no
 * fragment in it (RFC 8414 section 2, RFC 6749 section 3.2). Returns `undefined` for anything else.
 */
export function parseSafeUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  return isSecureUrl(url) ? url : undefined;
}
