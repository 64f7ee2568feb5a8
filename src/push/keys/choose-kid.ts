import { parsePublicKey } from '../../contract/push/public-key.js';
import type { TrustRootSetting } from '../../contract/push/trust-roots.js';

/** What a key id is chosen from. */
export interface KidChoice {
  /** The `key-id` input; empty or absent when it was not given. */
  keyId?: string;
  /** `signing.trustRoots` of the manifest. */
  trustRoots: readonly TrustRootSetting[];
  /** RFC 7638 thumbprint of the signing key. */
  thumbprint: string;
  /** Variables of the process; public keys are looked up by their secret's name. */
  variables: Readonly<Record<string, string | undefined>>;
}

type Chosen = { ok: true; kid: string } | { ok: false; reason: string };

/**
 * Picks the key id to sign under: the one given, else the only trust root, else the one whose public key, found in the
 * variables, is that of the signing key. A choice that the variables prove wrong is refused here, where it can be explained.
 */
export async function chooseKid(choice: KidChoice): Promise<Chosen> {
  const { keyId, trustRoots } = choice;
  if (trustRoots.length === 0) return { ok: false, reason: 'the manifest names no trust root (signing.trustRoots)' };
  if (keyId !== undefined && keyId !== '') {
    const root = trustRoots.find(({ kid }) => kid === keyId);
    return root ? confirm(root, choice) : { ok: false, reason: `the key id "${keyId}" is not in signing.trustRoots, which has ${listKids(trustRoots)}` };
  }
  const [only] = trustRoots;
  if (only && trustRoots.length === 1) return confirm(only, choice);
  return findByThumbprint(choice);
}

/** Refuses a root whose public key is known here and belongs to another signing key. */
async function confirm(root: TrustRootSetting, choice: KidChoice): Promise<Chosen> {
  const thumbprint = await thumbprintIn(root, choice);
  if (thumbprint === undefined || thumbprint === choice.thumbprint) return { ok: true, kid: root.kid };
  return {
    ok: false,
    reason: `the signing key (thumbprint ${choice.thumbprint}) is not the private half of ${root.publicKeySecret}, the public key of "${root.kid}" (thumbprint ${thumbprint})`,
  };
}

async function findByThumbprint(choice: KidChoice): Promise<Chosen> {
  for (const root of choice.trustRoots) {
    if ((await thumbprintIn(root, choice)) === choice.thumbprint) return { ok: true, kid: root.kid };
  }
  const names = choice.trustRoots.map(({ publicKeySecret }) => publicKeySecret).join(', ');
  return {
    ok: false,
    reason: `the manifest has several trust roots (${listKids(choice.trustRoots)}) and none of the variables ${names} holds the public half of the signing key (thumbprint ${choice.thumbprint}); say which one with key-id`,
  };
}

async function thumbprintIn(root: TrustRootSetting, { variables }: KidChoice): Promise<string | undefined> {
  const text = Object.hasOwn(variables, root.publicKeySecret) ? variables[root.publicKeySecret] : undefined;
  const parsed = text === undefined || text.trim() === '' ? undefined : await parsePublicKey(text);
  return parsed?.ok ? parsed.key.thumbprint : undefined;
}

function listKids(trustRoots: readonly TrustRootSetting[]): string {
  return trustRoots.map(({ kid }) => `"${kid}"`).join(', ');
}
