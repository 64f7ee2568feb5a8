// The heap of a Worker's isolate, through workerd's inspector.

/** Connects; `heap()` gives the MB in use. */
export async function openInspector(miniflare) {
  const address = await miniflare.getInspectorURL();
  const targets = await (await fetch(new URL('/json', address.href.replace(/^ws/, 'http')))).json();
  const { webSocketDebuggerUrl } = targets.find(({ id, title }) => `${id} ${title}`.includes('worker')) ?? targets[0];
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(data);
    waiting.get(id)?.(result);
    waiting.delete(id);
  };
  let last = 0;
  const ask = (method) =>
    new Promise((resolve) => {
      waiting.set((last += 1), resolve);
      socket.send(JSON.stringify({ id: last, method }));
    });
  const heap = async () => {
    const { usedSize, backingStorageSize = 0 } = await ask('Runtime.getHeapUsage');
    return (usedSize + backingStorageSize) / 1024 ** 2;
  };
  return { heap, close: () => socket.close() };
}
