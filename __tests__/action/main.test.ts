import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionPorts, Commands } from '../../src/action/action-ports.js';
import { main } from '../../src/action/main.js';
import { OUTPUT_DEFAULTS } from '../../src/action/outputs.js';
import type { BuildResult } from '../../src/build/build.js';
import { clientSnippets } from '../../src/commands/client-snippets.js';
import type { EmitResult, EmitCommandOptions } from '../../src/commands/emit-wrangler.js';
import type { DeployOptions, DeployResult } from '../../src/commands/deploy-result.js';
import type { Ports } from '../../src/commands/ports.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frontmcp-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SHA = 'ab'.repeat(32);
const manifest = {
  name: 'acme',
  environment: 'base',
  placeholders: [] as string[],
  structural: { auth: { provider: 'none' } },
};
const built = { diagnostics: [], manifest } as unknown as BuildResult;
const bundle = {
  sha256: SHA,
  bytes: new Uint8Array(),
  artifacts: new Map(),
  blobs: new Map(),
  index: { skills: {}, operations: {}, services: {} },
};
const withBundle = { ...built, bundle } as unknown as BuildResult;
const applied: DeployResult = {
  result: 'applied',
  build: withBundle,
  bundleSha256: SHA,
  deploymentUrl: 'https://w.example.com',
  mcpUrl: 'https://w.example.com/mcp',
};

interface Scene {
  variables?: Record<string, string>;
  result?: DeployResult;
  during?: (options: DeployOptions, ports: Ports) => void | Promise<void>;
  emitted?: Partial<EmitResult>;
  signal?: AbortSignal;
  summaryFault?: Error;
}

/** Runs the action against commands that answer as told, and records everything that reaches the runner, in order. */
async function run(scene: Scene) {
  const events: [string, ...string[]][] = [];
  const outputs: Record<string, string> = {};
  const asked: { deploy?: DeployOptions; emit?: EmitCommandOptions } = {};
  const say = (kind: string) => (text: string) => void events.push([kind, text]);
  let summary = '';
  const commands: Commands = {
    clientSnippets,
    deploy: async (options, ports) => {
      asked.deploy = options;
      await scene.during?.(options, ports);
      return scene.result ?? applied;
    },
    emitWrangler: async (options) => {
      asked.emit = options;
      return { build: withBundle, written: ['wrangler.toml'], signed: true, ...scene.emitted };
    },
  };
  const ports: ActionPorts = {
    core: {
      info: say('info'),
      notice: say('notice'),
      warning: say('warning'),
      error: say('error'),
      setFailed: say('failed'),
      setSecret: say('mask'),
      startGroup: say('group'),
      endGroup: () => void events.push(['end']),
      setOutput: (name, value) => {
        outputs[name] = value;
        events.push(['output', name, value]);
      },
      summary: {
        addRaw: (text) => ({
          write: async () => {
            if (scene.summaryFault) throw scene.summaryFault;
            summary += text;
          },
        }),
      },
    },
    variables: {
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: 'set',
      GITHUB_EVENT_NAME: 'push',
      ...scene.variables,
    },
    distDirectory: '/dist',
    loadCommands: async () => {
      events.push(['test', 'loading']);
      return commands;
    },
    openNetwork: () => Promise.reject(new Error('no network here')),
    signal: scene.signal ?? new AbortController().signal,
    now: () => 0,
  };
  await main(ports);
  const of = (kind: string) => events.filter(([each]) => each === kind).map(([, text]) => text ?? '');
  return { events, outputs, asked, summary, of };
}

test('masks every secret before anything else is said', async () => {
  const { events } = await run({
    variables: { INPUT_SIGNINGKEY: 'the-signing-key', INPUT_SECRETS: 'TOKEN', TOKEN: 'the-token' },
  });
  const last = events.map(([kind]) => kind).lastIndexOf('mask');
  expect(events.slice(0, last + 1).every(([kind]) => kind === 'mask')).toBe(true);
  expect(events.slice(0, last + 1).map(([, text]) => text)).toEqual(
    expect.arrayContaining(['the-signing-key', 'the-token']),
  );
});

test('writes the first line of the log before it loads what is heavy', async () => {
  const { events } = await run({});
  const at = (wanted: string) => events.findIndex(([, text]) => text?.startsWith(wanted));
  expect(at('frontmcp/deploy-action')).toBeGreaterThan(-1);
  expect(at('frontmcp/deploy-action')).toBeLessThan(at('loading'));
});

