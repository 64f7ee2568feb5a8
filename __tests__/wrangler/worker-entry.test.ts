import { readFile } from 'node:fs/promises';
import { WORKER_ENTRY } from '../../src/wrangler/worker-entry.js';

test('the emitted worker.ts is the one in examples/', async () => {
  expect(await readFile('examples/worker/worker.ts', 'utf8')).toBe(WORKER_ENTRY);
});
