// Fuzzes AgentScript longer than the test suite does. Run: node scripts/fuzz-agentscript.mjs --seconds 600 --seed 7
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

// The project's own Node: workerd's tools want a newer one than whoever starts this may have.
const node = resolve('node/bin/node');
const jest = [resolve('jest/bin/jest'), '__tests__/agentscript-corpus/fuzz.test.ts'];
const { status } = spawnSync(node, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...jest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: values.seconds, FUZZ_SEED: values.seed },
});
process.exitCode = status ?? 1;
