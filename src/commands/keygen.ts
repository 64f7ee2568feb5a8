import { generateKey } from '../push/keys/generate-key.js';

/** `frontmcp deploy keygen`. */
export interface KeygenResult {
  kid: string;
  privatePem: string;
  publicPem: string;
  thumbprint: string;
}

/** `frontmcp deploy keygen`: an Ed25519 key pair. The caller decides where the private half goes. */
export async function keygen(options: { kid: string }): Promise<KeygenResult> {
  const { privatePem, publicPem, thumbprint } = await generateKey(options.kid);
  return { kid: options.kid, privatePem, publicPem, thumbprint };
}
