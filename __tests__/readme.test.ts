import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { COMMANDS } from '../src/cli/command-table.js';
import { parseArguments } from '../src/cli/parse-arguments.js';
import { ROOT } from './support/dist-path.js';
import { runCli } from './support/run-cli.js';

const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
  language,
  text,
}));
const block = (language: string, has: string) =>
  blocks.find((each) => each.language === language && each.text.includes(has))?.text ?? '';

const OPENAPI = {
  openapi: '3.0.3',
  info: { title: 'Acme', version: '1' },
  servers: [{ url: 'https://api.acme.example' }],
  security: [{ token: [] }],
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  paths: {
    '/orders/{id}': {
      get: {
        operationId: 'getOrder',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: { description: 'ok' } },
      },
    },
    '/refunds': { post: { operationId: 'issueRefund', responses: { 201: { description: 'ok' } } } },
  },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frontmcp-readme-'));
  await write('frontmcp.deploy.yaml', block('yaml', 'trustRoots'));
  await write('skills/refund-order/SKILL.md', block('markdown', 'refund-order'));
  await write('openapi/acme.yaml', JSON.stringify(OPENAPI));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

test('the project that the README shows, copied as it stands, has no problems', async () => {
  const { code, stdout } = await runCli(['deploy', 'validate'], { cwd: folder });
  expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: 'no problems' });
});

test('the workflow that the README shows gives the action inputs it has, and deploys the project shown below it', () => {
  const workflow = parse(block('yaml', 'actions/checkout')) as {
    jobs: { deploy: { steps: { uses?: string; with?: object; env?: object }[] } };
  };
  const step = workflow.jobs.deploy.steps.find(({ uses }) => uses?.startsWith('frontmcp/'));
  const manifest = block('yaml', 'trustRoots');
  expect(Object.keys(step?.with ?? {})).toEqual(['signing-key']);
  expect(Object.keys(step?.env ?? {})).toEqual([...manifest.matchAll(/\$\{env:(\w+)\}/g)].map(([, name]) => name));
});

test('every command that the README shows exists, with its options', () => {
  const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.split('\n'));
  const shown = lines
    .filter((line) => line.startsWith('frontmcp deploy '))
    .map((line) => line.replace(/ +#.*/, '').split(' ').slice(2));
  expect(shown.length).toBeGreaterThan(1);
  for (const [name, ...rest] of shown) {
    const command = COMMANDS.find((each) => each.name === name);
    expect(command && parseArguments(rest, command)).toMatchObject({ ok: true });
  }
});

test('the secret that keygen proposes for the key of the README is the one that its manifest names', async () => {
  const { stdout } = await runCli(['deploy', 'keygen', '--kid', 'prod-2026']);
  const proposed = /publicKeySecret: (\w+)/.exec(stdout)?.[1] ?? 'none';
  expect(block('yaml', 'trustRoots')).toContain(`publicKeySecret: ${proposed} }`);
  expect(block('sh', 'keygen')).toContain(`wrangler secret put ${proposed} `);
});
