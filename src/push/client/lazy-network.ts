import type { ProxyFetch } from './proxy-fetch.js';

/** Makes a network that is opened with its first request: a run without one loads nothing for it. */
export function lazyNetwork(open: () => Promise<ProxyFetch>): ProxyFetch {
  let opened: Promise<ProxyFetch> | undefined;
  return {
    fetch: async (...request) => (await (opened ??= open())).fetch(...request),
    // What could not be opened is told by the request that needed it.
    close: async () =>
      opened?.then(
        (network) => network.close(),
        () => undefined,
      ),
  };
}
