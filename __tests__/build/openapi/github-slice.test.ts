import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import { buildRequest } from '../../../src/contract/request/build-request.js';
import { renderUri } from '../../../src/contract/request/uri-template.js';
import { wireValues } from '../../../src/contract/request/values.js';
import { collectDiagnostics } from '../../../src/build/diagnostics/collector.js';
import { openWorkingTree } from '../../../src/build/files/working-tree.js';
import { readManifest } from '../../../src/build/manifest/read-manifest.js';
import { readOperations } from '../../../src/build/openapi/read-operations.js';
import { readSkills } from '../../../src/build/skills/read-skills.js';
import type { Operation, OperationSet } from '../../../src/build/stage-values.js';

const directory = fileURLToPath(new URL('../../../fixtures/github-slice/', import.meta.url));
let set: OperationSet;

beforeAll(async () => {
  const sink = collectDiagnostics();
  const { tree, prefix } = await openWorkingTree(directory);
  const options = {
    variables: { KV_REPLAY_NONCE_ID: '0f2a', GITHUB_API_ADDRESS: 'http://127.0.0.1:1' },
    placeholders: false,
  };
  const manifest = await readManifest(tree, [prefix, 'frontmcp.deploy.yaml'].filter(Boolean).join('/'), options, sink);
  const skills = manifest && (await readSkills(tree, manifest, sink));
  if (manifest && skills) set = await readOperations(tree, manifest, skills, sink);
  expect(sink.diagnostics).toEqual([]);
});

function operation(name: string): Operation {
  const found = set.operations.find(({ entry }) => entry.name === name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
}

test('each skill may call exactly what it mentions, by name, by id, or by method and path', () => {
  expect(set.bySkill).toEqual({
    'read-repository': [
      'github.reposGet',
      'github.reposListForOrg',
      'github.searchIssuesAndPullRequests',
      'github.usersGetAuthenticated',
    ],
    'review-pull-requests': ['github.pullsCreateReview', 'github.pullsList', 'github.reposCompareCommits'],
    'triage-issues': [
      'github.issuesAddLabels',
      'github.issuesCreateComment',
      'github.issuesGet',
      'github.issuesListForRepo',
      'github.issuesUpdate',
    ],
  });
});

test('operations are classified', () => {
  const table = set.operations.map(({ entry }) => {
    const { name, expose, readOnly, uriTemplate, effects } = entry;
    const short = (uri: string | undefined) => uri?.replace('mcp+op://github', '');
    return [name, expose, readOnly, short(uriTemplate), effects.map(({ uri }) => short(uri))];
  });
  const repo = '/repos/{owner}/{repo}';
  const issue = `${repo}/issues/{issue_number}`;
  expect(table).toEqual([
    ['issuesAddLabels', 'tool', false, undefined, [issue, `${repo}/issues`]],
    ['issuesCreateComment', 'tool', false, undefined, [`${issue}/comments`]],
    ['issuesGet', 'both', true, issue, []],
    ['issuesListForRepo', 'resource', true, `${repo}/issues`, []],
    ['issuesUpdate', 'tool', false, undefined, [issue, `${repo}/issues`]],
    ['pullsCreateReview', 'tool', false, undefined, [`${repo}/pulls/{pull_number}`, `${repo}/pulls`]],
    ['pullsList', 'resource', true, `${repo}/pulls`, []],
    ['reposCompareCommits', 'resource', true, `${repo}/compare/{base}...{head}`, []],
    ['reposGet', 'both', true, repo, []],
    ['reposListForOrg', 'resource', true, '/orgs/{org}/repos', []],
    ['searchIssuesAndPullRequests', 'tool', true, undefined, []],
    ['usersGetAuthenticated', 'resource', true, '/user', []],
  ]);
});

test('arguments become requests', () => {
  const repo = { owner: 'acme', repo: 'shop' };
  const send = (name: string, args: object) => {
    const outcome = buildRequest(operation(name).document.request, { ...repo, ...args });
    return outcome.ok
      ? `${outcome.request.method} ${outcome.request.url} ${String(outcome.request.body ?? '')}`.trim()
      : outcome.problems;
  };
  const base = 'https://api.github.com/repos/acme/shop';
  expect(send('issuesListForRepo', { state: 'open', per_page: 100 })).toBe(
    `GET ${base}/issues?state=open&per_page=100`,
  );
  expect(send('issuesUpdate', { issue_number: 7, state_reason: null })).toBe(
    `PATCH ${base}/issues/7 {"state_reason":null}`,
  );
  expect(send('issuesCreateComment', { issue_number: 7, body: 'ü' })).toBe(
    `POST ${base}/issues/7/comments {"body":"ü"}`,
  );
  expect(send('issuesAddLabels', { issue_number: 7, body: ['bug'] })).toBe(`POST ${base}/issues/7/labels ["bug"]`);
  expect(send('reposCompareCommits', { base: 'main', head: 'feat/x' })).toBe(`GET ${base}/compare/main...feat%2Fx`);
  expect(send('issuesCreateComment', { issue_number: 7 })).toEqual([{ parameter: 'body', message: 'is required' }]);
});

test('a call names the resources it changed', () => {
  const { document, entry } = operation('issuesUpdate');
  const values = wireValues(document.request, { owner: 'acme', repo: 'shop', issue_number: 7, title: 'x' });
  expect(entry.effects.map(({ uri }) => renderUri(uri, values))).toEqual([
    'mcp+op://github/repos/acme/shop/issues/7',
    'mcp+op://github/repos/acme/shop/issues',
  ]);
});

test('the service holds what the Worker needs, and no more', () => {
  expect(set.services).toEqual({
    github: {
      binding: 'github',
      title: 'Repository API (a likeness)',
      version: '1.0.0',
      origins: ['https://api.github.com'],
      securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } },
      auth: { bearerAuth: { secret: 'GITHUB_API_TOKEN' } },
    },
  });
  expect(operation('searchIssuesAndPullRequests').entry.deprecated).toBe(true);
  expect(set.operations.every(({ document }) => document.request.security.join() === 'bearerAuth')).toBe(true);
});

test('every schema compiles, and the shared ones are exactly those that are needed', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const $defs = set.schemas['github'] ?? {};
  for (const { document } of set.operations) {
    for (const schema of [document.input, document.output]) if (schema) ajv.compile({ ...schema, $defs });
  }
  expect(Object.keys($defs).sort()).toEqual([
    'branch',
    'comparison',
    'issue',
    'issue_comment',
    'label',
    'nullable_simple_user',
    'pull_request',
    'repository',
    'review',
    'simple_user',
  ]);
  const accepts = ajv.compile({ ...operation('issuesUpdate').document.input, $defs });
  expect(accepts({ owner: 'a', repo: 'b', issue_number: 1, state_reason: null })).toBe(true);
  expect(accepts({ owner: 'a', repo: 'b', issue_number: '1' })).toBe(false);
  expect(accepts({ owner: 'a', repo: 'b', issue_number: 1, sate: 'open' })).toBe(false);
});

test('everything has a canonical form', () => expect(() => canonicalJson(set)).not.toThrow());
