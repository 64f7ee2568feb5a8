import { createFloodGuard } from '../../../../src/runtime/mcp/sessions/flood-guard.js';

const SUBSCRIBE = 'resources/subscribe';

function passed(guard: ReturnType<typeof createFloodGuard>, caller: string, now: number): number {
  return Array.from({ length: 2000 }, () => guard(caller, SUBSCRIBE, now)).filter(Boolean).length;
}

test('lets a burst through, then as many as time allows', () => {
  const guard = createFloodGuard();
  expect(passed(guard, 'a', 0)).toBe(60);
  expect(passed(guard, 'a', 1000)).toBe(2);
  expect(passed(guard, 'a', 1_000_000)).toBe(60);
});

test('counts callers apart', () => {
  const guard = createFloodGuard();
  passed(guard, 'a', 0);
  expect(guard('b', SUBSCRIBE, 0)).toBe(true);
});

test('leaves every other method alone', () => {
  const guard = createFloodGuard();
  passed(guard, 'a', 0);
  expect(guard('a', 'tools/list', 0)).toBe(true);
  expect(guard('a', undefined, 0)).toBe(true);
});
