import { buildCommandLine } from '../../scripts/journeys/build-command-line.mjs';
import type { Entered } from '../../scripts/journeys/counter.mjs';
import { readSourceFiles, type SourceFile } from '../../scripts/journeys/read-source-files.mjs';
import { figuresOf, figuresOfFiles, stopsOf } from '../../scripts/journeys/figures.mjs';
import { makeDirectory } from '../support/git-project.js';

/** A command line that enters seven functions of three files; everything else must not count. */
const PROJECT = {
  'src/cli/index.ts': `import { main } from './main.js';\nprocess.exitCode = await main(process.argv.slice(2));\n`,
  'src/cli/main.ts': `import { TABLE } from './table.js';
import type { Row } from './row.js';
export async function main(words: readonly string[]): Promise<number> {
  const row: Row | undefined = TABLE.find(({ name }) => name === words[0]);
  const { run } = await import('./run.js');
  return row ? run(row) : notFound();
}
function notFound(): number {
  return 1;
}
`,
  'src/cli/table.ts': `import { define } from './define.js';\nexport const TABLE = [define('count'), define('other')];\n`,
  'src/cli/define.ts': `import type { Row } from './row.js';\nexport const define = (name: string): Row => ({ name });\n`,
  'src/cli/row.ts': `export interface Row {\n  name: string;\n}\n`,
  'src/cli/run.ts': `import { define } from './define.js';
import { Counter } from './counter.js';
const OWN = define('own');
export function run(row: { name: string }): number {
  'use strict';
  const counter = new Counter();
  for (const each of counter.upTo(3)) counter.add(each);
  return counter.total - (row.name === OWN.name ? 0 : 6);
}
`,
  'src/cli/counter.ts': `export class Counter {
  #total: number;
  constructor() {
    this.#total = 0;
  }
  get total(): number {
    return this.#total;
  }
  add = (amount: number): unknown => (this.#total += amount);
  *upTo(most: number): Iterable<number> {
    for (let at = 1; at <= most; at += 1) yield at;
  }
  never(): void {}
}
`,
  'src/cli/never.ts': `export { Counter } from './counter.js';\nexport function never(): void {}\n`,
  'dist/runtime/index.js': '',
};

let project: ReturnType<typeof makeDirectory>;
let scratch: ReturnType<typeof makeDirectory>;
let files: Map<string, SourceFile>;
let entered: Entered[];

beforeAll(async () => {
  project = makeDirectory(PROJECT);
  scratch = makeDirectory({});
  files = await readSourceFiles(project.directory);
  entered = await (await buildCommandLine(project.directory, scratch.directory)).run(['count']);
});

afterAll(() => {
  project.remove();
  scratch.remove();
});

test('lists what a run enters, in order, without what runs while modules are evaluated', () => {
  expect(stopsOf(entered, files)).toEqual([
    { path: 'src/cli/main.ts', lines: 10, functions: ['main'], isAfter: false },
    { path: 'src/cli/run.ts', lines: 9, functions: ['run'], isAfter: false },
    {
      path: 'src/cli/counter.ts',
      lines: 14,
      functions: ['constructor', 'upTo', 'add', 'total'],
      isAfter: false,
    },
  ]);
});

test('counts functions once, callbacks included', () => {
  expect(figuresOf(entered, files)).toEqual({ files: 3, functions: 7, longest: 14, oneImporter: 2, filesAfter: 0 });
});

test('what is entered only after the answer is told apart', () => {
  const late = entered.map((each) => ({ ...each, isAfter: each.file === 'src/cli/counter.ts' }));
  expect(figuresOf(late, files)).toEqual({ files: 2, functions: 3, longest: 10, oneImporter: 2, filesAfter: 1 });
});

test('counts the files that have code, their functions, and who imports their values', () => {
  expect([...files.keys()]).not.toContain('src/cli/row.ts');
  expect(figuresOfFiles(files.values())).toEqual({ files: 7, functions: 11, longest: 14, oneImporter: 3 });
});

test('a run that fails rejects with what it printed', async () => {
  const commandLine = await buildCommandLine(project.directory, scratch.directory);
  await expect(commandLine.run(['absent'])).rejects.toThrow('"frontmcp absent" ended with 1');
});
