import { isSecureUrl } from '../../../contract/loopback.js';

/** What is wrong with a URL that requests are to be sent to. */
export type ServerFault = 'relative' | 'insecure' | 'invalid';

/** The outcome of {@link serverUrl}. */
export type ServerUrl = { ok: true; url: string; origin: string } | { ok: false; fault: ServerFault };

/**
 * Checks an absolute server URL and brings it to its one spelling, without a trailing slash. Only https, and http to
 * loopback (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3); no credentials, query or fragment.
 */
export function serverUrl(text: string): ServerUrl {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) return { ok: false, fault: 'relative' };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && !url.username && !url.password && !/[?#]/.test(text);
  if (!isPlain || !['https:', 'http:'].includes(url.protocol)) return { ok: false, fault: 'invalid' };
  if (!isSecureUrl(url)) return { ok: false, fault: 'insecure' };
  return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, ''), origin: url.origin };
}
