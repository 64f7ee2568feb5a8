import { encodeBase64url } from '../contract/encoding/base64url.js';
import { utf8 } from '../contract/encoding/bytes.js';
import type { BundleIndex } from '../contract/bundle/bundle-index.js';
import { identityOf, type WorkerIdentity } from '../contract/push/identity.js';
import { parsePublicKey } from '../contract/keys/public-key.js';
import { compactStatement, signingInput, STATEMENT_TYPE } from '../contract/push/statement.js';
import type { Intent, PushClaims, PushSource, StatementHeader } from '../contract/push/push-messages.js';
import { verifyStatement } from '../contract/push/verify-statement.js';
import type { SigningKey } from './keys/signing-key.js';

/** Random bytes in a statement's `jti`: twice the least that is asked for. */
const JTI_BYTES = 32;
/** Longest member of `src`, in characters. */
const MAX_SOURCE_CHARACTERS = 256;

/** What the push needs of a bundle; the build's own value has it. */
export interface PushableBundle {
  index: BundleIndex;
  /** The exact index bytes. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Their SHA-256, lower-case hex. */
  sha256: string;
  structuralDigest: string;
  /** Text artifacts, by digest. */
  artifacts: ReadonlyMap<string, { bytes: Uint8Array<ArrayBuffer> }>;
}

/** A push statement to make. */
export interface SignOptions {
  bundle: Pick<PushableBundle, 'index' | 'bytes' | 'sha256' | 'structuralDigest'>;
  intent: Intent;
  key: SigningKey;
  kid: string;
  /** Seconds since 1970. */
  now: number;
  /** That many random bytes, from a cryptographic source. */
  random(bytes: number): Uint8Array;
  /** The head this push was planned against; `apply`, `plan` and `rollback` need it. */
  expect?: PushClaims['expect'];
  /** What `rollback` and `blob` are about, instead of the bundle. */
  subject?: { sha256: string; size?: number };
  source?: PushSource;
  /** Lifetime in seconds; the manifest's window by default. */
  windowSeconds?: number;
}

/**
 * Makes a push statement. Before it is returned, an independent implementation has confirmed the signature and the
 * receiver's own code has accepted the statement. Throws when either does not: that is a fault of ours, or of the caller.
 */
export async function signPush(options: SignOptions): Promise<{ compact: string; claims: PushClaims }> {
  const { key, kid } = options;
  const header: StatementHeader = { alg: key.algorithm, kid, typ: STATEMENT_TYPE };
  const identity = await identityOf(options.bundle.index);
  const claims = makeClaims(identity, options);
  const input = signingInput(header, claims);
  const signature = key.sign(utf8(input));
  if (!key.confirm(utf8(input), signature)) {
    throw new Error('The signature was not confirmed by a second implementation, so nothing was sent.', {
      cause: { kid, thumbprint: key.thumbprint },
    });
  }
  const compact = compactStatement(input, signature);
  await acceptAsReceiver(compact, identity, options);
  return { compact, claims };
}

function makeClaims(identity: WorkerIdentity, options: SignOptions): PushClaims {
  return {
    v: 1,
    op: options.intent,
    aud: identity.audience,
    env: identity.environment,
    name: identity.name,
    iat: options.now,
    exp: options.now + (options.windowSeconds ?? identity.windowSeconds),
    jti: encodeBase64url(options.random(JTI_BYTES)),
    ...subjectClaims(options),
    ...(options.source ? { src: boundSource(options.source) } : {}),
  };
}

/** What each intent is about. */
function subjectClaims({ intent, bundle, expect, subject }: SignOptions): Partial<PushClaims> {
  const content = { sha256: bundle.sha256, size: bundle.bytes.length, struct: bundle.structuralDigest };
  const planned = expect === undefined ? {} : { expect };
  switch (intent) {
    case 'apply':
    case 'plan':
      return { ...content, ...planned };
    case 'embed':
      return content;
    case 'rollback':
      return { sha256: subject?.sha256, ...planned };
    case 'blob':
      return { sha256: subject?.sha256, size: subject?.size };
    case 'status':
      return {};
  }
}

/** Cuts each member to what the claims may hold; half a surrogate pair has no canonical form. */
function boundSource(source: PushSource): PushSource {
  const { repository, commit, ref, run, actor } = source;
  const members = Object.entries({ repository, commit, ref, run, actor }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value.slice(0, MAX_SOURCE_CHARACTERS).toWellFormed()]],
  );
  return Object.fromEntries(members) as PushSource;
}

/** The sender checks its own statement with the receiver's code. */
async function acceptAsReceiver(
  compact: string,
  identity: WorkerIdentity,
  { intent, key, kid, now }: SignOptions,
): Promise<void> {
  const trusted = await parsePublicKey(JSON.stringify(key.publicJwk));
  if (!trusted.ok)
    throw new Error('The Worker would not accept the public half of the signing key.', { cause: trusted.reason });
  const verified = await verifyStatement(compact, {
    profile: 'push',
    identity,
    roots: { usable: new Map([[kid, trusted.key]]), unusable: [] },
    intents: [intent],
    now,
  });
  if (!verified.ok)
    throw new Error('The Worker would refuse the push statement that was just made.', { cause: verified.refusal });
}
