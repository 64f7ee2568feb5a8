import { decideDryRun } from '../../src/action/dry-run.js';
import { readRunContext } from '../../src/action/run-context.js';

const ours = { repository: { full_name: 'acme/shop' } };
const pull = (repository: string | null, login = 'dev') => ({
  ...ours,
  pull_request: {
    user: { login },
    head: { repo: repository === null ? null : { full_name: repository } },
    base: { sha: 'a'.repeat(40) },
  },
});
const context = (event: string, payload: unknown, variables: Record<string, string> = {}) =>
  readRunContext({ GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'acme/shop', ...variables }, payload as never);
const decide = (setting: boolean | 'auto', ...run: Parameters<typeof context>) =>
  decideDryRun(setting, context(...run));

describe('dry-run: auto', () => {
  test.each([
    ['a push', 'push', ours, {}, false],
    ['a manual run', 'workflow_dispatch', ours, {}, false],
    ['a schedule', 'schedule', undefined, {}, false],
    ['a pull request', 'pull_request', pull('acme/shop'), {}, true],
    ['a pull request from a fork', 'pull_request', pull('evil/shop'), {}, true],
    ['a merge queue', 'merge_group', ours, {}, true],
    ['a privileged pull request', 'pull_request_target', pull('acme/shop'), {}, true],
    ['a push of Dependabot', 'push', ours, { GITHUB_ACTOR: 'dependabot[bot]' }, true],
    [
      'a workflow run that a fork set off',
      'workflow_run',
      { ...ours, workflow_run: { head_repository: { full_name: 'evil/shop' } } },
      {},
      true,
    ],
    [
      'a workflow run of our own',
      'workflow_run',
      { ...ours, workflow_run: { event: 'push', head_repository: { full_name: 'Acme/Shop' } } },
      {},
      false,
    ],
    [
      'a workflow run that a pull request of our own set off',
      'workflow_run',
      { ...ours, workflow_run: { event: 'pull_request', head_repository: { full_name: 'acme/shop' } } },
      {},
      true,
    ],
    [
      'a comment on a pull request',
      'issue_comment',
      { ...ours, issue: { pull_request: { url: 'https://x' } } },
      {},
      true,
    ],
    ['a comment on an issue', 'issue_comment', { ...ours, issue: {} }, {}, false],
  ])('%s', (_what, event, payload, variables, dryRun) => {
    expect(decide('auto', event, payload, variables)).toMatchObject({ ok: true, dryRun });
  });

  test('says why when nobody asked for a dry run', () => {
    expect(decide('auto', 'pull_request', pull('evil/shop'))).toMatchObject({
      note: 'Dry run: its code comes from the fork evil/shop, so nothing is signed or pushed.',
    });
    expect(decide('auto', 'push', ours)).not.toHaveProperty('note');
  });
});

describe('dry-run: false', () => {
  test.each([
    ['a privileged pull request from a fork', 'pull_request_target', pull('evil/shop'), {}],
    ['a fork that is gone', 'pull_request_target', pull(null), {}],
    ['a payload that cannot be read', 'pull_request_target', undefined, {}],
    ['a payload of another shape', 'pull_request_target', { pull_request: 'x' }, {}],
    ['a pull request from a fork', 'pull_request', pull('evil/shop'), {}],
    ['a run of Dependabot', 'push', ours, { GITHUB_ACTOR: 'dependabot[bot]' }],
    [
      'a pull request of Dependabot that somebody else runs again',
      'pull_request',
      pull('acme/shop', 'dependabot[bot]'),
      {},
    ],
    [
      'a workflow run that a fork set off',
      'workflow_run',
      { ...ours, workflow_run: { head_repository: { full_name: 'evil/shop' } } },
      {},
    ],
  ])('refuses to sign for %s', (_what, event, payload, variables) => {
    expect(decide(false, event, payload, variables)).toMatchObject({
      ok: false,
      failure: { code: 'untrusted-run', hint: expect.stringContaining('auto') },
    });
  });

  test('signs for a pull request of our own when the workflow says so', () => {
    expect(decide(false, 'pull_request', pull('acme/shop'))).toEqual({ ok: true, dryRun: false });
  });
});

test('dry-run: true holds whatever the event is', () => {
  expect(decide(true, 'push', ours)).toEqual({ ok: true, dryRun: true });
});

test.each([
  ['a pull request', 'pull_request', pull('acme/shop'), 'a'.repeat(40)],
  ['a push', 'push', { before: 'b'.repeat(40) }, 'b'.repeat(40)],
  ['a merge queue', 'merge_group', { merge_group: { base_sha: 'c'.repeat(40) } }, 'c'.repeat(40)],
  ['a new branch', 'push', { before: '0'.repeat(40) }, undefined],
  ['a base that is no commit', 'push', { before: '--upload-pack=x' }, undefined],
  ['another event', 'workflow_dispatch', ours, undefined],
])('takes the base commit from %s', (_what, event, payload, base) => {
  expect(context(event, payload).base).toBe(base);
});

test('tells the audit where the push comes from', () => {
  expect(
    context('push', ours, {
      GITHUB_SHA: 'd',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_ACTOR: 'dev',
    }).source,
  ).toEqual({
    repository: 'acme/shop',
    commit: 'd',
    ref: 'refs/heads/main',
    run: '7/2',
    actor: 'dev',
  });
});
