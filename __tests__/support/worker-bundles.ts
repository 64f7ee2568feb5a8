import { createHash } from 'node:crypto';
import { buildSearchIndex } from '../../src/contract/search/build-search-index.js';
import { canonicalJson } from '../../src/contract/encoding/canonical-json.js';
import { structuralDigest } from '../../src/contract/bundle/structural-digest.js';
import { MEDIA_TYPES, type ArtifactRef, type BundleIndex } from '../../src/contract/bundle/bundle-index.js';

/** A bundle as a push sends it. */
export interface TestBundle {
  index: BundleIndex;
  /** The exact index bytes, as text. */
  text: string;
  size: number;
  sha256: string;
  struct: string;
  /** Digest → text. */
  artifacts: Record<string, string>;
}

/** What differs from the plain bundle. */
export interface TestBundleOptions {
  /** Text of the one skill: two bundles with other texts are two bundles. */
  text?: string;
  /** Changes the index before it is written. */
  change?: (index: BundleIndex) => void;
  /** Files of the skill besides SKILL.md. */
  files?: Record<string, string>;
}

/** Lower-case hex SHA-256. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A bundle of one knowledge skill. The structural part is always the same unless `change` touches it. */
export async function makeTestBundle(options: TestBundleOptions = {}): Promise<TestBundle> {
  const { text = 'How to greet.', change, files = {} } = options;
  const artifacts: Record<string, string> = {};
  const add = (content: string, mediaType: string): ArtifactRef => {
    const digest = sha256(content);
    artifacts[digest] = content;
    return { sha256: digest, size: Buffer.byteLength(content), mediaType };
  };
  const description = 'Greets people.';
  const search = buildSearchIndex([{ id: 'greeting', name: 'greeting', description, tags: [], operations: [], text }]);
  const index: BundleIndex = {
    format: 'frontmcp-bundle',
    v: 1,
    name: 'acme',
    environment: 'production',
    manifest: {
      hot: { server: { info: { name: 'acme-mcp', version: '1.0.0' } }, skills: { alwaysLoad: [] }, execution: {} },
      structural: structuralPart(),
    },
    services: {},
    skills: {
      greeting: {
        name: 'greeting',
        description,
        tags: [],
        frontMatter: {},
        files: Object.fromEntries(
          Object.entries({ 'SKILL.md': `# Greeting\n\n${text}\n`, ...files }).map(([path, content]) => [
            path,
            add(content, 'text/markdown'),
          ]),
        ),
        operations: [],
        alwaysLoad: false,
        hideFromDiscovery: false,
      },
    },
    operations: {},
    search: add(canonicalJson(search), MEDIA_TYPES.search),
  };
  change?.(index);
  return finishTestBundle(index, artifacts);
}

/** Writes an index as a push sends it. */
export async function finishTestBundle(index: BundleIndex, artifacts: Record<string, string>): Promise<TestBundle> {
  const text = canonicalJson(index);
  return {
    index,
    text,
    size: Buffer.byteLength(text),
    sha256: sha256(text),
    struct: await structuralDigest(index),
    artifacts,
  };
}

function structuralPart(): BundleIndex['manifest']['structural'] {
  return {
    runtime: { target: 'cloudflare-worker', compatibilityDate: '2026-05-01' },
    bindings: {
      durableObjects: [
        { binding: 'SESSIONS', className: 'SessionDO' },
        { binding: 'EVENTS', className: 'EventStoreDO' },
        { binding: 'BUNDLE', className: 'BundleDO' },
      ],
      d1Databases: [{ binding: 'AUDIT', databaseName: 'acme-audit', databaseId: 'audit' }],
      kvNamespaces: [
        { binding: 'BUNDLE_CACHE', id: 'cache' },
        { binding: 'REPLAY_NONCE', id: 'nonces' },
      ],
      r2Buckets: [{ binding: 'SKILL_DATA', bucketName: 'acme-data' }],
    },
    signing: {
      algorithm: 'ed25519',
      trustRoots: [{ kid: 'prod', publicKeySecret: 'TRUSTED_PUBKEY' }],
      replay: { windowSeconds: 300, nonceKv: 'REPLAY_NONCE' },
    },
    auth: { provider: 'none' },
    secrets: [{ name: 'TRUSTED_PUBKEY' }, { name: 'CLIENT', required: false }],
    deployment: { url: 'https://acme.example' },
  };
}
