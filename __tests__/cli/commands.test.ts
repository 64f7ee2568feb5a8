import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { refuse, refusedAnswer } from '../../src/contract/push/refusals.js';
import { generateKey } from '../../src/push/keys/generate-key.js';
import { git } from '../support/git-project.js';
import { copyProject, SHOP_VARIABLES, type ProjectCopy } from '../support/project-copy.js';
import { runCli } from '../support/run-cli.js';

let shop: ProjectCopy;
let cwd: string;
const run = (argv: string[], variables: Record<string, string> = SHOP_VARIABLES) =>
  runCli(['deploy', ...argv], { cwd, variables });
const json = (text: string) => JSON.parse(text) as Record<string, never> & { plan: { changes: never; base: never } };
const edit = async (file: string, change: (text: string) => string) =>
  writeFile(join(cwd, file), change(await readFile(join(cwd, file), 'utf8')));

beforeEach(async () => {
  shop = await copyProject('acme-shop');
  cwd = shop.directory;
});
afterEach(() => shop.remove());

describe('validate', () => {
  test('needs no variable, and says that there is nothing to say', async () => {
    const { code, stdout, stderr } = await run(['validate'], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^no problems\n5 skills, 8 operations of 1 API/);
  });

  test('reports findings with a place that can be opened, and fails', async () => {
    await edit('skills/refund-order/SKILL.md', (text) => `${text}\nSee [[op:acme/issueRefunds]].\n`);
    const { code, stdout } = await run(['validate']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^skills\/refund-order\/SKILL\.md:\d+:\d+ error \S+ .*issueRefunds/m);
    expect(stdout).toContain('1 error');
  });

  test('writes the same findings as JSON, as SARIF and as workflow commands', async () => {
    await edit('skills/refund-order/SKILL.md', (text) => `${text}\nSee [[op:acme/issueRefunds]].\n`);
    const asJson = json((await run(['validate', '--format', 'json'])).stdout) as unknown as {
      ok: boolean;
      diagnostics: { file: string; line: number; code: string }[];
    };
    expect(asJson.ok).toBe(false);
    const [finding] = asJson.diagnostics;
    expect(finding?.file).toBe('skills/refund-order/SKILL.md');
    const asSarif = JSON.parse((await run(['validate', '--format', 'sarif'])).stdout) as {
      runs: [{ results: [{ ruleId: string; locations: [{ physicalLocation: { region: { startLine: number } } }] }] }];
    };
    expect(asSarif.runs[0].results[0].ruleId).toBe(finding?.code);
    expect(asSarif.runs[0].results[0].locations[0].physicalLocation.region.startLine).toBe(finding?.line);
    expect((await run(['validate', '--format', 'github'])).stdout).toMatch(
      new RegExp(`^::error file=skills/refund-order/SKILL.md,line=${finding?.line},`),
    );
  });

  test('names files of a project in another folder by a path that can be opened from here', async () => {
    await edit('skills/refund-order/SKILL.md', (text) => `${text}\n[[op:acme/nope]]\n`);
    const { stdout } = await runCli(['deploy', 'validate', '--cwd', 'project'], { cwd: join(cwd, '..') });
    expect(stdout).toMatch(/^project\/skills\/refund-order\/SKILL\.md:/m);
  });

  test('tells as JSON how each operation is classified', async () => {
    const { classification } = json((await run(['validate', '--json'])).stdout) as unknown as {
      classification: object[];
    };
    expect(classification).toHaveLength(8);
    expect(classification).toContainEqual({
      operation: 'acme.issueRefund',
      spec: 'acme',
      method: 'POST',
      path: '/orders/{orderId}/refund',
      shape: '/orders/{}/refund',
      surface: 'tool',
      readOnly: false,
      updates: ['mcp+op://acme/orders/{orderId}', 'mcp+op://acme/orders'],
      decidedBy: 'http',
      doubts: [],
      skills: ['refund-order'],
    });
  });

  test('writes paths for annotations relative to the workspace', async () => {
    await edit('skills/refund-order/SKILL.md', (text) => `${text}\n[[op:acme/nope]]\n`);
    const { stdout } = await run(['validate', '--format', 'github'], { GITHUB_WORKSPACE: join(cwd, '..') });
    expect(stdout).toMatch(/^::error file=project\/skills\/refund-order\/SKILL\.md,/);
  });

  test('says what is missing when there is no manifest', async () => {
    const { code, stdout } = await run(['validate', '--manifest', 'nope.yaml']);
    expect(code).toBe(1);
    expect(stdout).toContain('nope.yaml');
  });

  test('uses colour on terminals, unless NO_COLOR is set', async () => {
    const onTerminal = (variables: Record<string, string>) =>
      runCli(['deploy', 'validate'], { cwd, variables, isTTY: true });
    expect((await onTerminal({})).stdout).toContain('\u001b[32m');
    expect((await onTerminal({ NO_COLOR: '1' })).stdout).not.toContain('\u001b[');
    expect((await onTerminal({ TERM: 'dumb' })).stdout).not.toContain('\u001b[');
    expect((await run(['validate'], { FORCE_COLOR: '1' })).stdout).toContain('\u001b[32m');
  });

  test('shows progress on terminals only', async () => {
    expect((await runCli(['deploy', 'validate'], { cwd, isTTY: true })).stderr).toContain('skills …');
    expect((await run(['validate'])).stderr).toBe('');
  });
});

