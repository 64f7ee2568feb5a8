import type { SecurityScheme } from '../../../contract/bundle/bundle-index.js';
import { toBase64 } from './base64.js';

/** What a request carries for its credentials, besides its arguments. Query values are not encoded yet. */
export interface PlacedCredentials {
  headers: [string, string][];
  query: [string, string][];
  cookies: [string, string][];
}

/** Why a value cannot be sent the way its scheme says. */
export type PlacementFault = 'not_text' | 'not_header' | 'not_basic' | 'not_cookie';

// What every server reads the same way in a field value (RFC 9110 section 5.5).
const HEADER_VALUE = /^[\x20-\x7e]+$/;
// cookie-octet of RFC 6265 section 4.1.1.
const COOKIE_VALUE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;
const CONTROL = /[\x00-\x1f\x7f]/;

/**
 * Puts a credential where its scheme says (OpenAPI "Security Scheme Object"; RFC 6750, RFC 7617).
 * Returns the fault when its value could break out of that place.
 */
export function placeCredential(
  scheme: SecurityScheme,
  value: string,
  into: PlacedCredentials,
): PlacementFault | undefined {
  if (CONTROL.test(value)) return 'not_text';
  if (scheme.type === 'http') return placeHttp(scheme.scheme, value, into);
  if (scheme.in === 'query') into.query.push([scheme.name, value]);
  else if (scheme.in === 'header') return placeHeader(scheme.name, value, into);
  else if (!COOKIE_VALUE.test(value)) return 'not_cookie';
  else into.cookies.push([scheme.name, value]);
  return undefined;
}

function placeHttp(scheme: 'bearer' | 'basic', value: string, into: PlacedCredentials): PlacementFault | undefined {
  if (scheme === 'bearer') return placeHeader('Authorization', `Bearer ${value}`, into);
  if (!value.includes(':')) return 'not_basic';
  return placeHeader('Authorization', `Basic ${toBase64(value)}`, into);
}

function placeHeader(name: string, value: string, into: PlacedCredentials): PlacementFault | undefined {
  if (!HEADER_VALUE.test(value)) return 'not_header';
  into.headers.push([name, value]);
  return undefined;
}
