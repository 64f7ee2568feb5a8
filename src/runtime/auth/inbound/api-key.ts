import { utf8 } from '../../../contract/encoding/bytes.js';
import { toHex } from '../../../contract/encoding/digest.js';
import type { AuthApiKey } from '../../../contract/generated/bundle.js';
import { readSecret, type WorkerEnv } from '../../worker-env.js';
import type { Caller } from '../caller.js';
import { bearerToken, headerCredential, type Presented } from './bearer.js';
import { refuseCaller, secretNotSet, type AuthRefusal } from './caller-refusals.js';

const DEFAULT_HEADER = 'X-API-Key';

/** The caller whose API key is on the list that the secret holds, one key a line. */
export async function apiKeyCaller(
  request: Request,
  settings: AuthApiKey['apiKey'],
  env: WorkerEnv,
): Promise<{ ok: true; caller: Caller } | { ok: false; refusal: AuthRefusal }> {
  const keys = acceptedKeys(env, settings.allowlistSecret);
  if (keys.length === 0) return secretNotSet(settings.allowlistSecret, 'the accepted API keys, one a line');
  const header = settings.header ?? DEFAULT_HEADER;
  const presented = presentedKey(request, header);
  if (!presented.ok) return presented;
  const match = matchingHash(await Promise.all(keys.map(hashOf)), await hashOf(presented.credential));
  if (match === undefined) return refuseCaller('unknown_api_key', { header: `"${header}" or "Authorization"` });
  return { ok: true, caller: { subject: `key:${toHex(match).slice(0, 8)}`, scopes: [], groups: [] } };
}

/**
 * The hash that equals the presented one. Reads every byte of every hash whatever it finds, so that the
 * time tells neither whether nor where a key matched.
 */
export function matchingHash(accepted: readonly Uint8Array[], presented: Uint8Array): Uint8Array | undefined {
  let match: Uint8Array | undefined;
  for (const hash of accepted) {
    let difference = hash.length ^ presented.length;
    for (let index = 0; index < presented.length; index += 1)
      difference |= (hash[index] ?? 0) ^ (presented[index] ?? 0);
    match = difference === 0 ? hash : match;
  }
  return match;
}

function acceptedKeys(env: WorkerEnv, secret: string): string[] {
  const lines = (readSecret(env, secret) ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

function presentedKey(request: Request, header: string): Presented {
  const isAuthorization = header.toLowerCase() === 'authorization';
  if (!isAuthorization && request.headers.has(header)) return headerCredential(request, header);
  const bearer = bearerToken(request);
  if (bearer.ok || bearer.refusal.reason !== 'missing_credential') return bearer;
  const names = isAuthorization ? '' : `the header "${header}" or in `;
  return refuseCaller('missing_credential', { header: `${names}the header "Authorization: Bearer <key>"` });
}

async function hashOf(key: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(key)));
}
