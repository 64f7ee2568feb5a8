/** @import { Bench, RunningWorker } from './workers.mjs' */
/** @import { TestBundle } from '../../__tests__/support/worker-bundles.js' */

/**
 * Signs a bundle and posts it; throws when the Worker does not make it live.
 * @param {Bench} bench
 * @param {RunningWorker} worker
 * @param {TestBundle} bundle
 */
export async function pushBundle({ source, key }, { url }, bundle) {
  const response = await fetch(`${url}/_frontmcp/resync`, {
    method: 'POST',
    headers: {
      'content-type': 'application/vnd.frontmcp.push.v1+json',
      'frontmcp-push': source.signTestStatement(key, 'apply', bundle),
    },
    body: source.applyBody(bundle),
  });
  const text = await response.text();
  if (!text.includes('"applied"')) throw new Error(`${response.status} ${text.slice(0, 400)}`);
}
