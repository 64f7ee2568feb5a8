import type { StructuralManifest } from '../../contract/bundle/bundle-index.js';
import { isLoopback } from '../../contract/loopback.js';

/**
 * Whether a request may be for this Worker, by the host it names. Over https the platform has matched the host with a
 * route and a certificate. Over plain http nobody has: there only this machine's own names, and the hosts that the
 * manifest deploys to, are accepted, so that a web page cannot reach a Worker on loopback through a name of its own
 * that resolves to 127.0.0.1 (DNS rebinding).
 */
export function isAllowedHost(url: URL, deployment: StructuralManifest['deployment']): boolean {
  return url.protocol === 'https:' || isLoopback(url.hostname) || deployedHosts(deployment).includes(url.hostname);
}

function deployedHosts({ url, customDomain, routes = [] }: StructuralManifest['deployment']): string[] {
  const patterns = routes.map(({ pattern }) => pattern.replace(/^https?:\/\//, '').split('/')[0] ?? '');
  return [
    ...(url === undefined ? [] : [new URL(url).hostname]),
    ...(customDomain === undefined ? [] : [customDomain]),
    ...patterns,
  ];
}
