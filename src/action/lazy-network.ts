import type { ActionPorts } from './action-ports.js';

type Network = Awaited<ReturnType<ActionPorts['openNetwork']>>;

/** A network that is opened with the first request: a dry run makes none and loads nothing for it. */
export function lazyNetwork({ openNetwork }: Pick<ActionPorts, 'openNetwork'>): Network {
  let opened: Promise<Network> | undefined;
  return {
    fetch: async (...request) => (await (opened ??= openNetwork())).fetch(...request),
    // What could not be opened is told by the request that needed it.
    close: async () =>
      opened?.then(
        (network) => network.close(),
        () => undefined,
      ),
  };
}
