import { jest } from '@jest/globals';
import { anonymousCaller } from '../../../src/runtime/auth/authenticate.js';
import type { McpContext } from '../../../src/runtime/mcp/context.js';
import { openContext } from '../../../src/runtime/mcp/open-context.js';
import type { SkillActionRecord } from '../../../src/runtime/mcp/action-record.js';
import type { Isolate } from '../../../src/runtime/store/snapshots/isolate.js';
import { fixtureBundle } from './fixture-bundle.js';
import { memorySnapshot } from './memory-snapshot.js';

const snapshot = memorySnapshot(fixtureBundle({ skills: {}, operations: {} }));
const record = (operation: string): SkillActionRecord => ({
  type: 'action',
  operation,
  result: 'ok',
  status: 200,
  inputHash: '',
});

/** Batches that reached the store, and how the next is answered. */
let batches: string[][];
let append: () => Promise<unknown>;
let underWay: Promise<unknown>[];
let isolate: Isolate;

beforeEach(() => {
  jest.useFakeTimers();
  [batches, underWay] = [[], []];
  append = async () => null;
  const appendActions = (_: unknown, actions: { details: { operation: string } }[]): Promise<unknown> => {
    batches.push(actions.map(({ details }) => details.operation));
    return append();
  };
  isolate = {
    compiled: { identity: { name: 'acme', environment: 'base' } },
    bindings: { store: { appendActions } },
  } as unknown as Isolate;
});
afterEach(() => jest.useRealTimers());

/** A request of its own in the same isolate. */
function open(): McpContext {
  const waitUntil = (work: Promise<unknown>): void => void underWay.push(work);
  return openContext({ isolate, env: {}, requestId: 'r', waitUntil }, snapshot, anonymousCaller());
}

test('records of calls that only read are sent together, a moment after their answers', async () => {
  await open().record([record('acme.a')], 'read');
  await open().record([record('acme.b'), record('acme.c')], 'read');
  await jest.advanceTimersByTimeAsync(99);
  expect(batches).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  await Promise.all(underWay);
  expect(batches).toEqual([['acme.a', 'acme.b', 'acme.c']]);
});

test('the 64th record that waits does not wait', async () => {
  for (let number = 0; number < 64; number += 1) await open().record([record(`acme.${number}`)], 'read');
  await Promise.resolve();
  expect(batches).toHaveLength(1);
  expect(batches[0]).toHaveLength(64);
});

test('the record of a call that may have changed something is in the store before its answer leaves', async () => {
  let stored = false;
  append = async () => {
    await Promise.resolve();
    stored = true;
  };
  await open().record([record('acme.write')], 'write');
  expect([stored, batches]).toEqual([true, [['acme.write']]]);
});

test('a store that is out of reach fails no call, and leaves a line in the log', async () => {
  append = () => Promise.reject(new Error('gone'));
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await open().record([record('acme.write')], 'write');
  expect(JSON.parse(String(logged.mock.calls[0]?.[0]))).toMatchObject({
    event: 'audit_append_failed',
    requestId: 'r',
    reason: 'Error: gone',
  });
  logged.mockRestore();
});

test('records of two isolates are kept apart', async () => {
  const first = open();
  await first.record([record('acme.a')], 'read');
  isolate = { ...isolate };
  await open().record([record('acme.b')], 'read');
  await jest.advanceTimersByTimeAsync(100);
  await Promise.all(underWay);
  expect(batches).toEqual([['acme.a'], ['acme.b']]);
});
