import { chooseKid } from '../../../src/push/keys/choose-kid.js';
import { OTHER, RFC8037 } from '../../contract/keys/known-keys.js';

const key = { thumbprint: RFC8037.thumbprint };
const both = [
  { kid: 'old', publicKeySecret: 'OLD' },
  { kid: 'new', publicKeySecret: 'NEW' },
];
const one = both.slice(0, 1);

describe('the key id', () => {
  test('is the one that was given', async () => {
    expect(await chooseKid({ key, keyId: 'new', trustRoots: both, variables: {} })).toEqual({ ok: true, kid: 'new' });
  });

  test('is the only trust root', async () => {
    expect(await chooseKid({ key, keyId: '', trustRoots: one, variables: {} })).toEqual({ ok: true, kid: 'old' });
  });

  test('is the trust root whose public key in the variables belongs to the signing key', async () => {
    const variables = { OLD: OTHER.x, NEW: RFC8037.ssh };
    expect(await chooseKid({ key, trustRoots: both, variables })).toEqual({ ok: true, kid: 'new' });
  });

  test('is asked for, with every kid, when no variable tells', async () => {
    for (const variables of [{}, { OLD: OTHER.x, NEW: '' }, { OLD: 'nonsense' }]) {
      const chosen = await chooseKid({ key, trustRoots: both, variables });
      expect(chosen).toMatchObject({ ok: false, hint: 'Give the key id: one of "old", "new".' });
      expect(chosen.ok ? '' : chosen.reason).toContain(RFC8037.thumbprint);
    }
  });

  test('must be a trust root', async () => {
    expect(await chooseKid({ key, keyId: 'other', trustRoots: both, variables: {} })).toEqual({
      ok: false,
      reason: 'the key id "other" is not in signing.trustRoots',
      hint: 'The key ids there are "old", "new".',
    });
  });

  test('is refused when the public key that is known for it belongs to another signing key', async () => {
    for (const choice of [{ keyId: 'old', trustRoots: both }, { trustRoots: one }]) {
      const chosen = await chooseKid({ key, ...choice, variables: { OLD: OTHER.x } });
      expect(chosen).toMatchObject({ ok: false, hint: expect.stringContaining('Sign with the private half of OLD') });
    }
  });

  test('cannot be chosen without a trust root', async () => {
    expect(await chooseKid({ key, trustRoots: [], variables: {} })).toMatchObject({
      ok: false,
      reason: 'the manifest names no trust root',
    });
  });

  test('is not looked up on a prototype', async () => {
    const trustRoots = [
      { kid: 'a', publicKeySecret: 'toString' },
      { kid: 'b', publicKeySecret: '__proto__' },
    ];
    expect(await chooseKid({ key, trustRoots, variables: {} })).toMatchObject({ ok: false });
  });
});
