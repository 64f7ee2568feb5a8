import { createGate } from '../../src/runtime/gate.js';

test('lets so many in, takes places back, and gives up at the deadline or when the client goes', async () => {
  const now = 0;
  const gate = createGate(1, () => now);
  const leave = await gate.enter(100);
  expect(leave).toBeDefined();
  expect(await gate.enter(5)).toBeUndefined();
  expect(await gate.enter(1_000, { signal: AbortSignal.abort() })).toBeUndefined();
  leave?.();
  expect(await gate.enter(100, { signal: new AbortController().signal })).toBeDefined();
});

test('gives a place back whose holder never left, once its time is over', async () => {
  let now = 0;
  const gate = createGate(1, () => now);
  await gate.enter(100);
  expect(await gate.enter(5)).toBeUndefined();
  now = 101;
  expect(await gate.enter(200)).toBeDefined();
});

test('counts each key apart', async () => {
  const gate = createGate(1, () => 0);
  expect(await gate.enter(5, { key: 'a' })).toBeDefined();
  expect(await gate.enter(5, { key: 'b' })).toBeDefined();
  expect(await gate.enter(5, { key: 'a' })).toBeUndefined();
});
