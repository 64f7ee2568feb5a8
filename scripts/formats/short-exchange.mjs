import { createHash } from 'node:crypto';

/**
 * An exchange of the push channel without what lies in the bundles: `pushBody` puts the body together again, to the byte.
 * Throws when a body has a form that this cannot.
 */
export function shortExchange({ method, path, headers, body, status, answer }, bundles) {
  const short = shortBody(body, bundles);
  if (!pushBody(short, bundles).equals(body)) throw new Error(`A push body has another form: ${body}`);
  return { request: { method, path, headers, body: short, bodySha256: sha256(body) }, status, answer };
}

/** The body behind a short one. */
export function pushBody(short, bundles) {
  if (short === null) return Buffer.alloc(0);
  if ('text' in short) return Buffer.from(short.text);
  if ('artifact' in short) return bundles[short.of].artifacts[short.artifact];
  const { text, artifacts } = bundles[short.bundle];
  const texts = short.artifacts?.map((digest) => [digest, artifacts[digest].toString()]);
  return Buffer.from(JSON.stringify({ v: short.v, bundle: text, artifacts: texts && Object.fromEntries(texts) }));
}

function shortBody(body, bundles) {
  if (body.length === 0) return null;
  const blob = Object.entries(bundles).find(([, { artifacts }]) => Object.hasOwn(artifacts, sha256(body)));
  if (blob) return { artifact: sha256(body), of: blob[0] };
  const { v, bundle, artifacts } = JSON.parse(body.toString());
  const known = Object.entries(bundles).find(([, { text }]) => text === bundle);
  return known ? { v, bundle: known[0], artifacts: artifacts && Object.keys(artifacts) } : { text: body.toString() };
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
