import type { WorkerStatus } from '../../src/contract/push/push-messages.js';
import { statusText } from '../../src/report/status.js';

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
