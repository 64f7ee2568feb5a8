import type { Bundle } from '../../build/stage-values.js';
import type { Intent, PushClaims, PushSource } from '../../contract/push/push-messages.js';
import { chooseKid } from '../../push/keys/choose-kid.js';
import { loadSigningKey } from '../../push/keys/load-signing-key.js';
import type { SigningKey } from '../../push/keys/signing-key.js';
import { signPush } from '../../push/sign.js';
import type { Failure, Ports } from '../ports.js';

/** What to sign with. */
export interface SignOptions {
  signingKey: string;
  keyId?: string;
}

/** The key a push was signed with. */
export interface SignedWith {
  kid: string;
  /** RFC 7638 thumbprint of the public key. */
  thumbprint: string;
  /** What was repaired in the key's text, to be told once. */
  repaired?: string;
}

/** Signs statements about one bundle. */
export interface Signer {
  key: SigningKey;
  kid: string;
  signedWith: SignedWith;
  sign(statement: { intent: Intent; expect?: PushClaims['expect']; source?: PushSource }): Promise<string>;
}

/** A signer for one bundle, or why there is none. */
export type SignStage = ({ ok: true } & Signer) | { ok: false; failure: Failure };

const KEY_HINT =
  'Give the private key as "frontmcp deploy keygen" prints it, whole: PKCS#8 PEM, a raw seed (hex or base64), a JWK, or the 64-byte form of tweetnacl.';

function sentence(what: string, reason: string): string {
  return `${what}: ${reason.replace(/\.$/, '')}.`;
}

/** Stage 6: loads the key, chooses its id among the trust roots, and signs statements about the bundle. */
export async function signStage(bundle: Bundle, options: SignOptions, ports: Ports): Promise<SignStage> {
  ports.reporter.stage('sign');
  const loaded = loadSigningKey(options.signingKey);
  if (!loaded.ok)
    return {
      ok: false,
      failure: {
        code: 'signing-key-unusable',
        message: sentence('The signing key cannot be used', loaded.reason),
        hint: KEY_HINT,
      },
    };
  const { key } = loaded;
  for (const form of key.secretForms) ports.reporter.mask(form);
  const chosen = await chooseKid({
    key,
    keyId: options.keyId,
    trustRoots: bundle.index.manifest.structural.signing.trustRoots,
    variables: ports.variables,
  });
  if (!chosen.ok)
    return {
      ok: false,
      failure: { code: 'key-id-unknown', message: sentence('Nothing can be signed', chosen.reason), hint: chosen.hint },
    };
  const { kid } = chosen;
  return {
    ok: true,
    key,
    kid,
    signedWith: { kid, thumbprint: key.thumbprint, ...(key.repaired === undefined ? {} : { repaired: key.repaired }) },
    sign: async (statement) => {
      const { compact } = await signPush({
        ...statement,
        bundle,
        key,
        kid,
        now: Math.floor(ports.now() / 1000),
        random: ports.random,
      });
      return compact;
    },
  };
}
