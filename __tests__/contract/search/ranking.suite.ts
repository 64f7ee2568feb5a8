import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import { buildSearchIndex } from '../../../src/contract/search/build-search-index.js';
import { openSearchIndex, type SearchHit } from '../../../src/contract/search/rank.js';
import type { SearchDocument, SearchIndex } from '../../../src/contract/search/search-index.js';
import { deepEqual, equal, ok, throws, type SuiteCase } from '../assert.js';

const document = (id: string, parts: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  name: id,
  description: '',
  tags: [],
  operations: [],
  text: '',
  ...parts,
});

const SHOP: SearchDocument[] = [
  document('refund-order', {
    description: 'Give a customer money back for an order.',
    tags: ['billing'],
    operations: ['acme.issueRefund issueRefund Pay money back'],
    text: 'Fetch the order, check the policy, then issue the refund.',
  }),
  document('find-order', {
    description: 'Find an order by its number.',
    tags: ['orders'],
    operations: ['acme.getOrder getOrder One order'],
    text: 'Ask for the number first.',
  }),
  document('glossary', {
    description: 'Words of the shop.',
    tags: ['policy'],
    text: 'SKU: the number on the box in the warehouse.',
  }),
];

const ids = (hits: SearchHit[]): string[] => hits.map(({ id }) => id);
const shop = () => openSearchIndex(buildSearchIndex(SHOP));
const wordsOf = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `w${((seed * 7919 + index * index * 104_729) % 9973).toString(36)}`).join(
    ' ',
  );

export const cases: SuiteCase[] = [
  {
    name: 'ranks the skill about the query first',
    run: () => equal(shop().search('refund an order')[0]?.id, 'refund-order'),
  },
  {
    name: 'finds a word that stands only in the text',
    run: () => deepEqual(ids(shop().search('warehouse')), ['glossary']),
  },
  {
    name: 'finds an operation by a part of its name',
    run: () => equal(shop().search('issueRefund')[0]?.id, 'refund-order'),
  },
  { name: 'finds nothing for words that no skill has', run: () => deepEqual(shop().search('quantum physics'), []) },
  { name: 'finds nothing for stop words', run: () => deepEqual(shop().search('what is the'), []) },
  {
    name: 'gives a description more weight than a text',
    run: () => {
      const index = buildSearchIndex([
        document('in-text', { text: 'parcel' }),
        document('in-description', { description: 'parcel' }),
      ]);
      deepEqual(ids(openSearchIndex(index).search('parcel')), ['in-description', 'in-text']);
    },
  },
  {
    name: 'gives a tag more weight than an operation, and less than a description',
    run: () => {
      const index = buildSearchIndex([
        document('a', { operations: ['parcel'], description: 'one', tags: ['two'] }),
        document('b', { operations: ['one'], description: 'two', tags: ['parcel'] }),
        document('c', { operations: ['two'], description: 'parcel', tags: ['one'] }),
      ]);
      deepEqual(ids(openSearchIndex(index).search('parcel')), ['c', 'b', 'a']);
    },
  },
  {
    name: 'does not let a long text drown a short description',
    run: () => {
      const index = buildSearchIndex([
        document('about', { description: 'parcel tracking', text: wordsOf(1, 800) }),
        document('mentions', { description: 'something else', text: 'parcel parcel parcel' }),
      ]);
      equal(openSearchIndex(index).search('parcel')[0]?.id, 'about');
    },
  },
  {
    name: 'scores a document that is the query with 1, and nothing higher',
    run: () =>
      deepEqual(openSearchIndex(buildSearchIndex([document('refund')])).search('refund'), [{ id: 'refund', score: 1 }]),
  },
  {
    name: 'scores lower when the query has words that nothing matches',
    run: () => ok((shop().search('refund zebra')[0]?.score ?? 0) < (shop().search('refund')[0]?.score ?? 0)),
  },
  {
    name: 'rounds scores to six digits',
    run: () =>
      shop()
        .search('order')
        .forEach(({ score }) => equal(Math.round(score * 1e6) / 1e6, score)),
  },
  {
    name: 'breaks ties by id, in code-unit order',
    run: () => {
      const index = buildSearchIndex(['ä', 'b', 'B', 'a'].map((id) => document(id, { name: 'parcel' })));
      deepEqual(ids(openSearchIndex(index).search('parcel')), ['B', 'a', 'b', 'ä']);
    },
  },
  {
    name: 'keeps to limit, least score and filter',
    run: () => {
      equal(shop().search('order', { limit: 1 }).length, 1);
      deepEqual(shop().search('order', { minScore: 0.99 }), []);
      deepEqual(ids(shop().search('order', { filter: (id) => id !== 'find-order' })), ['refund-order']);
    },
  },
  {
    name: 'builds the same bytes whatever the order of the documents',
    run: () => equal(canonicalJson(buildSearchIndex([...SHOP].reverse())), canonicalJson(buildSearchIndex(SHOP))),
  },
  {
    name: 'holds integers only',
    run: () => ok(buildSearchIndex(SHOP).documents.every(({ fields }) => fields.flat().every(Number.isSafeInteger))),
  },
  {
    name: 'ranks the same after a trip through JSON',
    run: () => {
      const copy = JSON.parse(canonicalJson(buildSearchIndex(SHOP))) as SearchIndex;
      deepEqual(openSearchIndex(copy).search('refund order'), shop().search('refund order'));
    },
  },
  {
    name: 'gives these scores, here and everywhere',
    run: () =>
      deepEqual(shop().search('refund order'), [
        { id: 'refund-order', score: 0.743533 },
        { id: 'find-order', score: 0.69786 },
      ]),
  },
  {
    name: 'keeps a thousand skills with long texts below the size of a text artifact',
    run: () => {
      const many = Array.from({ length: 1000 }, (_, number) =>
        document(`skill-${number}`, {
          description: wordsOf(number, 25),
          text: wordsOf(number * 31, 400),
          operations: [wordsOf(number * 17, 30)],
        }),
      );
      const index = buildSearchIndex(many);
      ok(canonicalJson(index).length < 1024 * 1024, 'the index is too large');
      equal(index.documents.length, 1000);
    },
  },
  {
    name: 'is empty for no documents',
    run: () => deepEqual(openSearchIndex(buildSearchIndex([])).search('order'), []),
  },
  {
    name: 'takes terms that are names of object members',
    run: () => {
      const index = buildSearchIndex([document('odd', { text: '__proto__ constructor hasOwnProperty toString' })]);
      equal(openSearchIndex(index).search('constructor')[0]?.id, 'odd');
      deepEqual(openSearchIndex(index).search('valueOf isPrototypeOf'), []);
    },
  },
  {
    name: 'refuses what is no index',
    run: () => {
      throws(() => openSearchIndex({ v: 2 } as unknown as SearchIndex));
      throws(() => openSearchIndex(null as unknown as SearchIndex));
      throws(() => openSearchIndex({ v: 1, vocabulary: ['a'], documents: [{ id: 'x', fields: [[1, 5, 0]] }] }));
    },
  },
];
