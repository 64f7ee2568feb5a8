import { parsePublicKey, type PublicKey } from './public-key.js';

/** A trust root as the manifest names it. */
export interface TrustRootSetting {
  kid: string;
  /** Name of the Worker's secret that holds the public key. */
  publicKeySecret: string;
}

/** The trust roots of a Worker: what may verify, and what was refused at load. */
export interface TrustRoots {
  usable: ReadonlyMap<string, PublicKey>;
  unusable: { kid: string; reason: string }[];
}

/**
 * Loads the trust roots. A bad one is reported and does not stop the others; when none is usable every push is
 * refused. A kid that is listed twice names no key at all; of two kids with the same key the first is kept,
 * so that taking a key away is never undone by its second name without a report.
 * @param secret the value of a secret by name
 */
export async function loadTrustRoots(
  roots: readonly TrustRootSetting[],
  secret: (name: string) => string | undefined,
): Promise<TrustRoots> {
  const usable = new Map<string, PublicKey>();
  const unusable: { kid: string; reason: string }[] = [];
  const kidByThumbprint = new Map<string, string>();
  for (const { kid, publicKeySecret } of roots) {
    const loaded = await loadOne(roots, kid, publicKeySecret, secret);
    const twin = loaded.ok ? kidByThumbprint.get(loaded.key.thumbprint) : undefined;
    if (!loaded.ok) unusable.push({ kid, reason: loaded.reason });
    else if (twin !== undefined)
      unusable.push({ kid, reason: `${publicKeySecret} holds the same key as the trust root "${twin}"` });
    else {
      usable.set(kid, loaded.key);
      kidByThumbprint.set(loaded.key.thumbprint, kid);
    }
  }
  return { usable, unusable };
}

async function loadOne(
  roots: readonly TrustRootSetting[],
  kid: string,
  publicKeySecret: string,
  secret: (name: string) => string | undefined,
): Promise<{ ok: true; key: PublicKey } | { ok: false; reason: string }> {
  if (roots.filter((root) => root.kid === kid).length > 1)
    return { ok: false, reason: 'the key id is listed more than once' };
  const text = secret(publicKeySecret);
  if (typeof text !== 'string' || text.trim() === '')
    return { ok: false, reason: `the secret ${publicKeySecret} has no value` };
  const parsed = await parsePublicKey(text);
  return parsed.ok ? parsed : { ok: false, reason: `${publicKeySecret}: ${parsed.reason}` };
}
