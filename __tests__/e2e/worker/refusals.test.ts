import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { MEDIA_TYPES } from '../../../src/contract/bundle/bundle-index.js';
import {
  applyBody,
  planBody,
  sendStatement,
  type PushAnswer,
  type PushRequestOptions,
} from '../../support/worker-client.js';
import { finishTestBundle, makeTestBundle, sha256, type TestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { lastGoodIs, readState } from '../../support/worker-state.js';
import { makeTestKey, signTestStatement, type StatementChanges } from '../../support/worker-statements.js';

const key = makeTestKey();
const otherKey = makeTestKey();
const now = (): number => Math.floor(Date.now() / 1000);

let workers: TestWorkers;
let url: string;
let live: TestBundle;
let next: TestBundle;

beforeAll(async () => {
  live = await makeTestBundle();
  next = await makeTestBundle({ text: 'Something new.' });
  workers = await startTestWorkers([{ compiled: live, secrets: { TRUSTED_PUBKEY: key.publicPem } }]);
  url = await workers.url();
  await sendStatement(url, signTestStatement(key, 'apply', live), { body: applyBody(live) });
  await lastGoodIs(workers, live.sha256);
});
afterAll(() => workers?.stop());

/** Expects a refusal that changes neither what is live nor the copy in KV. */
async function expectRefused(send: () => Promise<PushAnswer>, status: number, code: string): Promise<PushAnswer> {
  const before = await readState(workers, key, live);
  const answer = await send();
  expect({ status: answer.status, code: answer.body.error?.code }).toEqual({ status, code });
  expect(answer.body).toMatchObject({ protocol: 1, requestId: expect.any(String), serverTime: expect.any(String) });
  expect(answer.body.requestId).toBe(answer.headers.get('X-Request-Id'));
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(await readState(workers, key, live)).toEqual(before);
  return answer;
}

/** An apply of the next bundle with changes to its statement. */
const applyNext = (changes: StatementChanges = {}, signer = key) =>
  sendStatement(url, signTestStatement(signer, 'apply', next, changes), { body: applyBody(next) });
/** An apply of a bundle that is signed for as it is. */
const applyAs = (bundle: TestBundle, artifacts = bundle.artifacts) =>
  sendStatement(url, signTestStatement(key, 'apply', bundle), { body: applyBody(bundle, artifacts) });

describe('refuses a statement', () => {
  test('that is not there', () =>
    expectRefused(() => sendStatement(url, null, { body: applyBody(next) }), 401, 'missing_statement'));

  test('of a key id that is no trust root', () =>
    expectRefused(() => applyNext({ header: { kid: 'stranger' } }), 401, 'unknown_kid'));

  test('signed with another key under a trusted key id', () =>
    expectRefused(() => applyNext({}, otherKey), 401, 'bad_signature'));

  test('whose claims were changed after signing', async () => {
    const [header, , signature] = signTestStatement(key, 'apply', next).split('.');
    const [, claims] = signTestStatement(otherKey, 'apply', next).split('.');
    await expectRefused(
      () => sendStatement(url, `${header}.${claims}.${signature}`, { body: applyBody(next) }),
      401,
      'bad_signature',
    );
  });

  test.each([
    ['none', 401, 'alg_key_mismatch'],
    ['HS256', 401, 'alg_key_mismatch'],
    ['RS256', 401, 'alg_key_mismatch'],
  ])('whose header names the algorithm %s', (alg, status, code) =>
    expectRefused(() => applyNext({ header: { alg } }), status, code),
  );

  test('that brings its own key', () =>
    expectRefused(() => applyNext({ header: { jwk: {} } }), 400, 'malformed_statement'));

  test('of another type', () => expectRefused(() => applyNext({ header: { typ: 'JWT' } }), 401, 'wrong_type'));

  test('of another version', () => expectRefused(() => applyNext({ claims: { v: 2 } }), 400, 'unsupported_version'));

  test('with a claim that is not in the set', () =>
    expectRefused(
      () => applyNext({ claims: { admin: true } as StatementChanges['claims'] }),
      400,
      'malformed_statement',
    ));

  test('for another Worker', () =>
    expectRefused(
      () => applyNext({ claims: { aud: 'https://other.example/_frontmcp/resync' } }),
      403,
      'wrong_audience',
    ));

  test('for another environment', () =>
    expectRefused(() => applyNext({ claims: { env: 'staging' } }), 403, 'wrong_environment'));

  test('for another project', () => expectRefused(() => applyNext({ claims: { name: 'other' } }), 403, 'wrong_name'));

  test('whose intent belongs to another route', () =>
    expectRefused(
      () => sendStatement(url, signTestStatement(key, 'blob', next), { body: applyBody(next) }),
      403,
      'wrong_operation',
    ));

  test('that was made to be compiled in', () =>
    expectRefused(
      () => sendStatement(url, signTestStatement(key, 'embed', next), { body: applyBody(next) }),
      403,
      'wrong_operation',
    ));

  test('that has expired', () =>
    expectRefused(() => applyNext({ claims: { iat: now() - 600, exp: now() - 301 } }), 401, 'outside_window'));

  test('from the future', () =>
    expectRefused(() => applyNext({ claims: { iat: now() + 120, exp: now() + 240 } }), 401, 'outside_window'));

  test('that wants to live longer than the window', () =>
    expectRefused(() => applyNext({ claims: { exp: now() + 3600 } }), 401, 'outside_window'));

  test('that has been used', async () => {
    const statement = signTestStatement(key, 'apply', live);
    expect((await sendStatement(url, statement, { body: applyBody(live) })).body.status).toBe('unchanged');
    await expectRefused(() => sendStatement(url, statement, { body: applyBody(live) }), 409, 'replayed');
  });

  test('that has been used for a question', async () => {
    const statement = signTestStatement(key, 'plan', next);
    expect((await sendStatement(url, statement, { body: planBody(next) })).body.status).toBe('planned');
    await expectRefused(() => sendStatement(url, statement, { body: planBody(next) }), 409, 'replayed');
  });

  test('that was refused in the store before', async () => {
    const statement = signTestStatement(key, 'apply', next, { claims: { expect: null } });
    expect((await sendStatement(url, statement, { body: applyBody(next) })).body.error.code).toBe('conflict');
    await expectRefused(() => sendStatement(url, statement, { body: applyBody(next) }), 409, 'replayed');
  });
});

describe('refuses a push that was planned against', () => {
  test.each([
    ['an empty Worker', () => null],
    ['another generation', () => ({ generation: 7, sha256: live.sha256 })],
    ['another bundle', () => ({ generation: 1, sha256: next.sha256 })],
  ])('%s', async (_name, expectation) => {
    const { body } = await expectRefused(() => applyNext({ claims: { expect: expectation() } }), 409, 'conflict');
    expect(body.error.details).toEqual({ expected: expectation(), head: { generation: 1, sha256: live.sha256 } });
    expect(body).toMatchObject({ generation: 1, bundleSha256: live.sha256 });
  });
});

describe('refuses a request', () => {
  const statement = () => signTestStatement(key, 'apply', next);

  test('to another address', () =>
    expectRefused(
      () => sendStatement(url, statement(), { body: applyBody(next), path: '/_frontmcp/resync/' }),
      404,
      'not_found',
    ));

  test('with another method', async () => {
    const { headers } = await expectRefused(
      () => sendStatement(url, statement(), { method: 'GET' }),
      405,
      'method_not_allowed',
    );
    expect(headers.get('Allow')).toBe('POST');
  });

  test.each([['application/json'], ['application/vnd.frontmcp.push.v1+json; charset=latin1'], ['text/plain']])(
    'of type %s',
    (type) =>
      expectRefused(
        () => sendStatement(url, statement(), { body: applyBody(next), headers: { 'Content-Type': type } }),
        415,
        'unsupported_media_type',
      ),
  );

  test('with another encoding', () =>
    expectRefused(
      () => sendStatement(url, statement(), { body: applyBody(next), headers: { 'Content-Encoding': 'br' } }),
      415,
      'unsupported_media_type',
    ));

  test('with a statement over 8 KB', () =>
    expectRefused(
      () => sendStatement(url, 'a'.repeat(8 * 1024 + 1), { body: applyBody(next) }),
      431,
      'header_too_large',
    ));
});

describe('refuses a body', () => {
  const send = (body: PushRequestOptions['body'], headers: Record<string, string> = {}) =>
    sendStatement(url, signTestStatement(key, 'apply', next), {
      body,
      headers: { 'Content-Type': 'application/vnd.frontmcp.push.v1+json', ...headers },
    });
  const gzip = { 'Content-Encoding': 'gzip' };
  const zipped = () => gzipSync(applyBody(next));

  test.each([
    ['that is empty', null],
    ['that is no JSON', '{'],
    ['that is a list', '[]'],
    ['with a member nobody knows', '{"v":1,"bundle":"","extra":1}'],
    ['without a bundle', '{"v":1}'],
    ['whose artifacts are no texts', `{"v":1,"bundle":"","artifacts":{"${'a'.repeat(64)}":1}}`],
    ['whose artifacts have no digests', '{"v":1,"bundle":"","artifacts":{"../x":""}}'],
    ['that reaches for a prototype', '{"v":1,"bundle":"","artifacts":{"__proto__":""}}'],
    ['that is nested', `{"v":1,"bundle":${'['.repeat(100_000)}`],
    ['that is no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
  ])('%s', (_name, body) => expectRefused(() => send(body), 400, 'malformed_body'));

  test('of another version', () => expectRefused(() => send('{"v":2,"bundle":""}'), 400, 'unsupported_version'));

  test('with artifacts in a plan', () =>
    expectRefused(
      () => sendStatement(url, signTestStatement(key, 'plan', next), { body: applyBody(next) }),
      400,
      'malformed_body',
    ));

  test.each([
    ['is cut short', () => zipped().subarray(0, -10)],
    ['has a second member', () => Buffer.concat([zipped(), zipped()])],
    ['is followed by anything', () => Buffer.concat([zipped(), Buffer.from('x')])],
    ['is none', () => Buffer.from('plain')],
  ])('whose gzip %s', (_name, body) => expectRefused(() => send(new Uint8Array(body()), gzip), 400, 'malformed_body'));

  test('that is too large', () =>
    expectRefused(() => send(`{"v":1,"bundle":"${'a'.repeat(32 * 1024 * 1024)}"}`), 413, 'too_large'));

  test('that is too large and does not say so', () =>
    expectRefused(() => send(new Blob(['a'.repeat(33 * 1024 * 1024)]).stream()), 413, 'too_large'));

  test('that nobody wants to read, and says why', () =>
    expectRefused(
      () =>
        sendStatement(url, signTestStatement(key, 'apply', next, { claims: { env: 'staging' } }), {
          body: 'a'.repeat(40 * 1024 * 1024),
        }),
      403,
      'wrong_environment',
    ));

  test('that unpacks to more than the limit', () =>
    expectRefused(() => send(new Uint8Array(gzipSync(Buffer.alloc(200 * 1024 * 1024, 'a'))), gzip), 413, 'too_large'));

  test('of a plan that is larger than what was signed for', () =>
    expectRefused(
      () =>
        sendStatement(url, signTestStatement(key, 'plan', next), {
          body: `{"v":1,"bundle":"${'a'.repeat(next.size * 6 + 1024)}"}`,
        }),
      413,
      'too_large',
    ));

  test('whose statement already claims too much', () =>
    expectRefused(() => applyNext({ claims: { size: 4 * 1024 * 1024 + 1 } }), 413, 'too_large'));
});

describe('refuses a bundle', () => {
  test('that is not the one that was signed for', () =>
    expectRefused(
      () => sendStatement(url, signTestStatement(key, 'apply', next), { body: applyBody(live) }),
      422,
      'digest_mismatch',
    ));

  test('of another size than was signed for', () =>
    expectRefused(() => applyNext({ claims: { size: next.size + 1 } }), 422, 'digest_mismatch'));

  test.each([
    ['with white space', (text: string) => `${text}\n`],
    [
      'with its keys in another order',
      (text: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())),
    ],
    ['with a key twice', (text: string) => text.replace('"v":1', '"v":1,"v":1')],
    [
      'with a key that reaches for a prototype',
      (text: string) => text.replace('"frontMatter":{}', '"frontMatter":{"__proto__":{}}'),
    ],
    ['that is no JSON', () => '{'],
  ])('%s', (_name, spell) => {
    const text = spell(next.text);
    return expectRefused(
      () => applyAs({ ...next, text, size: Buffer.byteLength(text), sha256: sha256(text) }),
      422,
      'not_canonical',
    );
  });

  test.each<[string, (bundle: TestBundle['index']) => void, string]>([
    ['that breaks the schema', (index) => Object.assign(index, { surprise: true }), '/surprise'],
    [
      'that loads a skill it does not have',
      (index) => index.manifest.hot.skills.alwaysLoad.push('nobody'),
      '/manifest/hot/skills/alwaysLoad',
    ],
    [
      'that calls an API over plain http',
      (index) => Object.assign(index.services, { shop: service({ origins: ['http://api.example'] }) }),
      '/services/shop/origins/0',
    ],
    [
      'that calls an API by more than its origin',
      (index) => Object.assign(index.services, { shop: service({ origins: ['https://api.example/v1'] }) }),
      '/services/shop/origins/0',
    ],
    [
      'that fetches tokens over plain http',
      (index) => Object.assign(index.services, { shop: service({ auth: tokensFrom('http://login.example/token') }) }),
      '/services/shop/auth/key',
    ],
    [
      'whose file names leave the skill',
      (index) => renameFile(index, '../outside.md'),
      '/skills/greeting/files/..~1outside.md',
    ],
  ])('%s', async (_name, change, pointer) => {
    const bundle = await makeTestBundle({ change, files: { 'notes.md': 'Notes.' } });
    const { body } = await expectRefused(() => applyAs(bundle), 422, 'invalid_bundle');
    expect(body.error.details.problems).toEqual([expect.objectContaining({ pointer, message: expect.any(String) })]);
  });

  test.each([['name'], ['environment']] as const)('whose content has another %s than its statement', async (field) => {
    const bundle = await makeTestBundle({ change: (index) => Object.assign(index, { [field]: 'other' }) });
    const claims = { env: 'production', name: 'acme' };
    const statement = signTestStatement(key, 'apply', bundle, { claims });
    const { body } = await expectRefused(
      () => sendStatement(url, statement, { body: applyBody(bundle) }),
      422,
      'identity_mismatch',
    );
    expect(body.error.details.field).toBe(field);
  });

  test('whose statement lies about its structure', () =>
    expectRefused(() => applyNext({ claims: { struct: 'a'.repeat(64) } }), 422, 'identity_mismatch'));

  test('that would change what only a redeploy may change', async () => {
    const bundle = await makeTestBundle({
      change: ({ manifest: { structural } }) => {
        structural.signing.trustRoots.push({ kid: 'mine', publicKeySecret: 'TRUSTED_PUBKEY' });
        structural.auth = { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } };
      },
    });
    const { body } = await expectRefused(() => applyAs(bundle), 409, 'redeploy_required');
    expect(body.error.details.pointers).toEqual(['/auth/apiKey', '/auth/provider', '/signing/trustRoots/1']);
  });

  test('that signs in with the secret that pushes are checked with', async () => {
    const auth = { key: { secret: 'TRUSTED_PUBKEY' } };
    const bundle = await makeTestBundle({
      change: (index) => Object.assign(index.services, { shop: service({ auth }) }),
    });
    await expectRefused(() => applyAs(bundle), 422, 'invalid_bundle');
  });

  test('whose blob was never uploaded', async () => {
    const digest = sha256(randomBytes(8));
    const blob = { sha256: digest, size: 5, mediaType: 'image/png', blob: true as const };
    const bundle = await makeTestBundle({
      change: ({ skills }) => Object.assign(skills.greeting?.files ?? {}, { 'big.png': blob }),
    });
    const { body } = await expectRefused(() => applyAs(bundle), 422, 'blob_missing');
    expect(body.error.details.files).toEqual([{ path: 'greeting/big.png', sha256: digest, size: 5 }]);
  });
});

