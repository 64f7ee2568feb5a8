import { parsePublicKey } from '../../contract/keys/public-key.js';
import type { TrustRootSetting } from '../../contract/keys/trust-roots.js';

/** What a key id is chosen from. */
export interface KidChoice {
  /** The `key-id` input; empty or absent when it was not given. */
  keyId?: string;
  /** `signing.trustRoots` of the manifest. */
  trustRoots: readonly TrustRootSetting[];
  /** The signing key, by the RFC 7638 thumbprint of its public half. */
  key: { thumbprint: string };
  /** Variables of the process; public keys are looked up by their secret's name. */
  variables: Readonly<Record<string, string | undefined>>;
}

/** The key id, or why there is none and what to do. */
export type ChosenKid = { ok: true; kid: string } | { ok: false; reason: string; hint: string };

/**
 * Picks the key id to sign under: the one given, else the only trust root, else the one whose public key, found in the
 * variables, is that of the signing key. A choice that the variables prove wrong is refused here, where it can be explained.
 */
export async function chooseKid(choice: KidChoice): Promise<ChosenKid> {
  const { keyId, trustRoots } = choice;
  const [only, ...others] = trustRoots;
  if (keyId !== undefined && keyId !== '') return chooseNamed(keyId, choice);
  if (!only) return refused('the manifest names no trust root', 'Add one to signing.trustRoots.');
  return others.length === 0 ? confirm(only, choice) : findByThumbprint(choice);
}

async function chooseNamed(keyId: string, choice: KidChoice): Promise<ChosenKid> {
  const root = choice.trustRoots.find(({ kid }) => kid === keyId);
  if (root) return confirm(root, choice);
  return refused(
    `the key id "${keyId}" is not in signing.trustRoots`,
    `The key ids there are ${listKids(choice.trustRoots)}.`,
  );
}

/** Refuses a root whose public key is known here and belongs to another signing key. */
async function confirm(root: TrustRootSetting, choice: KidChoice): Promise<ChosenKid> {
  const thumbprint = await thumbprintIn(root, choice);
  if (thumbprint === undefined || thumbprint === choice.key.thumbprint) return { ok: true, kid: root.kid };
  return refused(
    `the signing key (thumbprint ${choice.key.thumbprint}) does not belong to the trust root "${root.kid}" (thumbprint ${thumbprint})`,
    `Sign with the private half of ${root.publicKeySecret}, or name the right key id.`,
  );
}

async function findByThumbprint(choice: KidChoice): Promise<ChosenKid> {
  for (const root of choice.trustRoots) {
    if ((await thumbprintIn(root, choice)) === choice.key.thumbprint) return { ok: true, kid: root.kid };
  }
  const names = choice.trustRoots.map(({ publicKeySecret }) => publicKeySecret).join(' or ');
  return refused(
    `the manifest has several trust roots, and no variable ${names} holds the public half of the signing key (thumbprint ${choice.key.thumbprint})`,
    `Give the key id: one of ${listKids(choice.trustRoots)}.`,
  );
}

async function thumbprintIn(root: TrustRootSetting, { variables }: KidChoice): Promise<string | undefined> {
  const text = Object.hasOwn(variables, root.publicKeySecret) ? variables[root.publicKeySecret] : undefined;
  const parsed = text === undefined || text.trim() === '' ? undefined : await parsePublicKey(text);
  return parsed?.ok ? parsed.key.thumbprint : undefined;
}

function refused(reason: string, hint: string): ChosenKid {
  return { ok: false, reason, hint };
}

function listKids(trustRoots: readonly TrustRootSetting[]): string {
  return trustRoots.map(({ kid }) => `"${kid}"`).join(', ');
}
