import { parseSafeUrl } from '../../issuer/safe-url.js';
import { fail, type CredentialValue, type OutboundContext } from './types.js';

/**
 * The caller's own token, when its audience covers every origin that the service may call. MCP forbids to
 * pass a token on that was issued for this server alone (authorization, "token passthrough").
 */
export function passedToken(scheme: string, context: OutboundContext): CredentialValue {
  const { token, tokenAudience = [] } = context.caller;
  if (token === undefined) {
    return fail(
      'no_caller_token',
      `The security scheme "${scheme}" passes the caller's token on, but this caller has none. Passthrough needs auth.provider oauth or frontegg.`,
    );
  }
  const covered = new Set(tokenAudience.map(originOf));
  const { origins } = context.service;
  const missing = origins.find((origin) => !covered.has(origin));
  if (origins.length > 0 && missing === undefined) return { ok: true, value: token };
  return fail(
    'no_caller_token',
    `The caller's token is not for the API, so it is not passed on: its audience must contain ${missing ?? 'an origin of the service'}. Have the issuer add it, or use tokenExchange.`,
  );
}

function originOf(audience: string): string | undefined {
  return parseSafeUrl(audience)?.origin;
}
