import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSession } from '../../src/cli/session.js';
import { readSigningKey } from '../../src/cli/read-signing-key.js';
import { makeDirectory } from '../support/git-project.js';

const made = makeDirectory({});
afterAll(() => made.remove());

async function session(options: Record<string, string | true>, variables: Record<string, string> = {}) {
  const written: string[] = [];
  const stream = { write: (text: string) => void written.push(text) };
  let stop = (): void => undefined;
  const opened = await openSession('push', new Map(Object.entries(options)), {
    stdout: stream,
    stderr: stream,
    variables,
    cwd: made.directory,
    distDirectory: made.directory,
    openNetwork: () => Promise.reject(new Error('no network here')),
    onStop: (handler) => {
      stop = handler;
      return () => undefined;
    },
  });
  return { opened, written, stop: () => stop() };
}

test.each([
  ['the variable', {}, { FRONTMCP_SIGNING_KEY: 'the-signing-key\n' }],
  ['a file', { 'key-file': 'key.pem' }, {}],
])('a key from %s is not printed from then on, wherever it turns up', async (_where, options, variables) => {
  await writeFile(join(made.directory, 'key.pem'), 'the-signing-key\n');
  const { opened, written } = await session(options, variables);
  expect(await readSigningKey(opened)).toEqual({ ok: true, signingKey: 'the-signing-key\n' });
  opened.print('a the-signing-key b\n');
  opened.tell('c the-signing-key d\n');
  opened.fail({ code: 'x', message: 'the-signing-key' });
  expect(written.join('')).not.toContain('the-signing-key');
  expect(written.join('')).toContain('a *** b');
});

test('prefers the file that was named over the variable', async () => {
  await writeFile(join(made.directory, 'key.pem'), 'from-the-file');
  const { opened } = await session({ 'key-file': 'key.pem' }, { FRONTMCP_SIGNING_KEY: 'from-the-variable' });
  expect(await readSigningKey(opened)).toEqual({ ok: true, signingKey: 'from-the-file' });
});

test('refuses a file that is too large to be a key', async () => {
  await writeFile(join(made.directory, 'big.pem'), 'x'.repeat(70_000));
  const { opened } = await session({ 'key-file': 'big.pem' });
  expect(await readSigningKey(opened)).toMatchObject({ ok: false, failure: { code: 'key-file-too-large' } });
});

test('a signal reaches the commands', async () => {
  const { opened, stop } = await session({});
  expect(opened.ports.signal?.aborted).toBe(false);
  stop();
  expect(opened.ports.signal?.aborted).toBe(true);
});

test('closes cleanly when the network could not be opened', async () => {
  const { opened } = await session({});
  await expect(opened.ports.fetch('http://127.0.0.1/')).rejects.toThrow('no network here');
  await expect(opened.close()).resolves.toBeUndefined();
});