test('hands the commands what the inputs say', async () => {
  const { asked } = await run({
    variables: {
      INPUT_ENVIRONMENT: 'production',
      'INPUT_SIGNING-KEY': 'the-key',
      'INPUT_KEY-ID': 'k1',
      'INPUT_DEPLOYMENT-URL': 'https://other.example.com',
      INPUT_EXPECT: 'any',
      INPUT_STRICT: 'true',
      'INPUT_FAIL-ON': 'warning',
      'INPUT_ACCESS-CLIENT-ID': 'id',
      'INPUT_ACCESS-CLIENT-SECRET': 'access-secret',
      GITHUB_SHA: 'd'.repeat(40),
    },
  });
  expect(asked.deploy).toMatchObject({
    directory: folder,
    manifest: 'frontmcp.deploy.yaml',
    environment: 'production',
    dryRun: false,
    signingKey: 'the-key',
    keyId: 'k1',
    deploymentUrl: 'https://other.example.com',
    expect: 'any',
    strict: true,
    failOnWarning: true,
    access: { clientId: 'id', clientSecret: 'access-secret' },
    source: { commit: 'd'.repeat(40) },
    bundlePath: expect.stringContaining(folder),
  });
});

test('a dry run never hands over the key', async () => {
  const { asked } = await run({
    variables: { GITHUB_EVENT_NAME: 'pull_request', 'INPUT_SIGNING-KEY': 'the-key', INPUT_EMIT: 'worker' },
  });
  expect(asked.deploy).toMatchObject({ dryRun: true });
  expect(asked.deploy).not.toHaveProperty('signingKey');
  expect(asked.emit).not.toHaveProperty('signingKey');
});

test('half a service token stops a push, and not the dry run of a fork, which gets no secrets', async () => {
  const variables = { 'INPUT_ACCESS-CLIENT-ID': 'id', 'INPUT_SIGNING-KEY': 'the-key' };
  const push = await run({ variables });
  expect(push.asked.deploy).toBeUndefined();
  expect(push.of('failed')).toEqual([expect.stringContaining('belong together')]);
  expect((await run({ variables: { ...variables, GITHUB_EVENT_NAME: 'pull_request' } })).asked.deploy).toMatchObject({
    dryRun: true,
  });
});

test('tells several problems with the inputs as sentences, not as escaped lines', async () => {
  const { of } = await run({ variables: { INPUT_STRICT: '2', INPUT_EXPECT: 'tail' } });
  const [failed] = of('failed');
  expect(failed).toMatch(/"strict" is "2"[^\\\n]*\. The input "expect" is "tail"/);
});

test('refuses to sign for a fork, and does not even build', async () => {
  const payload = join(folder, 'event.json');
  await writeFile(
    payload,
    JSON.stringify({
      repository: { full_name: 'acme/shop' },
      pull_request: { head: { repo: { full_name: 'evil/shop' } } },
    }),
  );
  const { asked, of, outputs } = await run({
    variables: {
      GITHUB_EVENT_NAME: 'pull_request_target',
      GITHUB_EVENT_PATH: payload,
      'INPUT_DRY-RUN': 'false',
      'INPUT_SIGNING-KEY': 'the-key',
    },
  });
  expect(asked.deploy).toBeUndefined();
  expect(of('failed')).toEqual([expect.stringContaining('must not sign: its code comes from the fork evil/shop')]);
  expect(outputs['result']).toBe('failed');
});

test('compares with the base commit of the event', async () => {
  const payload = join(folder, 'event.json');
  await writeFile(payload, JSON.stringify({ pull_request: { base: { sha: 'c'.repeat(40) } } }));
  const { asked } = await run({ variables: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: payload } });
  expect(asked.deploy?.against).toEqual({ kind: 'git', ref: 'c'.repeat(40) });
  expect((await run({ variables: { GITHUB_EVENT_NAME: 'workflow_dispatch' } })).asked.deploy?.against).toMatchObject({
    kind: 'none',
  });
});

