import { jest } from '@jest/globals';
import { drainBody, readBody } from '../../src/runtime/read-body.js';

afterEach(() => jest.useRealTimers());

/** A body of ten bytes a piece, which counts what was asked of it. */
function pieces(count: number): { body: ReadableStream<Uint8Array>; sent: () => number; isCancelled: () => boolean } {
  let sent = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === count) return controller.close();
      sent += 1;
      controller.enqueue(new Uint8Array(10).fill(sent));
    },
    cancel: () => void (cancelled = true),
  });
  return { body, sent: () => sent, isCancelled: () => cancelled };
}

test('reads a body of exactly the limit', async () => {
  expect(await readBody(pieces(2), 20)).toEqual({
    outcome: 'whole',
    bytes: Uint8Array.from([...Array(10).fill(1), ...Array(10).fill(2)]),
  });
  expect(await readBody({ body: null }, 0)).toEqual({ outcome: 'whole', bytes: new Uint8Array(0) });
});

test('cancels what is past the limit, and gives the bytes up to it', async () => {
  const source = pieces(100);
  const read = await readBody(source, 15);
  expect(read.outcome === 'too_large' && read.beginning()).toEqual(
    Uint8Array.from([...Array(10).fill(1), ...Array(5).fill(2)]),
  );
  expect(source.isCancelled()).toBe(true);
  expect(source.sent()).toBeLessThan(5);
});

test('does not wait for a sender that never lets go', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel: () => new Promise(() => undefined),
  });
  expect(await readBody({ body }, 15)).toMatchObject({ outcome: 'too_large' });
});

test('cancels a body that does not arrive in time', async () => {
  jest.useFakeTimers();
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
  const reading = readBody({ body }, 100, 5000);
  await jest.advanceTimersByTimeAsync(5000);
  expect(await reading).toEqual({ outcome: 'timeout' });
  expect(cancelled).toBe(true);
});

test('throws what the stream throws', async () => {
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('reset')) });
  await expect(readBody({ body }, 100)).rejects.toThrow('reset');
});

test('drains a body up to its bound, and never rejects', async () => {
  const source = pieces(100);
  await drainBody(source, 30, 1000);
  expect(source.isCancelled()).toBe(true);
  expect(source.sent()).toBeLessThan(6);
  const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('reset')) });
  await expect(drainBody({ body: broken }, 30, 1000)).resolves.toBeUndefined();
});
