import { keygenText, publicKeySecretName } from '../../src/report/keygen.js';

test('a key pair comes with where each half goes', () => {
  const text = keygenText({ kid: 'prod:2026', privatePem: 'PRIVATE\n', publicPem: 'PUBLIC\n', thumbprint: 'tp' });
  expect(text).toMatch(
    /FRONTMCP_SIGNING_KEY[\s\S]*PRIVATE[\s\S]*wrangler secret put TRUSTED_PUBKEY_PROD_2026[\s\S]*PUBLIC[\s\S]*kid: "prod:2026"\n {6}publicKeySecret: TRUSTED_PUBKEY_PROD_2026\nsecrets:\n {2}- name: TRUSTED_PUBKEY_PROD_2026\n/,
  );
  expect(publicKeySecretName('--')).toBe('TRUSTED_PUBKEY');
});
