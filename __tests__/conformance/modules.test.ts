import { fileURLToPath } from 'node:url';
import { buildConformanceWorker, shippedModules } from '../../scripts/conformance/build-worker.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the Worker under conformance is the shipped one and its fixtures, nothing else', async () => {
  const { modules } = (await buildConformanceWorker(root)) as { modules: string[] };
  const shipped = (await shippedModules(root)) as string[];
  const fixtures = modules.filter((module) => !shipped.includes(module));
  expect(fixtures).toContain('__tests__/conformance/fixture-worker.ts');
  expect(fixtures.filter((module) => !module.startsWith('__tests__/conformance/'))).toEqual([]);
  expect(shipped.filter((module) => !modules.includes(module))).toEqual([]);
  expect(shipped.filter((module) => module.startsWith('__tests__/'))).toEqual([]);
});
