import type { WorkerIdentity } from './identity.js';
import type { PublicKey } from '../keys/public-key.js';
import { refuse, type Refusal } from './refusals.js';
import { parseStatement, type ParsedStatement } from './statement.js';
import type { TrustRoots } from '../keys/trust-roots.js';
import type { Intent, StatementHeader } from './push-messages.js';
import { verifySignature } from '../keys/verify-signature.js';

/** How far a sender's clock may be ahead, in seconds. Being behind is covered by the window. */
const FORWARD_SKEW_SECONDS = 60;

/** What a statement is held against. */
export interface VerifyContext {
  /** `push` checks everything; `stored`, for a copy that was accepted before, all but the time. */
  profile: 'push' | 'stored';
  identity: WorkerIdentity;
  roots: TrustRoots;
  /** Intents that may be used here. */
  intents: readonly Intent[];
  /** Seconds since 1970; ignored for `stored`. */
  now: number;
}

type Verified = { ok: true; statement: ParsedStatement } | { ok: false; refusal: Refusal };

/**
 * Verifies a push statement, in this order: form, key and algorithm, signature, audience, environment, name, intent,
 * time. The first check that fails decides. Needs no storage; replay and `expect` are decided where the head lives.
 */
export async function verifyStatement(compact: string | null, context: VerifyContext): Promise<Verified> {
  const parsed = parseStatement(compact);
  if (!parsed.ok) return parsed;
  const { statement } = parsed;
  const key = findKey(statement.header, context.roots);
  if (!key.ok) return key;
  if (!(await verifySignature(key.key, statement.signature, statement.signingInput))) {
    return { ok: false, refusal: refuse('bad_signature', { kid: statement.header.kid }) };
  }
  const refusal = identityRefusal(statement, context) ?? timeRefusal(statement, context);
  return refusal ? { ok: false, refusal } : parsed;
}

/** The key decides the algorithm; the header only has to name it (RFC 8725 section 3.1). */
function findKey(
  { alg, kid }: StatementHeader,
  roots: TrustRoots,
): { ok: true; key: PublicKey } | { ok: false; refusal: Refusal } {
  if (roots.usable.size === 0) return { ok: false, refusal: refuse('no_trust_root', { unusable: roots.unusable }) };
  const key = roots.usable.get(kid);
  if (!key) return { ok: false, refusal: refuse('unknown_kid', { kid }) };
  // RFC 9864 renames EdDSA with this curve to Ed25519; both are the same signature.
  const named = alg === 'Ed25519' ? 'EdDSA' : alg;
  return named === key.algorithm ? { ok: true, key } : { ok: false, refusal: refuse('alg_key_mismatch', { alg, kid }) };
}

function identityRefusal({ claims }: ParsedStatement, { identity, intents }: VerifyContext): Refusal | undefined {
  if (claims.aud !== identity.audience)
    return refuse('wrong_audience', { audience: claims.aud, expected: identity.audience });
  if (claims.env !== identity.environment) {
    return refuse('wrong_environment', { environment: claims.env, expected: identity.environment });
  }
  if (claims.name !== identity.name) return refuse('wrong_name', { name: claims.name, expected: identity.name });
  if (!intents.includes(claims.op)) return refuse('wrong_operation', { intent: claims.op, allowed: [...intents] });
  return undefined;
}

function timeRefusal({ claims }: ParsedStatement, { profile, identity, now }: VerifyContext): Refusal | undefined {
  if (profile === 'stored') return undefined;
  const { iat, exp } = claims;
  const { windowSeconds } = identity;
  const lifetime = exp - iat;
  // With a lifetime within the window, "not expired" also bounds how long ago it was issued.
  const fits = lifetime > 0 && lifetime <= windowSeconds && iat <= now + FORWARD_SKEW_SECONDS && now < exp;
  return fits ? undefined : refuse('outside_window', { issuedAt: iat, expiresAt: exp, now, windowSeconds });
}
