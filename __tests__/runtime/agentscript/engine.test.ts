import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCallQueue } from '../../../src/runtime/agentscript/call-queue.js';
import { prepareEngine } from '../../../src/runtime/agentscript/engine/prepare.js';
import { ENGINE_SHA256 } from '../../../src/wrangler/script-engine.js';
import { errorOf, resultOf } from './run-in-node.js';

const file = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');

test('the installed engine is the one that is pinned', () => {
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(ENGINE_SHA256);
});

test('the engine’s countdown to its ticks is found', async () => {
  const { pollCounter } = await prepareEngine(new WebAssembly.Module(readFileSync(file)));
  expect(pollCounter).toEqual(expect.any(Number));
});

test('a compiler that has refused a script, or has grown, compiles the next as if it were the first', async () => {
  // What only the engine refuses, and long scripts, which make the compiler's memory grow.
  const { compiler } = await prepareEngine(new WebAssembly.Module(readFileSync(file)));
  expect(await compiler.compile('return (;')).toMatchObject({ ok: false, message: expect.not.stringContaining('/') });
  const { bytecode } = (await compiler.compile('return 1;')) as { bytecode: Uint8Array };
  expect(await compiler.compile(`return [${'{ a: [1, 2, () => 3] },'.repeat(20_000)}].length;`)).toMatchObject({
    ok: true,
  });
  expect(await compiler.compile('return 1;')).toEqual({ ok: true, bytecode });
  expect(await resultOf('const a = 1; return a;')).toBe(1);
});

test('scripts at the same time do not meet', async () => {
  const results = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      resultOf(
        `Object.prototype.seen = (Object.prototype.seen ?? 0) + 1; await acme.getOrder({}); return [${n}, ({}).seen];`,
      ),
    ),
  );
  expect(results).toEqual(Array.from({ length: 12 }, (_, n) => [n, 1]));
});

test('a script that is stopped leaves the next one whole', async () => {
  await errorOf('for (;;);');
  await errorOf('const all = []; for (;;) all.push("x".repeat(10000) + all.length);');
  expect(await resultOf('return "fine";')).toBe('fine');
});

test('a queue runs so many at a time, and forgets what waits when it is closed', async () => {
  const queue = createCallQueue(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  for (const n of [1, 2, 3, 4])
    queue.add(
      () =>
        new Promise((resolve) => {
          started.push(n);
          ends.push(resolve);
        }),
    );
  expect(started).toEqual([1, 2]);
  ends[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(started).toEqual([1, 2, 3]);
  queue.close();
  ends[1]?.();
  await new Promise((resolve) => setImmediate(resolve));
  queue.add(async () => void started.push(5));
  expect(started).toEqual([1, 2, 3]);
});
