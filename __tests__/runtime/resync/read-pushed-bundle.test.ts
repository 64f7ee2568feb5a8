import { jest } from '@jest/globals';
import { readPushBody } from '../../../src/runtime/resync/read-pushed-bundle.js';

afterEach(() => jest.useRealTimers());

function request(body: ReadableStream | string, headers: Record<string, string> = {}): Request {
  return new Request('https://acme.example/', { method: 'POST', body, headers, ...{ duplex: 'half' } });
}

test('reads a body that arrives in pieces', async () => {
  const pieces = new ReadableStream({
    start(controller) {
      for (const piece of ['{"text":"', 'é', '"}']) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  expect(await readPushBody(request(pieces), 100)).toEqual({ ok: true, text: '{"text":"é"}' });
});

test('gives up on a body that does not arrive', async () => {
  jest.useFakeTimers();
  let cancelled = false;
  const stalled = new ReadableStream({ cancel: () => void (cancelled = true) });
  const reading = readPushBody(request(stalled), 100);
  await jest.advanceTimersByTimeAsync(20_000);
  expect(await reading).toEqual({ ok: false, refusal: { code: 'timeout', facts: { seconds: 20 } } });
  expect(cancelled).toBe(true);
});

test('stops reading at the limit', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(10));
    },
  });
  const outcome = await readPushBody(request(endless), 25);
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'too_large', facts: { limit: 25 } } });
  expect(sent).toBeLessThan(10);
});

test('refuses a byte order mark by leaving it in, where no JSON begins with it', async () => {
  expect(await readPushBody(request('\uFEFF{}'), 100)).toEqual({ ok: true, text: '\uFEFF{}' });
});
