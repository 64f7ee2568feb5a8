/** Whether a URL leads to this machine: localhost, 127.0.0.0/8 or ::1. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}

/**
 * Parses the URL of an issuer or token endpoint: https, or http on loopback; no credentials and no
 * fragment in it (RFC 8414 section 2, RFC 6749 section 3.2). Returns `undefined` for anything else.
 */
export function parseSafeUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  const isHttps = url.protocol === 'https:';
  return isHttps || (url.protocol === 'http:' && isLoopback(url)) ? url : undefined;
}