describe('outputs', () => {
  test('have a default before anything is built, and their value after', async () => {
    const { events, outputs } = await run({});
    const loading = events.findIndex(([, text]) => text === 'loading');
    const before = events.slice(0, loading).filter(([kind]) => kind === 'output');
    expect(Object.fromEntries(before.map(([, name, value]) => [name, value]))).toEqual(OUTPUT_DEFAULTS);
    expect(outputs).toMatchObject({
      result: 'applied',
      'bundle-sha256': SHA,
      'deployment-url': 'https://w.example.com',
      'mcp-url': 'https://w.example.com/mcp',
      'subject-name': 'acme/base/bundle.json',
    });
  });

  test('have the digest before the push', async () => {
    const { events } = await run({
      during: (_options, ports) => {
        ports.reporter.stageEnd?.('bundle', withBundle);
        ports.reporter.stage('push');
      },
    });
    const digest = events.findIndex(([, name, value]) => name === 'bundle-sha256' && value === SHA);
    expect(digest).toBeGreaterThan(-1);
    expect(digest).toBeLessThan(events.findIndex(([kind, title]) => kind === 'group' && title === 'Push'));
  });

  test('have no digest while placeholders stand in for variables', async () => {
    const { outputs } = await run({
      result: { result: 'planned', build: built },
      during: (_options, ports) =>
        ports.reporter.stageEnd?.('bundle', {
          ...withBundle,
          manifest: { ...withBundle.manifest!, placeholders: ['KV'] },
        }),
    });
    expect(outputs['bundle-sha256']).toBe('');
  });

  test('are there when the inputs are wrong', async () => {
    const { outputs, of, asked, summary } = await run({ variables: { INPUT_STRICT: 'perhaps' } });
    expect(outputs).toEqual(OUTPUT_DEFAULTS);
    expect(of('failed')).toEqual([expect.stringContaining('The input "strict" is "perhaps"')]);
    expect(summary).toContain('perhaps');
    expect(asked.deploy).toBeUndefined();
  });

  test('name the files that are there, below RUNNER_TEMP', async () => {
    const { outputs } = await run({ during: ({ bundlePath }) => writeFile(bundlePath!, '{}') });
    expect(outputs['bundle-path']).toMatch(/bundle\.json$/);
    expect(outputs['bundle-path']?.startsWith(folder)).toBe(true);
    expect(outputs['statement-path']).toBe('');
  });
});

describe('findings', () => {
  const error = (line: number) => ({
    code: 'bundle-index-too-deep',
    severity: 'error',
    args: { limit: 1, where: 'x' },
    location: { file: 'a.md', line },
  });
  const build = { diagnostics: Array.from({ length: 14 }, (_, index) => error(index + 1)) } as unknown as BuildResult;

  test('become at most ten errors together with the failure, and all stand in log and summary', async () => {
    const { of, summary } = await run({ result: { result: 'failed', build } });
    expect(of('error').length + of('failed').length).toBe(10);
    expect(of('failed')).toEqual([expect.stringMatching(/^Nothing was pushed: 14 errors\. The first: a\.md:1: /)]);
    expect(summary).toContain('<code>a.md:14</code>');
    expect(of('info').join('\n')).toContain('a.md:14 error bundle-index-too-deep');
  });

  test('cannot speak to the runner', async () => {
    const hostile = { ...error(1), location: { file: '::set-output name=result::applied', line: 1 } };
    const { of } = await run({
      result: { result: 'failed', build: { diagnostics: [hostile] } as unknown as BuildResult },
    });
    for (const line of of('info').join('\n').split('\n')) expect(line.trimStart().startsWith('::')).toBe(false);
  });

  test('fail the run when warnings are to', async () => {
    const warning = { code: 'bundle-empty', severity: 'warning', args: {} };
    const { of } = await run({
      result: { result: 'failed', build: { diagnostics: [warning] } as unknown as BuildResult },
    });
    expect(of('failed')).toEqual([expect.stringContaining('1 warning, and "fail-on" is "warning"')]);
  });
});

test('a failure is told last, with code, request and next step, after outputs and summary', async () => {
  const failure = { code: 'unknown_kid', message: 'The key is not known.', hint: 'Add it.', requestId: 'req-1' };
  const { events, of, summary, outputs } = await run({ result: { ...applied, result: 'failed', failure } });
  expect(events.at(-1)).toEqual(['failed', 'The key is not known. (unknown_kid, request id req-1)\nAdd it.']);
  expect(of('failed')).toHaveLength(1);
  expect(summary).toContain('`unknown_kid`');
  expect(summary).not.toContain('Connect a client');
  expect((await run({})).summary).toContain('Connect a client');
  expect(outputs['bundle-sha256']).toBe(SHA);
});

