import type { DeployResult } from '../../src/commands/deploy-result.js';
import { clientSnippets } from '../../src/commands/client-snippets.js';
import type { Receipt } from '../../src/contract/push/push-messages.js';
import { diffBundles } from '../../src/contract/bundle/diff.js';
import { deployJson, deployText } from '../../src/report/deploy.js';
import { failureMarkdown, failureMessage, failureText } from '../../src/report/failure.js';
import { jobSummary } from '../../src/report/job-summary.js';
import { jsonDocument } from '../../src/report/json-document.js';
import { sampleIndex } from '../support/sample-index.js';

const SHA = 'ab'.repeat(32);
const receipt: Receipt = {
  protocol: 1,
  requestId: 'req-7',
  status: 'applied',
  generation: 12,
  bundleSha256: SHA,
  previous: { generation: 11, sha256: 'cd'.repeat(32) },
  diff: diffBundles(null, sampleIndex()),
  audit: { seq: 41, hash: 'ef'.repeat(32) },
  serverTime: '2026-01-01T00:00:00.000Z',
};
const build = {
  diagnostics: [],
  manifest: { name: 'acme', environment: 'production', placeholders: [] as string[] },
} as unknown as DeployResult['build'];
const applied: DeployResult = {
  result: 'applied',
  build,
  bundleSha256: SHA,
  deploymentUrl: 'https://w.example.com',
  mcpUrl: 'https://w.example.com/mcp',
  signedWith: { kid: 'k1', thumbprint: 'thumb' },
  receipt,
  push: { attempts: 1, sentArtifacts: 3, bytes: 1200 },
};
const summary = (result: DeployResult, rest: Partial<Parameters<typeof jobSummary>[0]> = {}) =>
  jobSummary({ result, snippets: [], unannotated: [], notes: [], ...rest });

test.each([
  ['text', deployText(applied)],
  ['a job summary', summary(applied)],
])('the receipt as %s names digest, generation, key, audit head, endpoint and request', (_form, text) => {
  for (const fact of [SHA, '12', 'k1', 'thumb', 'ef'.repeat(32), '41', 'https://w.example.com/mcp', 'req-7'])
    expect(text).toContain(fact);
});

test('after a push the plan is what the Worker says has changed', () => {
  expect(deployText(applied)).toContain('+ refund gains GET /orders/{id}');
  expect(deployText(applied)).toContain('Compared with what is live at https://w.example.com');
});

test('a failure says what happened, the code, the request and the next step', () => {
  const failure = {
    code: 'bad_signature',
    message: 'The signature does not match.',
    hint: 'Check the key.\nTry:\n  deployment:',
    requestId: 'req-9',
  };
  expect(failureText(failure)).toBe(
    'error bad_signature The signature does not match.\n    request id of the Worker: req-9\n    Check the key.\n    Try:\n      deployment:\n',
  );
  expect(failureMessage(failure)).toBe(
    'The signature does not match. (bad_signature, request id req-9)\nCheck the key.\nTry:\n  deployment:',
  );
  expect(failureMarkdown(failure)).toContain('```\nCheck the key.\nTry:\n  deployment:\n```');
});

test('a redeploy names every pointer and the steps', () => {
  const result: DeployResult = {
    result: 'redeploy_required',
    build,
    redeployPointers: ['/auth/provider'],
    failure: { code: 'redeploy_required', message: 'Redeploy it first.' },
  };
  for (const text of [deployText(result), summary(result)]) {
    expect(text).toContain('/auth/provider');
    expect(text).toContain('wrangler deploy');
  }
});

test('says why there is no digest when variables had no value', () => {
  const without = { ...build, manifest: { ...build.manifest, placeholders: ['KV_ID'] } } as DeployResult['build'];
  for (const text of [
    deployText({ result: 'planned', build: without }),
    summary({ result: 'planned', build: without }),
  ]) {
    expect(text).toMatch(/1 variable has no value here \(KV\\?_ID\)/);
  }
});

test('a summary lists every finding and says how many are annotations', () => {
  const diagnostics = Array.from({ length: 12 }, () => ({
    code: 'bundle-empty',
    severity: 'warning',
    args: {},
  })) as unknown as DeployResult['build']['diagnostics'];
  const text = summary(
    { result: 'failed', build: { diagnostics } },
    { unannotated: diagnostics.slice(10), notes: ['Dry run: <why>'] },
  );
  expect(text).toContain('### Findings: 12 warnings');
  expect(text).toContain('GitHub shows 10 of them as annotations');
  expect(text).toContain('> Dry run: \\<why\\>');
});

test('a summary shows how to connect, in fenced blocks', () => {
  const snippets = clientSnippets({ name: 'acme', mcpUrl: 'https://w.example.com/mcp', auth: { provider: 'none' } });
  const text = summary(applied, { snippets });
  expect(text).toContain('<details><summary>Connect a client</summary>\n\n');
  for (const { client } of snippets) expect(text).toContain(`**${client}**`);
});

test('JSON has the same fields for every outcome', () => {
  const failed: DeployResult = { result: 'failed', build: { diagnostics: [] }, failure: { code: 'x', message: 'y' } };
  const shapes = [applied, failed].map(
    (result) => JSON.parse(jsonDocument('push', true, deployJson(result))) as Record<string, unknown>,
  );
  expect(Object.keys(shapes[1]!)).toEqual(Object.keys(shapes[0]!));
  expect(Object.keys(shapes[0]!).slice(0, 3)).toEqual(['version', 'command', 'ok']);
  expect(shapes[0]).toMatchObject({
    result: 'applied',
    bundleSha256: SHA,
    generation: 12,
    audit: { seq: 41 },
    failure: null,
  });
  expect(shapes[1]).toMatchObject({
    result: 'failed',
    bundleSha256: null,
    generation: null,
    failure: { code: 'x', message: 'y', hint: null },
  });
});
