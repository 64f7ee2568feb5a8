import { generateKey } from '../push/keys/generate-key.js';
import type { KeygenResult } from './command-results.js';

/** `frontmcp deploy keygen`: an Ed25519 key pair. The caller decides where the private half goes. */
export async function keygen(options: { kid: string }): Promise<KeygenResult> {
  const { privatePem, publicPem, thumbprint } = await generateKey(options.kid);
  return { kid: options.kid, privatePem, publicPem, thumbprint };
}
