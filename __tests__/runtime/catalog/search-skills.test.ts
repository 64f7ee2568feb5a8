import { openCatalog } from '../../../src/runtime/catalog/open-catalog.js';
import { searchSkills, type SkillQuery } from '../../../src/runtime/catalog/search-skills.js';
import { fixtureBundle } from '../mcp/fixture-bundle.js';
import { memorySnapshot } from '../mcp/memory-snapshot.js';

const snapshot = memorySnapshot(
  fixtureBundle({
    skills: {
      'refund-order': {
        description: 'Refund an order: give money back',
        tags: ['billing'],
        operations: ['acme.refund'],
      },
      'find-order': { description: 'Find an order', tags: ['orders'], operations: ['acme.get'] },
      glossary: {
        description: 'What the words of the shop mean, such as refund, line, box, carrier',
        tags: ['orders'],
      },
      secret: { description: 'refund order secretly', hideFromDiscovery: true },
      staff: { description: 'refund order for staff' },
    },
    operations: { 'acme.refund': { request: { path: '/r' } }, 'acme.get': { request: { path: '/g' } } },
    hot: { skills: { alwaysLoad: [], access: { staff: { scopes: ['staff'] } } } },
  }),
);
const catalog = openCatalog(snapshot, { scopes: [], groups: [] });
const search = async (query: Partial<SkillQuery>, isWanted = () => true) => {
  const { found, warnings, total } = await searchSkills(
    catalog,
    { queries: ['refund order'], topK: 5, minRelevanceScore: 0.1, ...query },
    isWanted,
  );
  return { names: found.map(({ skill }) => skill.id), found, warnings, total };
};

test('finds skills by falling relevance, never hidden ones or those of others', async () => {
  const { names, total } = await search({});
  expect(names).toEqual(['refund-order', 'glossary', 'find-order']);
  expect(total).toBe(3);
});

test('counts a skill with its best score, and names the queries that found it', async () => {
  const { found } = await search({ queries: ['refund', 'order'] });
  const refund = found.find(({ skill }) => skill.id === 'refund-order');
  expect(refund?.matchedQueries).toEqual(['refund', 'order']);
  const scoreFor = async (query: string) =>
    (await search({ queries: [query] })).found.find(({ skill }) => skill.id === 'refund-order')?.relevanceScore ?? 0;
  expect(refund?.relevanceScore).toBe(Math.max(await scoreFor('refund'), await scoreFor('order')));
});

test('keeps to topK, tags and exclusions', async () => {
  expect((await search({ topK: 1 })).names).toHaveLength(1);
  expect((await search({ tags: ['billing', 'nonsense'] })).names).toEqual(['refund-order']);
  expect((await search({ excludeSkillNames: ['refund-order'] })).names).not.toContain('refund-order');
});

test('warns of exclusions that name no skill, hidden ones included', async () => {
  const { warnings } = await search({ excludeSkillNames: ['glossary', 'nope', 'secret', 'staff'] });
  expect(warnings).toEqual([
    expect.objectContaining({ type: 'excluded_skill_not_found', affectedSkills: ['nope', 'secret', 'staff'] }),
  ]);
});

test('says when nothing matches', async () => {
  const { names, warnings } = await search({ queries: ['quantum physics'] });
  expect(names).toEqual([]);
  expect(warnings).toEqual([expect.objectContaining({ type: 'no_results' })]);
});

test('names what matched too weakly', async () => {
  const { warnings } = await search({ minRelevanceScore: 0.999 });
  expect(warnings).toEqual([
    expect.objectContaining({ type: 'low_relevance', affectedSkills: ['refund-order', 'glossary', 'find-order'] }),
  ]);
});