describe('refuses artifacts', () => {
  const main = () => next.index.skills.greeting?.files['SKILL.md']?.sha256 ?? '';

  test('that were changed', () =>
    expectRefused(() => applyAs(next, { ...next.artifacts, [main()]: 'Evil.' }), 422, 'digest_mismatch'));

  test('that nobody asked for', async () => {
    const stray = sha256('stray');
    const { body } = await expectRefused(
      () => applyAs(next, { ...next.artifacts, [stray]: 'stray' }),
      422,
      'unknown_artifact',
    );
    expect(body.error.details.digests).toEqual([stray]);
  });

  test('that are not there', async () => {
    const { body } = await expectRefused(() => applyAs(next, {}), 422, 'artifact_missing');
    expect(body.error.details.digests).toEqual(Object.keys(next.artifacts).sort());
    expect(body.error.retry).toBe('new-statement');
  });

  test('of another size than the index says', async () => {
    const bundle = await makeTestBundle({
      text: 'Sized.',
      change: ({ search }) => Object.assign(search, { size: search.size + 1 }),
    });
    await expectRefused(() => applyAs(bundle), 422, 'digest_mismatch');
  });

  test.each([
    ['is no search index', 'nonsense'],
    [
      'names a skill that is not there',
      JSON.stringify({ v: 1, vocabulary: [], documents: [{ id: 'ghost', fields: [[], [], [], [], []] }] }),
    ],
  ])('whose search index %s', async (_name, text) => {
    const plain = await makeTestBundle({ text: 'Searched.' });
    const search = { sha256: sha256(text), size: Buffer.byteLength(text), mediaType: MEDIA_TYPES.search };
    const artifacts = { ...plain.artifacts, [search.sha256]: text };
    delete artifacts[plain.index.search.sha256];
    const bundle = await finishTestBundle({ ...plain.index, search }, artifacts);
    const { body } = await expectRefused(() => applyAs(bundle), 422, 'invalid_bundle');
    expect(body.error.details.problems).toEqual([{ pointer: '/search', message: expect.any(String) }]);
  });
});

