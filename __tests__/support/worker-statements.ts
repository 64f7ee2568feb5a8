import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../../src/contract/encoding/canonical-json.js';
import type { PushClaims } from '../../src/contract/push/push-messages.js';
import type { TestBundle } from './worker-bundles.js';

/** A key pair for push statements. */
export interface TestKey {
  privateKey: KeyObject;
  publicPem: string;
}

/** What a test changes about a statement; any claim may be set, or taken away with `undefined`. */
export interface StatementChanges {
  claims?: Partial<Record<keyof PushClaims, unknown>>;
  header?: Record<string, unknown>;
}

/** Makes a fresh Ed25519 key pair. */
export function makeTestKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** Claims for a bundle, right in everything that is not changed. */
export function claimsFor(op: PushClaims['op'], bundle: TestBundle, changes: StatementChanges['claims'] = {}): object {
  const iat = Math.floor(Date.now() / 1000);
  const about = op === 'status' ? {} : { sha256: bundle.sha256, size: bundle.size, struct: bundle.struct };
  const expecting = ['apply', 'plan', 'rollback'].includes(op) ? { expect: '*' } : {};
  const { url } = bundle.index.manifest.structural.deployment;
  const claims = {
    v: 1,
    op,
    aud: `${url}/_frontmcp/resync`,
    env: bundle.index.environment,
    name: bundle.index.name,
    ...about,
    ...expecting,
    iat,
    exp: iat + 300,
    jti: randomBytes(24).toString('base64url'),
    ...changes,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

/** Signs a statement with node:crypto, apart from the product's own signer, so that it can also make wrong ones. */
export function signTestStatement(
  key: TestKey,
  op: PushClaims['op'],
  bundle: TestBundle,
  changes: StatementChanges = {},
): string {
  const header = { alg: 'EdDSA', kid: 'prod', typ: 'frontmcp-push+jwt', ...changes.header };
  const segment = (value: object): string => Buffer.from(canonicalJson(value)).toString('base64url');
  const input = `${segment(header)}.${segment(claimsFor(op, bundle, changes.claims))}`;
  return `${input}.${sign(null, Buffer.from(input), key.privateKey).toString('base64url')}`;
}
