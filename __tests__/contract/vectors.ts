/** The public test vectors beside this checkout, as far as these suites need them. */
export interface SharedVectors {
  expectations: {
    speccheck: { index: number; expect: string; why: string }[];
    cctv: { expectations: { number: number; expect: string }[] };
    small_order_public_keys_hex: string[];
    universal_forgery: { publicKeyHex: string; signatureHex: string };
  };
  wycheproof: {
    testGroups: {
      publicKey: { pk: string };
      publicKeyDer: string;
      publicKeyPem: string;
      publicKeyJwk: object;
      tests: WycheproofTest[];
    }[];
  };
  speccheck: { message: string; pub_key: string; signature: string }[];
  cctv: { number: number; key: string; sig: string; msg: string; flags: string[] | null }[];
  rsa: { testGroups: { publicKeyPem: string; tests: WycheproofTest[] }[] };
  jws: {
    publicJwk: object;
    jwkThumbprintSha256: string;
    compact: string;
    sameKeyOtherForms: Record<string, string>;
    mustReject: { why: string; compact: string }[];
  };
  jcs: {
    files: { name: string; inputBase64: string; canonicalHex: string; sha256: string }[];
    numbers: { ieee754Hex: string; json: string }[];
    roundTrip: { utf8Base64: string; isCanonical: boolean }[];
    invalidUtf8: { hex: string; why: string }[];
  };
}

interface WycheproofTest {
  tcId: number;
  msg: string;
  sig: string;
  result: string;
  flags: string[];
}

/** Where each part lies below the folder of the vectors. */
export const VECTOR_FILES: { readonly [K in keyof SharedVectors]: string } = {
  expectations: 'ed25519/expectations.json',
  wycheproof: 'ed25519/wycheproof_ed25519_test.json',
  speccheck: 'ed25519/speccheck_cases.json',
  cctv: 'ed25519/cctv_ed25519vectors.json',
  rsa: 'rsa/wycheproof_rsa_signature_2048_sha256_test.json',
  jws: 'jws/rfc8037_a4.json',
  jcs: 'jcs/rfc8785_vectors.json',
};