describe('refuses a rollback', () => {
  test('to a bundle that was never live', async () => {
    const statement = signTestStatement(key, 'rollback', next);
    const { body } = await expectRefused(() => sendStatement(url, statement), 422, 'rollback_target');
    expect(body.error.details).toEqual({ target: next.sha256, kept: [{ generation: 1, sha256: live.sha256 }] });
  });
});

test('a Worker without a required secret refuses pushes, and plans, by the name of the secret', async () => {
  const needy = await makeTestBundle({
    change: ({ manifest }) => manifest.structural.secrets.push({ name: 'API_TOKEN' }),
  });
  const others = await startTestWorkers([{ compiled: needy, secrets: { TRUSTED_PUBKEY: key.publicPem } }]);
  try {
    const target = await others.url();
    for (const [op, body] of [
      ['apply', applyBody(needy)],
      ['plan', planBody(needy)],
    ] as const) {
      const answer = await sendStatement(target, signTestStatement(key, op, needy), { body });
      expect({ status: answer.status, code: answer.body.error.code }).toEqual({ status: 422, code: 'missing_secret' });
      expect(answer.body.error.details).toEqual({ names: ['API_TOKEN'] });
    }
  } finally {
    await others.stop();
  }
});

test('tells nobody without a signature what is live', async () => {
  const { body } = await sendStatement(url, null, { body: applyBody(next) });
  expect(body).toMatchObject({ generation: null, bundleSha256: null });
});

function service(change: object): object {
  return {
    binding: 'shop',
    origins: ['https://api.example'],
    securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    auth: false,
    ...change,
  };
}

function tokensFrom(tokenUrl: string): object {
  return { key: { clientCredentials: { clientIdSecret: 'CLIENT', clientSecretSecret: 'CLIENT', tokenUrl } } };
}

function renameFile(index: TestBundle['index'], path: string): void {
  const files: Record<string, unknown> = index.skills.greeting?.files ?? {};
  const file = files['notes.md'];
  delete files['notes.md'];
  if (file) files[path] = file;
}
