// What a release stored and emitted, read without a Worker: fixtures/formats/README.md.
import canonicalize from 'canonicalize';
import { createPublicKey, verify } from 'node:crypto';
import { verifyChain } from '../../support/verify-chain.js';
import { parseBundle } from '../../../src/contract/bundle/parse-bundle.js';
import { sha256 } from '../../support/worker-bundles.js';
import { readRelease, RELEASES, type Release } from './read-release.js';
import { toldHeads } from './release-target.js';

describe.each(RELEASES)('of %s', (name) => {
  let release: Release;
  beforeAll(async () => {
    release = await readRelease(name);
  });

  test('bundles have their digests, name all of their files and keep to the schema', () => {
    for (const bundle of Object.values(release.bundles)) {
      const { text, size, sha256File, files } = bundle;
      expect(sha256File).toBe(`${sha256(text)}  bundle.json\n`);
      expect(canonicalize(JSON.parse(text))).toBe(text);
      expect(parseBundle(text, size)).toMatchObject({ ok: true });
      const refs = [...text.matchAll(/"sha256":"([0-9a-f]{64})","size":(\d+)/g)];
      expect(new Set(refs.map(([, digest]) => digest))).toEqual(new Set(Object.keys(files)));
      for (const [, digest = '', length] of refs) {
        expect(sha256(files[digest] ?? '')).toBe(digest);
        expect(files[digest]).toHaveLength(Number(length));
      }
    }
  });

  test('statements are signed by the release, each about its bundle', () => {
    const key = createPublicKey(release.publicPem);
    const generations = release.storage.bundle.rows.generations ?? [];
    const statements = [
      ...generations.map(({ statement, sha256: digest }) => ({ statement: String(statement), digest })),
      ...release.pushes.map(({ headers }) => ({ statement: headers['frontmcp-push'] ?? '', digest: undefined })),
    ];
    expect(statements.length).toBeGreaterThan(12);
    for (const { statement, digest } of statements) {
      const [header = '', payload = '', signature = ''] = statement.split('.');
      expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
      if (digest !== undefined) expect(claimsOf(payload).sha256).toBe(digest);
    }
  });

  test('the audit chain is whole, in the database and in BundleDO, with the head of every receipt', () => {
    const pick = ({ hash, record }: Record<string, unknown>) => ({ hash, record: JSON.parse(String(record)) });
    const entries = release.storage.audit.rows.frontmcp_audit.map(pick);
    expect(release.storage.bundle.rows.audit?.map(pick)).toEqual(entries);
    for (const { hash, record } of entries)
      expect(sha256(`frontmcp-audit-v1\n${record.chain}\n${canonicalize(record)}`)).toBe(hash);
    const heads = toldHeads(release);
    expect(heads.length).toBeGreaterThan(8);
    expect(verifyChain(entries, heads)).toMatchObject({ ok: true, head: heads.at(-1) });
    expect(entries.map(({ record }) => record.type)).toEqual(
      expect.arrayContaining([
        'applied',
        'unchanged',
        'rolled_back',
        'planned',
        'status',
        'stored',
        'refused',
        'action',
      ]),
    );
  });

  test('keys in KV and R2 are the documented ones', () => {
    const { cache, nonces, blobs } = release.storage;
    expect(cache.map(({ key }) => key)).toEqual([
      'last-good/formats/production',
      'last-good/formats/production/3/0',
      'last-good/formats/production/4/0',
    ]);
    const jtis = release.pushes.map(
      ({ headers }) => claimsOf((headers['frontmcp-push'] ?? '').split('.')[1] ?? '').jti,
    );
    expect(new Set(nonces.map(({ key }) => key))).toEqual(new Set(jtis.map((jti) => `jti/${sha256(jti ?? '')}`)));
    for (const { key, base64 } of blobs) expect(key).toBe(`sha256/${sha256(Buffer.from(base64, 'base64'))}`);
    expect(blobs).toHaveLength(1);
  });
});

function claimsOf(payload: string): { sha256?: string; jti?: string } {
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}
