// Ten operations of GitHub's whole REST description (13 MB), from file to served, beside JSON.parse and SHA-256 of its bytes.
// The document is looked for in ../shared/specs/github.json, or where GITHUB_OPENAPI says; it is not part of this repository.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, printTable } from './table.mjs';

const RUNS = 7;
const OPERATIONS = [
  'issues/list-for-repo',
  'issues/get',
  'issues/create',
  'issues/update',
  'issues/create-comment',
  'pulls/list',
  'pulls/get',
  'repos/get',
  'search/issues-and-pull-requests',
  'users/get-authenticated',
];
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli/index.js');
const document = process.env.GITHUB_OPENAPI ?? join(root, '../shared/specs/github.json');

if (!existsSync(document)) {
  console.log(`There is no ${document}; set GITHUB_OPENAPI to GitHub's description (npm package @octokit/openapi).`);
  process.exit(0);
}

const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-bench-'));
const project = join(scratch, 'project');
await makeProject();
const floor = join(scratch, 'floor.mjs');
await writeFile(
  floor,
  `import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
const bytes = readFileSync(${JSON.stringify(join(project, 'openapi/github.json'))});
JSON.parse(bytes.toString('utf8'));
console.log(createHash('sha256').update(bytes).digest('hex'));
`,
);
await writeFile(join(scratch, 'bare.mjs'), '');
await writeFile(
  join(scratch, 'probe.mjs'),
  'process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`));\n',
);

/** @type {[name: string, args: string[]][]} */
const subjects = [
  ['bare Node', [join(scratch, 'bare.mjs')]],
  ['JSON.parse and SHA-256', [floor]],
  ['frontmcp --version', [cli, '--version']],
  ['frontmcp deploy build, 10 operations', [cli, 'deploy', 'build', '--out', join(scratch, 'out')]],
];
/** @type {Map<string, number[]>} */
const times = new Map(subjects.map(([name]) => [name, []]));
/** @type {Map<string, number[]>} */
const memory = new Map(subjects.map(([name]) => [name, []]));
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, args] of subjects) {
    const { milliseconds, megabytes } = await measure(args);
    times.get(name)?.push(milliseconds);
    memory.get(name)?.push(megabytes);
  }
}
const middle = (/** @type {string} */ name) => median(times.get(name) ?? []);
const base = middle('JSON.parse and SHA-256') - middle('bare Node');
printTable(
  ['', 'ms', 'peak MB'],
  subjects.map(([name]) => [name, middle(name).toFixed(0), median(memory.get(name) ?? []).toFixed(0)]),
);
const work = middle('frontmcp deploy build, 10 operations') - middle('frontmcp --version');
console.log(
  `\nBuild without start-up: ${work.toFixed(0)} ms, ${(work / base).toFixed(2)} x of JSON.parse and SHA-256 of the document (${base.toFixed(0)} ms).`,
);

const index = await stat(join(scratch, 'out/bundle.json'));
console.log(`Index: ${(index.size / 1024).toFixed(1)} KiB.`);
console.log(
  `Served by a local Worker after ${(await timeToServe()).toFixed(0)} ms (build, start of workerd, signed push).`,
);
await rm(scratch, { recursive: true, force: true });

async function makeProject() {
  await mkdir(join(project, 'openapi'), { recursive: true });
  await mkdir(join(project, 'skills/triage'), { recursive: true });
  await cp(document, join(project, 'openapi/github.json'));
  const manifest = await readFile(join(root, 'bench/github.deploy.yaml'), 'utf8');
  await writeFile(join(project, 'frontmcp.deploy.yaml'), manifest);
  await writeFile(join(project, '.dev.vars'), 'GITHUB_API_TOKEN=none\n');
  const references = OPERATIONS.map((id) => `- [[op:github/${id}]]`).join('\n');
  await writeFile(
    join(project, 'skills/triage/SKILL.md'),
    `---\nname: triage\ndescription: Sort issues. Use when somebody asks what is open.\n---\n\n${references}\n`,
  );
}

/**
 * Wall time and peak resident memory of a child process, from its own last word.
 * @param {string[]} args
 * @returns {Promise<{ milliseconds: number, megabytes: number }>}
 */
function measure(args) {
  return new Promise((resolve, reject) => {
    const probe = join(scratch, 'probe.mjs');
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', probe, ...args], {
      cwd: project,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`${args.join(' ')} ended with ${code}:\n${stderr}`));
      const peak = /peak (\d+)/.exec(stderr)?.[1];
      resolve({ milliseconds: performance.now() - started, megabytes: Number(peak) / 1024 });
    });
  });
}

async function timeToServe() {
  const started = performance.now();
  const child = spawn(process.execPath, [cli, 'deploy', 'dev', '--no-watch', '--port', '0'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('ready ') && resolve(undefined));
    child.on('close', (code) => reject(new Error(`dev ended with ${code}`)));
  });
  const milliseconds = performance.now() - started;
  child.kill('SIGTERM');
  return milliseconds;
}
