import { readFileSync } from 'node:fs';
import { VERSION } from '../../src/contract/version.js';

test('the runtime reports the version of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(VERSION).toBe(version);
});
