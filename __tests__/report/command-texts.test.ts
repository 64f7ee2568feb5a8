import { bytesText, countsText, durationText, plural } from '../../src/report/counts.js';
import { devEventText } from '../../src/report/dev-text.js';
import { keygenText, publicKeySecretName } from '../../src/report/keygen-text.js';
import { createPathView } from '../../src/report/path-view.js';
import { statusText } from '../../src/report/status-text.js';
import type { WorkerStatus } from '../../src/contract/push/push-messages.js';

test('counts read like language', () => {
  expect(countsText({ error: 1, warning: 2, notice: 0 })).toBe('1 error, 2 warnings');
  expect(plural(12345, 'skill')).toBe('12,345 skills');
  expect([bytesText(1), bytesText(25_300), bytesText(1_260_000)]).toEqual(['1 byte', '25 kB', '1.3 MB']);
  expect([durationText(12.4), durationText(3456)]).toEqual(['12 ms', '3.5 s']);
});

test('a key pair comes with where each half goes', () => {
  const text = keygenText({ kid: 'prod:2026', privatePem: 'PRIVATE\n', publicPem: 'PUBLIC\n', thumbprint: 'tp' });
  expect(text).toMatch(
    /FRONTMCP_SIGNING_KEY[\s\S]*PRIVATE[\s\S]*wrangler secret put TRUSTED_PUBKEY_PROD_2026[\s\S]*PUBLIC[\s\S]*kid: "prod:2026"\n {6}publicKeySecret: TRUSTED_PUBKEY_PROD_2026\nsecrets:\n {2}- name: TRUSTED_PUBKEY_PROD_2026\n/,
  );
  expect(publicKeySecretName('--')).toBe('TRUSTED_PUBKEY');
});

test('a signed status names what the Worker lacks, and what to do', () => {
  const worker: WorkerStatus = {
    name: 'acme',
    environment: 'base',
    audience: 'aud',
    runtimeVersion: '1',
    structuralDigest: 's',
    appliedAt: null,
    trustRoots: [{ kid: 'k1', algorithm: 'EdDSA', thumbprint: 'tp' }],
    unusableTrustRoots: [{ kid: 'k2', reason: 'it is a private key' }],
    missingBindings: [{ binding: 'AUDIT', consequence: 'Only 1,000 records are kept.' }],
    missingSecrets: ['API_TOKEN'],
    auditPending: 3,
  } as WorkerStatus;
  const text = statusText({ url: 'https://w', worker });
  expect(text).toContain('k1 (EdDSA, thumbprint tp)');
  expect(text).toContain('The trust root "k2" cannot be used: it is a private key.');
  expect(text).toContain('Run: wrangler secret put API_TOKEN');
  expect(text).toContain('The binding "AUDIT" is missing: Only 1,000 records are kept.\n');
});

test('an unsigned status says why it is short', () => {
  expect(statusText({ url: 'https://w', live: { sha256: 'ab', generation: 2 } })).toMatch(
    /Bundle digest +ab\n[\s\S]*Without a signing key/,
  );
  expect(statusText({ url: 'https://w', live: {} })).toContain('none is live');
});

test('dev tells pushes, faults and restarts', () => {
  expect(
    devEventText({ kind: 'pushed', result: 'applied', generation: 3, sha256: 'ab'.repeat(32), milliseconds: 40 }),
  ).toBe('applied generation 3, abababababab, in 40 ms\n');
  expect(devEventText({ kind: 'failed', failure: { code: 'c', message: 'm' } })).toContain(
    'Still serving what was pushed before.',
  );
  expect(devEventText({ kind: 'invalid', diagnostics: [] })).toContain('Still serving what was pushed before.');
  expect(devEventText({ kind: 'restarted', pointers: ['/auth'] })).toContain('/auth');
  expect(devEventText({ kind: 'restarted', pointers: [] })).toBe('restarted with what .dev.vars says now\n');
  expect(devEventText({ kind: 'log', line: '\u001b[31mred' })).toBe('\\u{1b}[31mred\n');
  const request = (path: string) =>
    devEventText({
      kind: 'log',
      line: JSON.stringify({ level: 'info', event: 'request', method: 'POST', path, status: 200, durationMs: 4 }),
    });
  expect(request('/mcp')).toBe('POST /mcp 200 in 4 ms\n');
  expect(request('/_frontmcp/resync')).toBe('');
});

test('paths can be opened from where one stands', () => {
  expect(createPathView('/repo', '/repo')('a/b.md')).toBe('a/b.md');
  expect(createPathView('/repo', '/repo/a')('a/b.md')).toBe('b.md');
  expect(createPathView('/repo', '/repo/other')('a/b.md')).toBe('/repo/a/b.md');
  expect(createPathView('/repo', '/repo/a')('a/..b.md')).toBe('..b.md');
});
