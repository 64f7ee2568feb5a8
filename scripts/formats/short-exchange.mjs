import { createHash } from 'node:crypto';

/** @import { Exchange } from './push-recorder.mjs' */

/**
 * A push body without what lies in the bundles: nothing, other text, an artifact of a bundle, or the apply or plan of one.
 * @typedef {null | { text: string } | { artifact: string, of: string } | { v: number, bundle: string, artifacts?: string[] }} ShortBody
 */
/** @typedef {Record<string, { text: string, artifacts: Record<string, Buffer> }>} KnownBundles */

/**
 * An exchange of the push channel without what lies in the bundles: `pushBody` puts the body together again, to the byte.
 * Throws when a body has a form that this cannot.
 * @param {Exchange} exchange
 * @param {KnownBundles} bundles
 */
export function shortExchange({ method, path, headers, body, status, answer }, bundles) {
  const short = shortBody(body, bundles);
  if (!pushBody(short, bundles).equals(body)) throw new Error(`A push body has another form: ${body}`);
  return { request: { method, path, headers, body: short, bodySha256: sha256(body) }, status, answer };
}

/**
 * The body behind a short one.
 * @param {ShortBody} short
 * @param {KnownBundles} bundles
 * @returns {Buffer}
 */
export function pushBody(short, bundles) {
  if (short === null) return Buffer.alloc(0);
  if ('text' in short) return Buffer.from(short.text);
  if ('artifact' in short) return artifactOf(bundles[short.of], short.artifact);
  const bundle = bundles[short.bundle];
  const texts = short.artifacts?.map((digest) => [digest, artifactOf(bundle, digest).toString()]);
  return Buffer.from(
    JSON.stringify({ v: short.v, bundle: bundle?.text, artifacts: texts && Object.fromEntries(texts) }),
  );
}

/**
 * @param {KnownBundles[string] | undefined} bundle
 * @param {string} digest
 */
function artifactOf(bundle, digest) {
  const artifact = bundle?.artifacts[digest];
  if (!artifact) throw new Error(`No bundle has the artifact ${digest}.`);
  return artifact;
}

/**
 * @param {Buffer} body
 * @param {KnownBundles} bundles
 * @returns {ShortBody}
 */
function shortBody(body, bundles) {
  if (body.length === 0) return null;
  const blob = Object.entries(bundles).find(([, { artifacts }]) => Object.hasOwn(artifacts, sha256(body)));
  if (blob) return { artifact: sha256(body), of: blob[0] };
  const { v, bundle, artifacts } = JSON.parse(body.toString());
  const known = Object.entries(bundles).find(([, { text }]) => text === bundle);
  return known ? { v, bundle: known[0], artifacts: artifacts && Object.keys(artifacts) } : { text: body.toString() };
}

/** @param {string | Buffer} content */
function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
