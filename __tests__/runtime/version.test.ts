import { readFileSync } from 'node:fs';
import { RUNTIME_VERSION } from '../../src/runtime/version.js';

test('the runtime reports the version of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  expect(RUNTIME_VERSION).toBe(version);
});
