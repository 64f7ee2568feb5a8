import * as zlib from 'node:zlib';
import type { ProxyFetch } from '../push/client/proxy-fetch.js';
import type { Io } from './io.js';

/**
 * Opens the network. undici needs the zstd of Node 22.15; an older Node serves with its own fetch, which is the same but for
 * proxies, so that a checkout is usable with whatever Node is there.
 */
export async function openNetwork({ variables, stderr }: Pick<Io, 'variables' | 'stderr'>): Promise<ProxyFetch> {
  if ('createZstdDecompress' in zlib) return (await import('../push/client/proxy-fetch.js')).createFetch(variables);
  const proxies = ['http_proxy', 'https_proxy']
    .flatMap((name) => [name, name.toUpperCase()])
    .filter((name) => variables[name]);
  if (proxies.length > 0)
    stderr.write(
      `${proxies.join(', ')}: not used, because Node ${process.versions.node} is too old for it; Node 24 is not.\n`,
    );
  return { fetch: globalThis.fetch as unknown as ProxyFetch['fetch'], close: async () => undefined };
}
