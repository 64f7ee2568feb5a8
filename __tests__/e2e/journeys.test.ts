import { runNode } from '../support/run-program.js';

interface Journey {
  files: number;
  functions: number;
  longest: number;
  list: { path: string }[];
}

test('npm run journeys takes four journeys through the Worker and the command line', async () => {
  const { code, stdout, stderr } = await runNode(['scripts/journeys.mjs', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { journeys, all } = JSON.parse(stdout) as { journeys: Record<string, Journey>; all: Journey };
  const pathsOf = (name: string): string[] => journeys[name]?.list.map(({ path }) => path) ?? [];

  expect(Object.keys(journeys)).toEqual(['invoke', 'execute', 'apply', 'validate']);
  for (const { files, functions, longest } of Object.values(journeys)) {
    expect(files).toBeGreaterThan(10);
    expect(functions).toBeGreaterThan(files);
    expect(longest).toBeLessThanOrEqual(all.longest);
    expect(files).toBeLessThan(all.files);
  }
  // What each is about stands in its list, and what it has nothing to do with does not.
  expect(pathsOf('invoke')[0]).toMatch(/^src\/runtime\/(create-worker|routes\/)/);
  expect(pathsOf('invoke')).toContain('src/contract/request/build-request.ts');
  expect(pathsOf('invoke').some((path) => /agentscript|resync|^src\/(cli|build)/.test(path))).toBe(false);
  expect(pathsOf('execute')).toEqual(expect.arrayContaining(pathsOf('invoke').filter((path) => /upstream/.test(path))));
  expect(pathsOf('execute').some((path) => path.startsWith('src/runtime/agentscript/'))).toBe(true);
  expect(pathsOf('apply').some((path) => path.startsWith('src/runtime/resync/'))).toBe(true);
  expect(pathsOf('apply').some((path) => path.startsWith('src/contract/push/'))).toBe(true);
  expect(pathsOf('validate')).toContain('src/commands/validate.ts');
  expect(pathsOf('validate').some((path) => path.startsWith('src/runtime/'))).toBe(false);
}, 180_000);
