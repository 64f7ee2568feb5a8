import { describeDer } from '../../contract/keys/describe-der.js';
import { found, type KeyOutcome } from '../../contract/keys/key-outcome.js';
import type { PemOutcome } from '../../contract/keys/pem.js';
import { describeOpenSshKey } from './describe-openssh-key.js';
import { readPkcs1, readPkcs8 } from './read-pkcs8.js';
import type { SigningKey } from './signing-key.js';

const DECRYPT = 'decrypt it with: openssl pkey -in key.pem -out plain.pem';

/** Reads a private key from a PEM block; the label decides which form is expected. */
export function readPrivatePem(pem: PemOutcome, text: string): KeyOutcome<SigningKey> {
  if (!pem.ok) return found(pem.reason.startsWith('an encrypted') ? `${pem.reason}; ${DECRYPT}` : pem.reason);
  switch (pem.label) {
    case 'PRIVATE KEY':
      return readPkcs8(pem.der, text);
    case 'RSA PRIVATE KEY':
      return readPkcs1(pem.der, text);
    case 'OPENSSH PRIVATE KEY':
      return found(describeOpenSshKey(pem.der));
    case 'ENCRYPTED PRIVATE KEY':
      return found(`an encrypted private key; ${DECRYPT}`);
    case 'EC PRIVATE KEY':
      return found('an elliptic curve private key');
    case 'PUBLIC KEY':
    case 'RSA PUBLIC KEY':
      return found(`${describeDer(pem.der)}: the signing key is the other half`);
    default:
      return found(pem.label.endsWith('CERTIFICATE') ? 'a certificate' : `a PEM block of the kind "${pem.label}"`);
  }
}
