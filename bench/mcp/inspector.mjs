// The heap of a Worker's isolate, through workerd's inspector.

/**
 * Connects; `heap()` gives the MB in use.
 * @param {import('miniflare').Miniflare} miniflare
 */
export async function openInspector(miniflare) {
  const address = await miniflare.getInspectorURL();
  const listed = await (await fetch(new URL('/json', address.href.replace(/^ws/, 'http')))).json();
  const targets = /** @type {{ id: string, title: string, webSocketDebuggerUrl: string }[]} */ (listed);
  const target = targets.find(({ id, title }) => `${id} ${title}`.includes('worker')) ?? targets[0];
  if (!target) throw new Error('the inspector knows no Worker');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
  /** @type {Map<number, (result: unknown) => void>} */
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(data);
    waiting.get(id)?.(result);
    waiting.delete(id);
  };
  let last = 0;
  /**
   * @param {string} method
   * @returns {Promise<unknown>}
   */
  const ask = (method) =>
    new Promise((resolve) => {
      waiting.set((last += 1), resolve);
      socket.send(JSON.stringify({ id: last, method }));
    });
  const heap = async () => {
    const usage = await ask('Runtime.getHeapUsage');
    const { usedSize, backingStorageSize = 0 } = /** @type {{ usedSize: number, backingStorageSize?: number }} */ (
      usage
    );
    return (usedSize + backingStorageSize) / 1024 ** 2;
  };
  return { heap, close: () => socket.close() };
}
