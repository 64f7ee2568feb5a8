import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../support/dist-path.js';
import { runNode } from '../support/run-program.js';

/** Lints texts as if they were the files named; prints the rules that each broke. */
const LINT = `import { ESLint } from 'eslint';
const eslint = new ESLint({ cwd: process.argv[1] });
const broken = [];
for (const [filePath, text] of JSON.parse(process.argv[2])) {
  const [{ messages }] = await eslint.lintText(text, { filePath });
  broken.push(messages.map(({ ruleId }) => ruleId));
}
console.log(JSON.stringify(broken));`;

async function rulesBrokenBy(files: [path: string, text: string][]): Promise<string[][]> {
  const paths = files.map(([path, text]) => [join(ROOT, 'src/runtime', path), text]);
  const { code, stdout, stderr } = await runNode(['--input-type=module', '-e', LINT, ROOT, JSON.stringify(paths)], {
    cwd: ROOT,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as string[][];
}

/** A new file of a room that imports another file of src/runtime/. */
function importOf(room: string, file: string): [string, string] {
  const up = '../'.repeat(room.split('/').length);
  return [`${room}/new-file.ts`, `import * as other from '${up}${file}.js';\nexport const copy = other;\n`];
}

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, 'src/runtime', path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name).replaceAll('\\', '/'));
}

const WALL = ['import-x/no-restricted-paths'];

test('every room of the Worker has a row: none reaches the file that puts them together', async () => {
  const rooms = [...(await foldersIn('')), ...(await foldersIn('store'))];
  expect(rooms).toContain('store/bundle-do');
  const broken = await rulesBrokenBy(rooms.map((room) => importOf(room, 'create-worker')));
  expect(Object.fromEntries(rooms.map((room, index) => [room, broken[index]]))).toEqual(
    Object.fromEntries(rooms.map((room) => [room, WALL])),
  );
});

test('the walls that a security reader relies on fail when they are broken', async () => {
  const walls: [room: string, file: string][] = [
    ['agentscript', 'log'],
    ['agentscript/engine', 'upstream/call-api'],
    ['mcp', 'routes/answer-request'],
    ['mcp/tools', 'store/bundle-do/bundle-do'],
    ['resync', 'mcp/serve'],
    ['store/bundle-do', 'store/snapshots/isolate'],
    ['store/snapshots', 'store/bundle-do/bundle-do'],
    ['store', 'mcp/serve'],
    ['issuer', 'auth/authenticate'],
    ['catalog', 'upstream/call-api'],
    ['upstream', 'auth/outbound/credentials'],
  ];
  const broken = await rulesBrokenBy(walls.map(([room, file]) => importOf(room, file)));
  expect(walls.map((wall, index) => [...wall, broken[index]])).toEqual(walls.map((wall) => [...wall, WALL]));
});

test('only upstream and issuer name the global fetch', async () => {
  const text = "export const ask = (): Promise<Response> => fetch('https://api.example.com/');\n";
  const rooms = ['mcp', 'routes', 'resync', 'auth', 'agentscript', 'upstream', 'issuer'];
  const broken = await rulesBrokenBy(rooms.map((room) => [`${room}/new-file.ts`, text]));
  expect(rooms.filter((_, index) => broken[index]?.length === 0)).toEqual(['upstream', 'issuer']);
});
