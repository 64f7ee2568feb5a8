import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { importSource } from '../import-source.mjs';

const NAME = 'conformance';
/**
 * @typedef {import('../../src/contract/bundle/bundle-index.js').ArtifactRef} ArtifactRef
 * @typedef {import('../../src/contract/bundle/bundle-index.js').BundleIndex} BundleIndex
 * @typedef {{ description: string, files: Record<string, string> & { 'SKILL.md': string } }} SkillSource
 */

/** @type {Record<string, SkillSource>} */
const SKILLS = {
  greeting: {
    description: 'Greets people by name.',
    files: {
      'SKILL.md': '# Greeting\n\nAsk for the name first.\n',
      'references/forms.md': '# Forms\n\nGood morning until noon.\n',
    },
  },
  farewell: {
    description: 'Says goodbye.',
    files: { 'SKILL.md': '# Farewell\n\nUse the name.\n', 'references/forms.md': '# Forms\n\nSee you soon.\n' },
  },
};

/**
 * A small deploy bundle, signed as `emit-wrangler` signs what it compiles in, so that the Worker serves it at once.
 * Returns the module's value, and the public key that the Worker must trust.
 * @param {string} root of the project
 */
export async function makeConformanceBundle(root) {
  const { canonicalJson } = /** @type {typeof import('../../src/contract/encoding/canonical-json.js')} */ (
    await importSource(root, 'src/contract/encoding/canonical-json.ts')
  );
  const { structuralDigest } = /** @type {typeof import('../../src/contract/bundle/structural-digest.js')} */ (
    await importSource(root, 'src/contract/bundle/structural-digest.ts')
  );
  const { buildSearchIndex } = /** @type {typeof import('../../src/contract/search/build-search-index.js')} */ (
    await importSource(root, 'src/contract/search/build-search-index.ts')
  );
  /** @type {Record<string, string>} */
  const artifacts = {};
  /** @type {(text: string, mediaType: string) => ArtifactRef} */
  const add = (text, mediaType) => {
    const sha256 = digest(text);
    artifacts[sha256] = text;
    return { sha256, size: Buffer.byteLength(text), mediaType };
  };
  const search = buildSearchIndex(
    Object.entries(SKILLS).map(([id, { description, files }]) => ({
      id,
      name: id,
      description,
      tags: [],
      operations: [],
      text: files['SKILL.md'],
    })),
  );
  /** @type {BundleIndex} */
  const index = {
    format: 'frontmcp-bundle',
    v: 1,
    name: NAME,
    environment: 'base',
    manifest: {
      hot: { server: { info: { name: NAME, version: '1.0.0' } }, skills: { alwaysLoad: [] }, execution: {} },
      structural: structuralPart(),
    },
    services: {},
    skills: Object.fromEntries(Object.entries(SKILLS).map(([name, skill]) => [name, skillEntry(name, skill, add)])),
    operations: {},
    search: add(canonicalJson(search), 'application/vnd.frontmcp.search.v1+json'),
  };
  const bundle = canonicalJson(index);
  const { statement, publicKey } = signEmbedded(canonicalJson, { bundle, struct: await structuralDigest(index) });
  return { compiled: { v: 1, statement, bundle, artifacts }, publicKey };
}

/**
 * @param {string} name
 * @param {SkillSource} skill
 * @param {(text: string, mediaType: string) => ArtifactRef} add
 * @returns {BundleIndex['skills'][string]}
 */
function skillEntry(name, { description, files }, add) {
  const frontMatter = { name, description };
  const withFrontMatter = {
    ...files,
    'SKILL.md': `---\nname: ${name}\ndescription: ${description}\n---\n${files['SKILL.md']}`,
  };
  return {
    name,
    description,
    tags: [],
    frontMatter,
    files: Object.fromEntries(
      Object.entries(withFrontMatter).map(([path, text]) => [path, add(text, 'text/markdown')]),
    ),
    operations: [],
    alwaysLoad: false,
    hideFromDiscovery: false,
  };
}

/** @returns {BundleIndex['manifest']['structural']} */
function structuralPart() {
  const durableObjects = [
    { binding: 'SESSIONS', className: 'SessionDO' },
    { binding: 'EVENTS', className: 'EventStoreDO' },
    { binding: 'BUNDLE', className: 'BundleDO' },
  ];
  return {
    runtime: { target: 'cloudflare-worker', compatibilityDate: '2026-05-01' },
    bindings: {
      durableObjects,
      d1Databases: [],
      kvNamespaces: [{ binding: 'REPLAY_NONCE', id: 'nonces' }],
      r2Buckets: [],
    },
    signing: {
      algorithm: 'ed25519',
      trustRoots: [{ kid: 'conformance', publicKeySecret: 'TRUSTED_PUBKEY' }],
      replay: { windowSeconds: 300, nonceKv: 'REPLAY_NONCE' },
    },
    auth: { provider: 'none' },
    secrets: [{ name: 'TRUSTED_PUBKEY' }],
    deployment: {},
  };
}

/**
 * @param {typeof import('../../src/contract/encoding/canonical-json.js').canonicalJson} canonicalJson
 * @param {{ bundle: string, struct: string }} embedded
 */
function signEmbedded(canonicalJson, { bundle, struct }) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    v: 1,
    op: 'embed',
    aud: `frontmcp:${NAME}/base`,
    env: 'base',
    name: NAME,
    sha256: digest(bundle),
    size: Buffer.byteLength(bundle),
    struct,
    iat,
    exp: iat + 300,
    jti: randomBytes(24).toString('base64url'),
  };
  const segment = (/** @type {object} */ value) => Buffer.from(canonicalJson(value)).toString('base64url');
  const input = `${segment({ alg: 'EdDSA', kid: 'conformance', typ: 'frontmcp-push+jwt' })}.${segment(claims)}`;
  const statement = `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
  return { statement, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** @param {string} text */
function digest(text) {
  return createHash('sha256').update(text).digest('hex');
}
