import type { ArtifactRef, BundleIndex } from '../../src/contract/bundle/bundle-index.js';

const REF: ArtifactRef = { sha256: 'a'.repeat(64), size: 10, mediaType: 'text/markdown' };

/** A small, valid index; each call makes a new one, so a test may change it. */
export function sampleIndex(): BundleIndex {
  return {
    format: 'frontmcp-bundle',
    v: 1,
    name: 'acme',
    environment: 'base',
    manifest: {
      hot: { server: { info: { name: 'acme', version: '1.0.0' } }, skills: { alwaysLoad: [] }, execution: {} },
      structural: {
        runtime: { target: 'cloudflare-worker', compatibilityDate: '2026-05-01' },
        bindings: {
          durableObjects: [
            { binding: 'SESSIONS', className: 'SessionDO' },
            { binding: 'EVENTS', className: 'EventStoreDO' },
            { binding: 'BUNDLE', className: 'BundleDO' },
          ],
          kvNamespaces: [{ binding: 'REPLAY_NONCE', id: 'kv-1' }],
        },
        signing: {
          algorithm: 'ed25519',
          trustRoots: [{ kid: 'k1', publicKeySecret: 'TRUSTED' }],
          replay: { windowSeconds: 300, nonceKv: 'REPLAY_NONCE' },
        },
        auth: { provider: 'none' },
        secrets: [
          { name: 'TRUSTED', required: true },
          { name: 'API_TOKEN', required: true },
        ],
        deployment: { workerName: 'acme' },
      },
    },
    services: {
      shop: {
        binding: 'shop',
        origins: ['https://api.example.com'],
        securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
        auth: { token: { secret: 'API_TOKEN' } },
      },
    },
    skills: {
      refund: {
        name: 'refund',
        description: 'Gives money back.',
        tags: [],
        frontMatter: { name: 'refund' },
        files: { 'SKILL.md': REF },
        operations: ['shop.getOrder'],
        alwaysLoad: false,
        hideFromDiscovery: false,
      },
    },
    operations: {
      'shop.getOrder': {
        spec: 'shop',
        id: 'getOrder',
        name: 'getOrder',
        method: 'GET',
        path: '/orders/{id}',
        summary: 'One order',
        tags: [],
        expose: 'both',
        readOnly: true,
        effects: [],
        artifact: { ...REF, sha256: 'b'.repeat(64) },
      },
    },
    search: { ...REF, sha256: 'c'.repeat(64) },
  };
}
