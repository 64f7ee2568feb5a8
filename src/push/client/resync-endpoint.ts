import { isSecureUrl } from '../../contract/loopback.js';
import { RESYNC_PATH } from '../../contract/push/routes.js';
import type { PushError } from './push-outcome.js';

/** The address of a Worker's resync endpoint, or why there is none. */
export type Endpoint = { ok: true; url: string } | { ok: false; error: PushError };

/** The resync endpoint below a deployment URL: https, or http on loopback; never with credentials in it. */
export function resyncEndpoint(deploymentUrl: string): Endpoint {
  const url = URL.parse(deploymentUrl.trim());
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return invalid(
      'The deployment URL is not an http(s) address.',
      'It looks like https://orders.example.workers.dev.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    return invalid(
      'The deployment URL has a user name or password in it.',
      'Remove it; a push is authorised by its signature.',
    );
  }
  if (!isSecureUrl(url)) {
    return invalid(
      `The deployment URL http://${url.host} is not encrypted.`,
      'Use https; http is for a Worker on this machine only.',
    );
  }
  return { ok: true, url: `${url.origin}${url.pathname.replace(/\/+$/, '')}${RESYNC_PATH}` };
}

function invalid(message: string, hint: string): Endpoint {
  return { ok: false, error: { code: 'deployment_url_invalid', message, hint } };
}
