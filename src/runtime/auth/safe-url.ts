/** Whether a URL leads to this machine: localhost and the names below it (RFC 6761), 127.0.0.0/8 or ::1. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:.+\.)?localhost$/.test(hostname) || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
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
