import { createFloodGuard, type FloodGuard } from '../../../../src/runtime/mcp/http/flood-guard.js';

const SUBSCRIBE = 'resources/subscribe';

const named = (caller: string) => async () => caller;

async function passed(guard: FloodGuard, caller: string, now: number, method = SUBSCRIBE): Promise<number> {
  const answers = Array.from({ length: 2000 }, () => guard(named(caller), method, now));
  return (await Promise.all(answers)).filter(Boolean).length;
}

test('lets a burst through, then as many as time allows', async () => {
  const guard = createFloodGuard();
  expect(await passed(guard, 'a', 0)).toBe(60);
  expect(await passed(guard, 'a', 1000)).toBe(2);
  expect(await passed(guard, 'a', 1_000_000)).toBe(60);
});

test('serves who shares a name with a storm that does not end, as time allows', async () => {
  const guard = createFloodGuard();
  await passed(guard, 'a', 0);
  let served = 0;
  for (let now = 1; now <= 10_000; now += 10) served += (await guard(named('a'), SUBSCRIBE, now)) ? 1 : 0;
  expect(served).toBeGreaterThanOrEqual(19);
  expect(served).toBeLessThanOrEqual(20);
});

test('counts callers apart', async () => {
  const guard = createFloodGuard();
  await passed(guard, 'a', 0);
  expect(await guard(named('b'), SUBSCRIBE, 0)).toBe(true);
});

test('leaves every other method alone', async () => {
  const guard = createFloodGuard();
  await passed(guard, 'a', 0);
  expect(await guard(named('a'), 'tools/list', 0)).toBe(true);
  expect(await guard(named('a'), undefined, 0)).toBe(true);
});

test('lets a caller begin 300 sessions at once, then one a second, and counts them apart from subscriptions', async () => {
  const guard = createFloodGuard();
  expect(await passed(guard, 'a', 0, 'initialize')).toBe(300);
  expect(await passed(guard, 'a', 5000, 'initialize')).toBe(5);
  expect(await guard(named('a'), SUBSCRIBE, 5000)).toBe(true);
});

test('asks who calls only where it counts', async () => {
  const nobody = () => Promise.reject(new Error('was asked'));
  const guard = createFloodGuard();
  expect(await guard(nobody, 'tools/list', 0)).toBe(true);
  await expect(guard(nobody, 'initialize', 0)).rejects.toThrow('was asked');
});
