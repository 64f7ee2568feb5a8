import { secretTexts } from '../../src/action/secret-texts.js';

const PEM =
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\n-----END PRIVATE KEY-----';
const BODY = PEM.split('\n')[1]!;

test.each([
  ['as it is', PEM],
  ['with literal \\n', PEM.replaceAll('\n', '\\n')],
  ['with CRLF', PEM.replaceAll('\n', '\r\n')],
  ['as base64 of the whole', Buffer.from(PEM).toString('base64')],
])('masks a PEM key %s: the text and the line that is the key', (_form, text) => {
  const masked = secretTexts({ INPUT_SIGNINGKEY: text });
  expect(masked).toEqual(expect.arrayContaining([text, BODY]));
});

test('leaves the armour lines of a PEM readable: they are no secret', () => {
  expect(
    secretTexts({ 'INPUT_SIGNING-KEY': PEM }).filter((text) => /^-----(BEGIN|END) PRIVATE KEY-----$/.test(text)),
  ).toEqual([]);
});

test('masks the private member of a JWK', () => {
  const jwk = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', d: 'private-part', x: 'public-part' });
  const masked = secretTexts({ 'INPUT_SIGNING-KEY': jwk });
  expect(masked).toContain('private-part');
  expect(masked).not.toContain('public-part');
});

test('masks the Access secret, the token and the value of every listed secret, in the forms they may be printed in', () => {
  const masked = secretTexts({
    'INPUT_ACCESS-CLIENT-SECRET': 'access-secret',
    'INPUT_GITHUB-TOKEN': 'ghs_token',
    INPUT_SECRETS: 'API_TOKEN\nEMPTY',
    API_TOKEN: 'to ken"1',
  });
  expect(masked).toEqual(
    expect.arrayContaining([
      'access-secret',
      'ghs_token',
      'to ken"1',
      'to%20ken%221',
      'to ken\\"1',
      Buffer.from('to ken"1').toString('base64'),
    ]),
  );
});

test('masks nothing that is too short to be told from ordinary text', () => {
  expect(secretTexts({ INPUT_SECRETS: 'A\nB', A: 'yes', B: 'x' }).filter((text) => text.length < 4)).toEqual([]);
});

test('survives names and values made to break it', () => {
  expect(secretTexts({ INPUT_SECRETS: '__proto__\nconstructor\n', 'INPUT_SIGNING-KEY': '{"d":' })).toContain('{"d":');
});
