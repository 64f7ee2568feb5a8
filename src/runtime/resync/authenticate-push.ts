import { sha256Hex } from '../../contract/encoding/digest.js';
import { refuse, type Refusal, type RefusalCode } from '../../contract/push/refusals.js';
import { STATEMENT_HEADER } from '../../contract/push/routes.js';
import { parseStatement, type ParsedStatement } from '../../contract/push/statement.js';
import type { Intent } from '../../contract/push/push-messages.js';
import { verifyStatement } from '../../contract/push/verify-statement.js';
import type { SpentStatement } from '../store/bundle-store.js';
import { hintsReplay } from './nonce-hint.js';
import type { AuthenticPush, PushContext } from './push-context.js';

/** An authentic statement, or a refusal; `spent` is there when the signature was right, so that it can be recorded. */
export type AuthenticOutcome =
  { ok: true; push: AuthenticPush } | { ok: false; refusal: Refusal; spent?: SpentStatement };

/** Refusals that come after the signature was verified. */
const AFTER_SIGNATURE: ReadonlySet<RefusalCode> = new Set([
  'wrong_audience',
  'wrong_environment',
  'wrong_name',
  'wrong_operation',
  'outside_window',
] as const);

/** Verifies the statement of a request, and takes an early hint that it has been used. Reads no body. */
export async function authenticatePush(
  request: Request,
  context: PushContext,
  intents: readonly Intent[],
): Promise<AuthenticOutcome> {
  const { compiled, roots, bindings } = context.isolate;
  const compact = request.headers.get(STATEMENT_HEADER);
  const now = Math.floor(context.now() / 1000);
  const verified = await verifyStatement(compact, {
    profile: 'push',
    identity: compiled.identity,
    roots,
    intents,
    now,
  });
  if (!verified.ok)
    return AFTER_SIGNATURE.has(verified.refusal.code) ? recordable(verified.refusal, compact) : verified;
  const { statement } = verified;
  const spent = await spentStatement(statement);
  if (await hintsReplay(bindings.nonces, statement.claims.jti)) {
    return { ok: false, refusal: refuse('replayed', { jti: statement.claims.jti }), spent };
  }
  return { ok: true, push: { statement, spent } };
}

async function recordable(refusal: Refusal, compact: string | null): Promise<AuthenticOutcome> {
  const parsed = parseStatement(compact);
  return parsed.ok ? { ok: false, refusal, spent: await spentStatement(parsed.statement) } : { ok: false, refusal };
}

async function spentStatement({ compact, header, claims }: ParsedStatement): Promise<SpentStatement> {
  return {
    compact,
    hash: await sha256Hex(compact),
    jti: claims.jti,
    kid: header.kid,
    expiresAt: claims.exp,
    expect: claims.expect ?? null,
    source: claims.src ?? null,
  };
}
