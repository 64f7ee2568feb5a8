import { MAX_INDEX_BYTES } from '../../../src/contract/bundle/bundle-limits.js';
import type { BundleIndex } from '../../../src/contract/bundle/bundle-index.js';
import { parseBundle, type BundleOutcome } from '../../../src/contract/bundle/parse-bundle.js';
import { utf8 } from '../../../src/contract/encoding/bytes.js';
import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import { sampleIndex } from '../../support/sample-index.js';
import { deepEqual, equal, ok } from '../assert.js';

function parse(text: string): BundleOutcome {
  return parseBundle(text, utf8(text).length);
}

function parseChanged(change: (index: BundleIndex) => void): BundleOutcome {
  const index = sampleIndex();
  change(index);
  return parse(canonicalJson(index));
}

function pointersOf(outcome: BundleOutcome): string[] {
  return outcome.ok || outcome.reason !== 'invalid' ? [] : outcome.problems.map(({ pointer }) => pointer).sort();
}

function refusesSpelling(name: string, spell: (text: string) => string) {
  return {
    name: `refuses an index ${name}`,
    run: () => {
      const outcome = parse(spell(canonicalJson(sampleIndex())));
      ok(!outcome.ok && outcome.reason === 'not_canonical', JSON.stringify(outcome).slice(0, 200));
    },
  };
}

export const cases = [
  {
    name: 'accepts a valid index',
    run: () => {
      const outcome = parse(canonicalJson(sampleIndex()));
      ok(outcome.ok, JSON.stringify(outcome).slice(0, 400));
    },
  },
  refusesSpelling('with a space', (text) => text.replace(':', ': ')),
  refusesSpelling('with a final newline', (text) => `${text}\n`),
  refusesSpelling('with a byte order mark', (text) => `\u{feff}${text}`),
  refusesSpelling('with a duplicate key', (text) => text.replace('{', '{"environment":"base",')),
  refusesSpelling('with keys out of order', (text) =>
    text.replace('"environment":"base","format":"frontmcp-bundle"', '"format":"frontmcp-bundle","environment":"base"'),
  ),
  refusesSpelling('with another spelling of a number', (text) => text.replace('"v":1', '"v":1.0')),
  refusesSpelling('with an escaped letter', (text) => text.replace('"base"', '"\\u0062ase"')),
  refusesSpelling('with a __proto__ key', (text) => text.replace('"frontMatter":{', '"frontMatter":{"__proto__":{},')),
  refusesSpelling('with a constructor key', (text) =>
    text.replace('"frontMatter":{', '"frontMatter":{"constructor":{},'),
  ),
  refusesSpelling('that nests too deep', (text) =>
    text.replace('"frontMatter":{', `"frontMatter":{"a":${'['.repeat(70)}${']'.repeat(70)},`),
  ),
  refusesSpelling('that is no JSON', () => '{'),
  {
    name: 'refuses an index over its size, before it is parsed',
    run: () => {
      const outcome = parseBundle('{', MAX_INDEX_BYTES + 1);
      ok(!outcome.ok && outcome.reason === 'too_large');
    },
  },
  {
    name: 'names every problem, not the first',
    run: () => {
      const outcome = parseChanged((index) => {
        Object.assign(index, { surplus: true });
        Object.assign(index.skills.refund ?? {}, { description: 7 });
      });
      deepEqual(pointersOf(outcome), ['/skills/refund/description', '/surplus']);
    },
  },
  {
    name: 'refuses a skill that names an operation the index lacks',
    run: () =>
      deepEqual(pointersOf(parseChanged((index) => index.skills.refund?.operations.push('shop.deleteOrder'))), [
        '/skills/refund/operations',
      ]),
  },
  {
    name: 'refuses an operation of a service the index lacks',
    run: () =>
      deepEqual(
        pointersOf(parseChanged((index) => Object.assign(index.operations['shop.getOrder'] ?? {}, { spec: 'other' }))),
        ['/operations/shop.getOrder/spec'],
      ),
  },
  {
    name: 'refuses an operation under a name that is not its own',
    run: () =>
      deepEqual(
        pointersOf(
          parseChanged((index) => Object.assign(index.operations['shop.getOrder'] ?? {}, { name: 'deleteOrder' })),
        ),
        ['/operations/shop.getOrder'],
      ),
  },
  {
    name: 'refuses a skill without SKILL.md',
    run: () =>
      deepEqual(pointersOf(parseChanged((index) => Object.assign(index.skills.refund ?? {}, { files: {} }))), [
        '/skills/refund/files',
      ]),
  },
  {
    name: 'refuses an always-loaded skill that does not exist',
    run: () =>
      deepEqual(pointersOf(parseChanged((index) => index.manifest.hot.skills.alwaysLoad.push('ghost'))), [
        '/manifest/hot/skills/alwaysLoad',
      ]),
  },
  {
    name: 'refuses a service that signs in with a secret nobody declared',
    run: () =>
      deepEqual(
        pointersOf(
          parseChanged((index) => Object.assign(index.services.shop ?? {}, { auth: { token: { secret: 'OTHER' } } })),
        ),
        ['/services/shop/auth'],
      ),
  },
  {
    name: "refuses a service that would send a trust root or the callers' keys to an API",
    run: () => {
      const sends = (secret: string) =>
        parseChanged((index) => {
          index.manifest.structural.auth = { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } };
          index.manifest.structural.secrets.push({ name: 'KEYS' });
          Object.assign(index.services.shop ?? {}, { auth: { token: { secret } } });
        });
      deepEqual(pointersOf(sends('API_TOKEN')), []);
      deepEqual(pointersOf(sends('TRUSTED')), ['/services/shop/auth']);
      deepEqual(pointersOf(sends('KEYS')), ['/services/shop/auth']);
    },
  },
  {
    name: 'refuses an artifact that is too large for the push body and no blob',
    run: () => {
      const outcome = parseChanged((index) => Object.assign(index.search, { size: 2 * 1024 * 1024 }));
      equal(pointersOf(outcome).join(), '/search');
    },
  },
  {
    name: 'refuses a digest in upper case',
    run: () =>
      equal(
        pointersOf(parseChanged((index) => Object.assign(index.search, { sha256: 'A'.repeat(64) }))).join(),
        '/search/sha256',
      ),
  },
];