describe('build', () => {
  test('prints the digest of the bytes it writes, and nothing else on stdout', async () => {
    const { code, stdout } = await run(['build', '--out', 'out']);
    const bytes = await readFile(join(cwd, 'out/bundle.json'));
    expect(code).toBe(0);
    expect(stdout).toBe(`${createHash('sha256').update(bytes).digest('hex')}\n`);
    expect((await readdir(join(cwd, 'out/artifacts'))).length).toBeGreaterThan(0);
  });

  test('gives the digest as JSON too', async () => {
    const { stdout } = await run(['build', '--out', 'out', '--json']);
    expect(json(stdout)).toMatchObject({
      version: 1,
      command: 'build',
      ok: true,
      bundleSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      failure: null,
    });
  });

  test('fails without the variables that the manifest names', async () => {
    const { code, stdout, stderr } = await run(['build', '--out', 'out'], {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/frontmcp\.deploy\.yaml:\d+:\d+ error .*KV_REPLAY_NONCE_ID/);
  });
});

describe('plan', () => {
  beforeEach(() => {
    git(cwd, 'init', '-q', '-b', 'main');
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '-m', 'first');
  });

  test('shows how operations are classified, and marks what a person should look at', async () => {
    await edit('openapi/acme.yaml', (text) =>
      text.replace('operationId: issueRefund', 'operationId: listRefundOptions'),
    );
    await edit('skills/refund-order/SKILL.md', (text) => text.replaceAll('issueRefund', 'listRefundOptions'));
    const { stdout } = await run(['plan']);
    expect(stdout).toMatch(
      /^Classification: 8 operations, 1 to look at\n {2}! acme\.listRefundOptions +POST \/orders\/\{orderId\}\/refund +tool, reads\n {6}counts as reading because of its name alone\n/m,
    );
    expect((await run(['plan', '--markdown'])).stdout).toContain(
      '- ⚠️ `acme.listRefundOptions` (`POST /orders/{orderId}/refund`) counts as reading',
    );
    expect(json((await run(['plan', '--json'])).stdout)).toMatchObject({
      classification: expect.arrayContaining([
        expect.objectContaining({ operation: 'acme.listRefundOptions', doubts: ['reads-by-name'] }),
      ]),
    });
  });

  test('compares with HEAD when nothing else is named', async () => {
    expect((await run(['plan'])).stdout).toContain('Nothing would change\nCompared with the commit HEAD.');
    await edit('skills/shop-glossary/SKILL.md', (text) => `${text}\n[[op:acme/getRefund]]\n`);
    const { code, stdout } = await run(['plan']);
    expect(code).toBe(0);
    expect(stdout).toContain('+ shop-glossary gains GET /refunds/{refundId} (acme.getRefund, reads)');
  });

  test('compares with a bundle that build wrote', async () => {
    await run(['build', '--out', '../before']);
    await edit('skills/shop-glossary/SKILL.md', (text) => `${text}\n[[op:acme/getRefund]]\n`);
    const { stdout } = await run(['plan', '--against', '../before/bundle.json', '--json']);
    expect(json(stdout).plan).toMatchObject({
      base: { kind: 'file' },
      unchanged: false,
      changes: { capabilities: { gained: 1, lost: 0 } },
      redeployRequired: false,
    });
  });

  test('writes markdown when asked to', async () => {
    await edit('skills/shop-glossary/SKILL.md', (text) => `${text}\n[[op:acme/getRefund]]\n`);
    expect((await run(['plan', '--markdown'])).stdout).toContain(
      '- ➕ `shop-glossary` gains `GET /refunds/{refundId}`',
    );
  });

  test('fails for a base that was named and is not there', async () => {
    const { code, stdout, stderr } = await run(['plan', '--against', 'no-such-branch']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.match(/no commit "no-such-branch"/g)).toHaveLength(1);
    expect((await run(['plan', '--against', 'gone.json'])).stderr).toContain('gone.json');
  });

  test('says that there is no base outside a repository, and goes on', async () => {
    const elsewhere = await copyProject('acme-shop');
    const { code, stdout } = await runCli(['deploy', 'plan'], { cwd: elsewhere.directory });
    await elsewhere.remove();
    expect(code).toBe(0);
    expect(stdout).toContain('everything is shown as new');
  });

  test('asks a live Worker for its digest', async () => {
    const answers: string[] = [];
    const fetch = async (address: unknown) => {
      answers.push(String(address));
      return new Response(JSON.stringify({ bundleSha256: 'ab'.repeat(32), generation: 7 }));
    };
    let isClosed = false;
    const openNetwork = async () => ({ fetch: fetch as never, close: async () => void (isClosed = true) });
    const { code, stdout } = await runCli(['deploy', 'plan', '--against', 'https://w.example.com'], {
      cwd,
      variables: SHOP_VARIABLES,
      openNetwork,
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/The live bundle differs[\s\S]*generation 7/);
    expect(answers).toEqual(['https://w.example.com/readyz']);
    expect(isClosed).toBe(true);
  });
});

describe('push', () => {
  test('bare "frontmcp deploy" is a push', async () => {
    expect((await run([])).stderr).toContain('signing-key-missing');
    const dryRun = await run(['--dry-run', '--json']);
    expect(json(dryRun.stdout)).toMatchObject({
      command: 'push',
      ok: true,
      result: 'planned',
      generation: null,
      deploymentUrl: 'https://acme-shop.example.workers.dev',
    });
  });

  test('a dry run needs neither key nor network nor variables', async () => {
    const { code, stdout } = await run(['push', '--dry-run'], {});
    expect(code).toBe(0);
    expect(stdout).toContain('Dry run: nothing was signed or pushed');
    expect(stdout).toContain('3 variables have no value here');
  });

  test('says which key file cannot be read', async () => {
    const { code, stderr } = await run(['push', '--key-file', 'gone.pem']);
    expect(code).toBe(1);
    expect(stderr).toContain('key-file-unreadable The key file "gone.pem" cannot be read.');
  });

  test('never prints a key, not even a broken one', async () => {
    const key = 'not-a-key-but-secret-all-the-same';
    for (const argv of [['push'], ['push', '--json']]) {
      const { code, stdout, stderr } = await run(argv, { ...SHOP_VARIABLES, FRONTMCP_SIGNING_KEY: key });
      expect(code).toBe(1);
      expect(stdout + stderr).not.toContain(key);
      expect(stdout + stderr).toContain('signing-key-unusable');
    }
  });

  test('says what is wrong with a key, and which forms are accepted', async () => {
    const { publicPem } = await generateKey('acme-2026');
    const { stderr } = await run(['push'], { ...SHOP_VARIABLES, FRONTMCP_SIGNING_KEY: publicPem });
    expect(stderr).toMatch(
      /The signing key cannot be used: expected .*, got an Ed25519 public key.*\.\n {4}Give the private key as "frontmcp deploy keygen" prints it/,
    );
  });

  test('names the key ids there are when it is told another', async () => {
    const { privatePem } = await generateKey('acme-2026');
    const { stderr } = await run(['push', '--key-id', 'other'], {
      ...SHOP_VARIABLES,
      FRONTMCP_SIGNING_KEY: privatePem,
    });
    expect(stderr).toContain(
      'Nothing can be signed: the key id "other" is not in signing.trustRoots.\n    The key ids there are "acme-2026".',
    );
  });

  test('tells each retry in a sentence', async () => {
    const { privatePem } = await generateKey('acme-2026');
    const { stderr } = await run(['push'], { ...SHOP_VARIABLES, FRONTMCP_SIGNING_KEY: privatePem });
    expect(stderr).toMatch(/could not be reached; trying again in \d+ s with a new statement\n/);
  });

  test('pushes nothing when anything is an error', async () => {
    await edit('skills/refund-order/SKILL.md', (text) => `${text}\n[[op:acme/nope]]\n`);
    const { code, stderr } = await run(['push'], { ...SHOP_VARIABLES, FRONTMCP_SIGNING_KEY: 'x' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/SKILL\.md:\d+:\d+ error/);
    expect(stderr).not.toContain('signing-key');
  });
});

test('push ends with 3 when the Worker must be redeployed first', async () => {
  const { privatePem } = await generateKey('acme-2026');
  const refusal = refuse('redeploy_required', {
    pointers: ['/auth/provider'],
    structuralDigest: 'a'.repeat(64),
    expected: 'b'.repeat(64),
  });
  const { status, body } = refusedAnswer(refusal, { requestId: 'req-5', head: null, now: 0 });
  const openNetwork = async () => ({
    fetch: (async () => Response.json(body, { status })) as never,
    close: async () => undefined,
  });
  const variables = { ...SHOP_VARIABLES, FRONTMCP_SIGNING_KEY: privatePem };
  const text = await runCli(['deploy'], { cwd, variables, openNetwork });
  expect(text.code).toBe(3);
  expect(text.stderr).toMatch(/redeploy_required[\s\S]*req-5[\s\S]*! \/auth\/provider[\s\S]*wrangler deploy/);
  const { code, stdout } = await runCli(['deploy', '--json'], { cwd, variables, openNetwork });
  expect(code).toBe(3);
  expect(json(stdout)).toMatchObject({
    ok: false,
    result: 'redeploy_required',
    redeployRequired: true,
    redeployPointers: ['/auth/provider'],
    failure: { requestId: 'req-5' },
  });
});

describe('keygen', () => {
  test('makes a pair whose private half is accepted for a push', async () => {
    const { code, stdout } = await run(['keygen', '--kid', 'acme-2026', '--json']);
    expect(code).toBe(0);
    const pair = json(stdout) as unknown as { kid: string; privatePem: string; publicPem: string; thumbprint: string };
    expect(pair).toMatchObject({ kid: 'acme-2026', publicPem: expect.stringContaining('BEGIN PUBLIC KEY') });
    // The network is closed to this test: to get that far, the key was read and the statement signed.
    const { stdout: pushed } = await run(['push', '--json'], {
      ...SHOP_VARIABLES,
      FRONTMCP_SIGNING_KEY: pair.privatePem,
    });
    expect(json(pushed)).toMatchObject({ ok: false, signedWith: { kid: 'acme-2026', thumbprint: pair.thumbprint } });
  });

  test('says what goes where', async () => {
    expect((await run(['keygen', '--kid', 'acme-2026'])).stdout).toMatch(
      /FRONTMCP_SIGNING_KEY[\s\S]*BEGIN PRIVATE KEY[\s\S]*wrangler secret put/,
    );
  });
});

describe('emit-wrangler', () => {
  test('prints the configuration alone on stdout', async () => {
    const { code, stdout } = await run(['emit-wrangler']);
    expect(code).toBe(0);
    expect(parse(stdout)).toMatchObject({ name: 'acme-shop', compatibility_date: '2026-05-01' });
  });

  test('keeps findings off stdout', async () => {
    const { code, stdout, stderr } = await run(['emit-wrangler'], {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('KV_REPLAY_NONCE_ID');
  });
});

describe('outputs and status', () => {
  test('outputs tells endpoint and snippets', async () => {
    const { code, stdout } = await run(['outputs', '--json'], {});
    expect(code).toBe(0);
    expect(json(stdout)).toMatchObject({ ok: true, mcpUrl: 'https://acme-shop.example.workers.dev/mcp' });
    expect((await run(['outputs'], {})).stdout).toContain('claude mcp add --transport http acme-shop');
  });

  test('outputs shows the line to add when the manifest has no address', async () => {
    await edit('frontmcp.deploy.yaml', (text) => text.replace(/^deployment:\n {2}url:.*\n/m, ''));
    const { code, stderr } = await run(['outputs'], {});
    expect(code).toBe(1);
    expect(stderr).toMatch(/deployment:\n\s+url: https:\/\//);
  });

  test('status without a key reads what anybody may read', async () => {
    const fetch = async () => Response.json({ bundleSha256: 'ab'.repeat(32), generation: 3 });
    const openNetwork = async () => ({ fetch: fetch as never, close: async () => undefined });
    const { code, stdout } = await runCli(['deploy', 'status'], { cwd, variables: SHOP_VARIABLES, openNetwork });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Generation +3\n/);
  });

  test.each([
    ['a foreign page', new Response('<html>', { status: 404 }), 'answered HTTP 404, and not as a FrontMCP Worker does'],
    ['JSON of somebody else', Response.json(null), 'answered HTTP 200, and not as a FrontMCP Worker does'],
    [
      'a sign-in page',
      new Response(null, { status: 302, headers: { location: 'https://login.example' } }),
      'needs a service token',
    ],
    [
      'a Worker that is set up wrongly',
      Response.json({ error: { code: 'misconfigured', message: 'It is for staging.' } }, { status: 503 }),
      'answered HTTP 503: It is for staging.',
    ],
    ['an endless answer', new Response('x'.repeat(100_000)), 'not as a FrontMCP Worker does'],
  ])('status does not take %s for a Worker without a bundle', async (_what, answer, says) => {
    const openNetwork = async () => ({ fetch: (async () => answer) as never, close: async () => undefined });
    const { code, stdout, stderr } = await runCli(['deploy', 'status'], {
      cwd,
      variables: SHOP_VARIABLES,
      openNetwork,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('status says that nothing is live when the Worker says so, and shows it the service token', async () => {
    const sent: [string, Record<string, string>][] = [];
    const fetch = async (url: string, { headers }: { headers: Record<string, string> }) => {
      sent.push([url, headers]);
      return Response.json({ error: { code: 'not_ready', message: 'No bundle.' } }, { status: 503 });
    };
    const openNetwork = async () => ({ fetch: fetch as never, close: async () => undefined });
    const variables = { ...SHOP_VARIABLES, FRONTMCP_ACCESS_CLIENT_SECRET: 'hush' };
    const { code, stdout } = await runCli(['deploy', 'status', '--access-client-id', 'me'], {
      cwd,
      variables,
      openNetwork,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('none is live') });
    expect(sent).toEqual([
      [
        'https://acme-shop.example.workers.dev/readyz',
        expect.objectContaining({ 'cf-access-client-id': 'me', 'cf-access-client-secret': 'hush' }),
      ],
    ]);
  });

  test('status names the reason when the Worker cannot be reached', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
    });
    const openNetwork = async () => ({ fetch: (() => Promise.reject(refused)) as never, close: async () => undefined });
    const { stderr } = await runCli(['deploy', 'status'], { cwd, variables: SHOP_VARIABLES, openNetwork });
    expect(stderr).toContain('acme-shop.example.workers.dev could not be reached (ECONNREFUSED).');
  });

  test('status says so when the Worker does not answer', async () => {
    const { code, stdout } = await run(['status', '--json']);
    expect(code).toBe(1);
    expect(json(stdout)).toMatchObject({ ok: false, failure: { code: 'worker-unreachable' } });
  });
});
