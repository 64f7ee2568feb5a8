import * as toolkit from '@actions/core';
import { jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../src/action/core.js';
import { createCore } from '../../src/action/create-core.js';

/** What the runner is sent must be what `@actions/core`, GitHub's own package, sends. */

const HOSTILE = 'a%b\r\nc::d,e: f\n::error::x';
const PLACE = { title: 'ti,tle:', file: 'a b/ä.yaml', startLine: 3, endLine: 4, startColumn: 5, endColumn: 6 };

let folder: string;
const names = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'];
const saved = new Map(names.map((name) => [name, process.env[name]]));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frontmcp-core-'));
});
afterEach(async () => {
  for (const [name, value] of saved) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await rm(folder, { recursive: true, force: true });
});

/** What a use of a core leaves on stdout, in the runner's files and as exit code; delimiters are random. */
async function effectsOf(core: Core, use: (core: Core) => unknown): Promise<object> {
  const printed: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  const exitCode = process.exitCode;
  try {
    await use(core);
    const files = await Promise.all(names.map((name) => readFile(process.env[name] ?? '', 'utf8').catch(() => null)));
    const text = (file: string | null): string | undefined => file?.replaceAll(/ghadelimiter_[-0-9a-f]{36}/g, 'END');
    return { printed: printed.join(''), files: files.map(text), exitCode: process.exitCode };
  } finally {
    write.mockRestore();
    process.exitCode = exitCode;
  }
}

async function expectTheSame(use: (core: Core) => unknown): Promise<object> {
  const effects: object[] = [];
  for (const make of [() => toolkit as unknown as Core, () => createCore(process.env)]) {
    for (const name of names) if (process.env[name]) await writeFile(process.env[name], '');
    effects.push(await effectsOf(make(), use));
  }
  expect(effects[1]).toEqual(effects[0]);
  return effects[1] ?? {};
}

test.each<[string, (core: Core) => unknown]>([
  ['a line', (core) => core.info(HOSTILE)],
  ['a notice', (core) => core.notice(HOSTILE)],
  ['a warning with a place', (core) => core.warning(HOSTILE, PLACE)],
  ['an error with a part of a place', (core) => core.error(HOSTILE, { file: 'a.yaml' })],
  ['an error with an empty title', (core) => core.error(HOSTILE, { title: '', file: 'a.yaml' })],
  ['a failure', (core) => core.setFailed(HOSTILE)],
  ['a secret', (core) => core.setSecret(HOSTILE)],
  ['a group', (core) => (core.startGroup(HOSTILE), core.info('x'), core.endGroup())],
])('prints %s as GitHub’s package does', async (_, use) => {
  expect(await expectTheSame(use)).toMatchObject({ printed: expect.stringMatching(/./) });
});

test('writes outputs and the summary as GitHub’s package does', async () => {
  for (const name of names) process.env[name] = join(folder, name);
  const effects = await expectTheSame(async (core) => {
    core.setOutput('first', HOSTILE);
    core.setOutput('empty', '');
    await core.summary.addRaw('# One\n').write();
    await core.summary.addRaw(HOSTILE).write();
  });
  expect(effects).toMatchObject({ printed: '', files: [expect.stringContaining('first<<END'), `# One\n${HOSTILE}`] });
});

test('prints outputs for runners without a file for them', async () => {
  delete process.env['GITHUB_OUTPUT'];
  expect(await expectTheSame((core) => core.setOutput('name', HOSTILE))).toMatchObject({
    printed: expect.stringContaining('::set-output name=name::'),
  });
});

test('fails when a file of the runner does not exist', async () => {
  for (const name of names) process.env[name] = join(folder, 'absent');
  const core = createCore(process.env);
  expect(() => core.setOutput('name', 'value')).toThrow(join(folder, 'absent'));
  await expect(core.summary.addRaw('text').write()).rejects.toThrow(join(folder, 'absent'));
});
