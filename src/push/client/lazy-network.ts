import type { ProxyFetch } from './proxy-fetch.js';

/** Makes a network that is opened with its first request: a run without requests loads nothing for it. */
export function lazyNetwork(open: () => Promise<ProxyFetch>): ProxyFetch {
  let opened: Promise<ProxyFetch> | undefined;
  return {
    fetch: async (...request) => (await (opened ??= open())).fetch(...request),
    // The request that needed the network has already reported why it could not be opened.
    close: async () =>
      opened?.then(
        (network) => network.close(),
        () => undefined,
      ),
  };
}
