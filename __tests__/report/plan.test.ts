import type { Plan } from '../../src/commands/plan-result.js';
import { diffBundles, type BundleDiff } from '../../src/contract/bundle/diff.js';
import type { Weakening } from '../../src/contract/bundle/weakening.js';
import { changeCounts, planDiagram, planMarkdown, planText } from '../../src/report/plan.js';
import { phraseText } from '../../src/report/phrase.js';
import { weakeningPhrase } from '../../src/report/plan-sections.js';
import { sampleIndex } from '../support/sample-index.js';

const nothing: BundleDiff = diffBundles(sampleIndex(), sampleIndex());
const mention = (path: string) => ({ operation: 'shop.refund', method: 'POST', path, readOnly: false });
const full: BundleDiff = {
  capabilities: [
    {
      skill: 'refund',
      gained: [mention('/orders/{id}/refund')],
      lost: [{ ...mention('/orders/{id}'), operation: 'shop.getOrder', method: 'GET', readOnly: true }],
    },
  ],
  hosts: { gained: ['https://pay.example.com'], lost: [] },
  credentials: { added: ['pay/token'], removed: [], changed: [] },
  weaker: [{ kind: 'auth-provider', from: 'oauth', to: 'none' }],
  skills: { added: ['greet'], removed: [], changed: ['refund', 'find'] },
  revokedApprovals: ['refund'],
  operations: { added: ['shop.refund'], removed: [], changed: ['shop.getOrder'] },
  structural: ['/auth/provider'],
};
const plan = (diff: BundleDiff | undefined, rest: Partial<Plan> = {}): Plan => ({
  base: { kind: 'git', ref: 'main' },
  diff,
  ...rest,
});

test('leads with what skills may call, then hosts, credentials and weakenings, and ends with what needs a redeploy', () => {
  const titles = [
    'What skills may call',
    'Hosts the Worker may call',
    'Credentials',
    'Weaker than before',
    'Skills',
    'Operations',
    'Needs a redeploy of the Worker',
  ];
  for (const text of [planText(plan(full)), planMarkdown(plan(full))]) {
    const places = titles.map((title) => text.search(new RegExp(`^(#### )?${title}$`, 'm')));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test('names method, path and operation of what a skill gains and loses', () => {
  const text = planText(plan(full));
  expect(text).toContain('+ refund gains POST /orders/{id}/refund (shop.refund, writes)');
  expect(text).toContain('- refund loses GET /orders/{id} (shop.getOrder, reads)');
});

test('says which operations a person has to agree to', () => {
  const [capability] = full.capabilities;
  const gained = (capability?.gained ?? []).map((each) => ({ ...each, approval: true as const }));
  const guarded = plan({ ...full, capabilities: [{ skill: 'refund', gained, lost: [] }] });
  expect(planText(guarded)).toContain(
    '+ refund gains POST /orders/{id}/refund (shop.refund, writes, after a person agrees)',
  );
  expect(planMarkdown(guarded)).toContain('writes, after a person agrees');
});

test('says which changed skills lose the approvals of hosts', () => {
  const text = planText(plan(full));
  expect(text).toContain('~ refund: its files change, so hosts ask people to approve it again');
  expect(text).toMatch(/~ find$/m);
});

test('says with what it compares, and what is missing when it cannot', () => {
  expect(planText(plan(nothing, { unchanged: true }))).toContain(
    'Nothing would change\nCompared with the commit main.',
  );
  expect(planText(plan(full, { base: { kind: 'none', reason: 'no history' } }))).toContain(
    'No base to compare with (no history)',
  );
  expect(planText(plan(full, { baseProblem: { code: 'base-invalid', message: 'It does not build.' } }))).toContain(
    'It does not build. Without a base, everything is shown as new.',
  );
  const live = { kind: 'live' as const, url: 'https://w.example.com' };
  expect(planText(plan(undefined, { base: live }))).toContain('Nothing is live at https://w.example.com yet.');
  expect(
    planText(plan(undefined, { base: { ...live, sha256: 'ab'.repeat(32), generation: 4 }, unchanged: false })),
  ).toMatch(/The live bundle differs[\s\S]*digest abababababab, generation 4[\s\S]*tells its digest only/);
});

test.each<[Weakening, string]>([
  [
    { kind: 'auth-provider', from: 'oauth', to: 'none' },
    'Anybody who reaches the Worker may use it: sign-in changes from oauth to none',
  ],
  [{ kind: 'scope-dropped', scope: 'orders' }, 'Callers no longer need the scope orders'],
  [{ kind: 'credential-dropped', service: 'shop' }, 'The Worker no longer signs in to shop'],
  [{ kind: 'plain-http', origin: 'http://x' }, 'Requests to http://x go unencrypted'],
  [{ kind: 'access-dropped', skill: 'refund' }, 'Every caller may use the skill refund: its access rule is gone'],
  [{ kind: 'approval-dropped', pattern: 'shop.*' }, "Operations matching shop.* no longer need a person's yes"],
  [{ kind: 'origin-allowed', origin: 'https://x' }, 'Browsers on https://x may call the Worker'],
  [{ kind: 'trust-root-added', kid: 'k2' }, 'A push may also be signed with the key k2'],
])('says in a sentence what becomes weaker: $kind', (weakening, sentence) => {
  expect(phraseText(weakeningPhrase(weakening))).toBe(sentence);
});

test('cannot be turned into markup by names from a pull request', () => {
  const skill = '</code><img src=x> `a` [x](y) @team\n### fake';
  const hostile = { ...full, capabilities: [{ skill, gained: [mention('/a"]\n o9["x')], lost: [] }] };
  const markdown = planMarkdown(plan(hostile));
  expect(markdown).not.toMatch(/^### fake/m);
  // What is left of the name stands inside code spans and the diagram.
  const outside = markdown.replace(/```[\s\S]*?```/g, '').replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, '');
  expect(outside).not.toMatch(/<img|@team|\[x\]/);
  const diagram = planDiagram(hostile) ?? '';
  expect(diagram.split('\n')).toHaveLength(4);
  // Labels are quoted, and nothing inside closes the quote.
  expect(diagram).not.toContain('<');
  for (const line of diagram.split('\n').slice(1, 3)) expect(line).toMatch(/^ {2}[so]\d+\(?\["[^"]*"\]\)?$/);
});

test('bounds long sections and draws no diagram that nobody can read', () => {
  const many = Array.from({ length: 90 }, (_, index) => mention(`/p${index}`));
  const diff = { ...nothing, capabilities: [{ skill: 's', gained: many, lost: [] }] };
  expect(planMarkdown(plan(diff))).toContain('- … and 30 more');
  expect(planDiagram(diff)).toBeUndefined();
  expect(planText(plan(diff))).toContain('/p89');
});

test('counts every kind of change', () => {
  expect(changeCounts(full)).toEqual({
    skills: { added: 1, removed: 0, changed: 2 },
    operations: { added: 1, removed: 0, changed: 1 },
    credentials: { added: 1, removed: 0, changed: 0 },
    capabilities: { gained: 1, lost: 1 },
    hosts: { gained: 1, lost: 0 },
    weaker: 1,
    revokedApprovals: 1,
    structural: 1,
  });
});
