import type { KeygenResult } from '../commands/keygen.js';
import type { JsonFields } from './json-document.js';
import { plainText, PLAIN, type Style } from './plain-text.js';

/** A fresh key pair and what goes where, for a terminal; ends with a line break. */
export function keygenText({ kid, privatePem, publicPem, thumbprint }: KeygenResult, style: Style = PLAIN): string {
  const secret = publicKeySecretName(kid);
  return [
    `${style.bold('Key pair')} ${plainText(kid)}, Ed25519, thumbprint ${plainText(thumbprint)}`,
    '',
    style.bold('1. Private key') + ': store it as the repository secret FRONTMCP_SIGNING_KEY, and nowhere else',
    '   (gh secret set FRONTMCP_SIGNING_KEY; paste it, then end the input)',
    '',
    privatePem.trimEnd(),
    '',
    style.bold('2. Public key') + `: give it to the Worker as the secret ${secret}`,
    `   (wrangler secret put ${secret}; it is also the variable with which the action finds the key id)`,
    '',
    publicPem.trimEnd(),
    '',
    style.bold('3. Manifest') +
      ': name the key among the trust roots and the secrets; this needs a redeploy of the Worker',
    '',
    'signing:',
    '  trustRoots:',
    `    - kid: ${JSON.stringify(kid)}`,
    `      publicKeySecret: ${secret}`,
    'secrets:',
    `  - name: ${secret}`,
    '',
  ].join('\n');
}

/** A name for the secret that holds a public key: upper case letters, digits and `_`. */
export function publicKeySecretName(kid: string): string {
  return `TRUSTED_PUBKEY_${kid.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`.replace(/_+$/, '');
}

/** `keygen`. Holds the private key. */
export function keygenJson({ kid, privatePem, publicPem, thumbprint }: KeygenResult): JsonFields {
  return { kid, algorithm: 'EdDSA', thumbprint, privatePem, publicPem };
}