test('a missing key shows the lines to add to the workflow', async () => {
  const { of } = await run({
    result: {
      ...applied,
      result: 'failed',
      failure: { code: 'signing-key-missing', message: 'There is no signing key.' },
    },
  });
  expect(of('failed')[0]).toContain('signing-key: ${{ secrets.FRONTMCP_SIGNING_KEY }}');
});

test('a redeploy that is needed fails the run and says so in the outputs', async () => {
  const { of, outputs, summary } = await run({
    result: {
      ...applied,
      result: 'redeploy_required',
      redeployPointers: ['/auth'],
      failure: { code: 'redeploy_required', message: 'Redeploy first.' },
    },
  });
  expect(outputs).toMatchObject({ result: 'redeploy_required', 'redeploy-required': 'true' });
  expect(of('failed')).toHaveLength(1);
  expect(summary).toContain('`/auth`');
});

test('secrets that are not forwarded are named with the command that sets them, without their values', async () => {
  const { of } = await run({ variables: { INPUT_SECRETS: 'A_TOKEN\nB_TOKEN', A_TOKEN: 'the-value' } });
  const [warning] = of('warning');
  expect(warning).toContain('wrangler secret put A_TOKEN; wrangler secret put B_TOKEN');
  expect(warning).toContain('Without a value in the env of this step: B_TOKEN.');
  expect(warning).not.toContain('the-value');
});

describe('emit', () => {
  test('writes the folder also when a redeploy is needed', async () => {
    const { asked } = await run({
      variables: { INPUT_EMIT: 'worker', 'INPUT_SIGNING-KEY': 'the-key' },
      result: { ...applied, result: 'redeploy_required' },
    });
    expect(asked.emit).toMatchObject({
      out: join(folder, 'worker'),
      signingKey: 'the-key',
      distDirectory: '/dist',
      format: 'toml',
    });
  });

  test('fails the run when it cannot', async () => {
    const { of } = await run({
      variables: { INPUT_EMIT: 'worker' },
      emitted: { failure: { code: 'output-unwritable', message: 'No space.' } },
    });
    expect(of('failed')).toEqual(['No space. (output-unwritable)']);
  });

  test('is left out, and says so, when variables have no value', async () => {
    const build = { ...withBundle, manifest: { ...withBundle.manifest!, placeholders: ['KV'] } };
    const { asked, of } = await run({
      variables: { INPUT_EMIT: 'worker' },
      result: { ...applied, result: 'planned', build },
    });
    expect(asked.emit).toBeUndefined();
    expect(of('info').join('\n')).toContain('Nothing is emitted');
    expect(of('failed')).toEqual([]);
  });

  test('is left out when it was not asked for', async () => {
    expect((await run({})).asked.emit).toBeUndefined();
  });
});

test('a cancelled run still sets its outputs and says that it was cancelled', async () => {
  const stop = new AbortController();
  const { of, outputs } = await run({
    signal: stop.signal,
    during: () => {
      stop.abort();
      throw new Error('aborted');
    },
  });
  expect(of('failed')).toEqual([expect.stringContaining('The run was cancelled. (cancelled)')]);
  expect(outputs['result']).toBe('failed');
});

test('each stage is a group of the log that is closed again', async () => {
  const { events } = await run({
    during: (_options, ports) => {
      ports.reporter.stage('manifest');
      ports.reporter.stageEnd?.('manifest', {});
      ports.reporter.stage('skills');
      ports.reporter.info('::error::no command');
    },
  });
  const kinds = events.filter(([kind]) => kind === 'group' || kind === 'end').map(([kind, title]) => title ?? kind);
  expect(kinds).toEqual(['Manifest', 'end', 'Skills', 'end', 'Result', 'end']);
  expect(events).toContainEqual(['info', '\\::error::no command']);
});

test('a summary that cannot be written does not fail the deploy', async () => {
  const { of, outputs } = await run({ summaryFault: new Error('the file is full') });
  expect(of('warning')).toEqual([expect.stringContaining('the file is full')]);
  expect(of('failed')).toEqual([]);
  expect(outputs['result']).toBe('applied');
});
