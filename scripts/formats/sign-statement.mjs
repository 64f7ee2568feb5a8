import { randomBytes, sign } from 'node:crypto';

const WINDOW_SECONDS = 300;

/**
 * A push statement as docs/push-channel.md has it, for what no command does. `subject` holds what its `op` is about.
 * @param {import('node:crypto').KeyObject} key
 * @param {string} kid
 * @param {{ audience: string, environment: string, name: string }} worker
 * @param {string} op
 * @param {object} subject
 */
export function signStatement(key, kid, { audience, environment, name }, op, subject) {
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    v: 1,
    op,
    aud: audience,
    env: environment,
    name,
    iat,
    exp: iat + WINDOW_SECONDS,
    jti: randomBytes(32).toString('base64url'),
    ...subject,
  };
  const input = `${segment({ alg: 'EdDSA', kid, typ: 'frontmcp-push+jwt' })}.${segment(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

/**
 * The canonical form of an object without objects in it.
 * @param {object} value
 */
function segment(value) {
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(Object.fromEntries(sorted))).toString('base64url');
}
