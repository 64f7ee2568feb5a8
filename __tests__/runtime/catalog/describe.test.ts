import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { describe as describeNames, type DescribeQuery } from '../../../src/runtime/catalog/describe.js';
import { openCatalog } from '../../../src/runtime/catalog/open-catalog.js';
import { fixtureBundle } from '../mcp/fixture-bundle.js';
import { memorySnapshot } from '../mcp/memory-snapshot.js';

const ORDER: JsonObject = {
  type: 'object',
  properties: { id: { type: 'string' }, lines: { type: 'array', items: { $ref: '#/$defs/Line' } } },
  required: ['id'],
};
const bundle = fixtureBundle({
  skills: {
    refund: {
      description: 'Refund an order',
      tags: ['billing'],
      operations: ['acme.getOrder', 'acme.issueRefund'],
      files: {
        'SKILL.md': '---\nname: refund\ndescription: x\n---\n\n# Refund\n\nFetch the order first.\n',
        'references/policy.md': `The policy.\n${'Line of text.\n'.repeat(200)}`,
        'data/codes.json': '{"a":1}',
        'examples/case.md': 'A case.',
      },
    },
    glossary: { files: { 'SKILL.md': 'No front matter here.' } },
    hidden: { hideFromDiscovery: true, operations: ['acme.deleteOrder'] },
  },
  operations: {
    'acme.getOrder': {
      request: { path: '/orders/{id}' },
      input: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'], additionalProperties: false },
      output: { $ref: '#/$defs/Order' },
      summary: 'One order',
    },
    'acme.issueRefund': {
      request: { path: '/refunds', method: 'POST' },
      id: 'issue-refund',
      description: 'Pays money back.',
    },
    'acme.deleteOrder': { request: { path: '/orders/{id}', method: 'DELETE' } },
  },
  defs: { Order: ORDER, Line: { type: 'object', properties: { sku: { type: 'string' } } }, Unused: { type: 'string' } },
  hot: { execution: { approve: ['acme.issue*'] } },
});
const snapshot = memorySnapshot(bundle);
const catalog = openCatalog(snapshot, { scopes: [], groups: [] });
const answer = (query: DescribeQuery, bytes?: number) => describeNames(catalog, query, bytes);

test('gives instructions without front matter, files in a useful order with their text, and operations', async () => {
  const { skills, tools, notFound, omitted } = await answer({ skillNames: ['refund'] });
  expect(skills[0]?.instructions).toBe('# Refund\n\nFetch the order first.');
  expect(skills[0]?.references.map(({ path }) => path)).toEqual([
    'references/policy.md',
    'examples/case.md',
    'data/codes.json',
  ]);
  expect(skills[0]?.references.map(({ text }) => text?.slice(0, 7))).toEqual(['The pol', 'A case.', '{"a":1}']);
  expect(skills[0]?.operations).toEqual([
    { tool: 'acme.getOrder', spec: 'acme', operationId: 'getOrder', summary: 'One order' },
    { tool: 'acme.issueRefund', spec: 'acme', operationId: 'issue-refund', summary: '' },
  ]);
  expect(tools.map(({ name }) => name)).toEqual(['acme.getOrder', 'acme.issueRefund']);
  expect([notFound, omitted]).toEqual([undefined, undefined]);
});

test('gives an operation with self-contained schemas and a signature', async () => {
  const { tools } = await answer({ toolNames: ['acme.getOrder'] });
  expect(tools[0]).toMatchObject({
    appId: 'acme',
    operationId: 'getOrder',
    description: 'One order',
    annotations: { readOnlyHint: true, destructiveHint: false },
    skills: ['refund'],
    outputSchema: { $ref: '#/$defs/Order', $defs: { Order: ORDER, Line: expect.anything() } },
    signature:
      'acme.getOrder(input: { id: string }): Promise<Order>\ntype Order = { id: string; lines?: Line[] };\ntype Line = { sku?: string };',
  });
  expect(tools[0]?.outputSchema?.$defs).not.toHaveProperty('Unused');
});

test('marks operations that need approval', async () => {
  const { tools } = await answer({ toolNames: ['acme.issueRefund', 'acme.getOrder'] });
  expect(tools.map(({ approvalRequired }) => approvalRequired)).toEqual([true, undefined]);
});

test('answers for knowledge skills', async () => {
  const { skills, tools } = await answer({ skillNames: ['glossary'] });
  expect(skills[0]).toMatchObject({ name: 'glossary', instructions: 'No front matter here.', operations: [] });
  expect(tools).toEqual([]);
});

test('says what it does not know, hidden skills and their operations included', async () => {
  const { skills, tools, notFound } = await answer({
    skillNames: ['hidden', 'nope', 'glossary'],
    toolNames: ['acme.deleteOrder', 'acme.nope'],
  });
  expect(notFound).toEqual(['hidden', 'nope', 'acme.deleteOrder', 'acme.nope']);
  expect([skills.length, tools.length]).toEqual([1, 0]);
});

test('describes an operation once that two questions ask for', async () => {
  const { tools } = await answer({ skillNames: ['refund'], toolNames: ['acme.getOrder'] });
  expect(tools.map(({ name }) => name)).toEqual(['acme.getOrder', 'acme.issueRefund']);
});

test('keeps within its size, and says what it left out and how to get it', async () => {
  const full = await answer({ skillNames: ['refund'] });
  const small = await answer({ skillNames: ['refund'] }, 1500);
  expect(JSON.stringify(small).length).toBeLessThan(JSON.stringify(full).length);
  expect(small.skills[0]?.instructions).toBe(full.skills[0]?.instructions);
  expect(small.omitted).toContainEqual({
    what: 'refund/references/policy.md',
    bytes: expect.any(Number),
    how: 'Call codecall_describe with skillNames: ["refund"], references: ["references/policy.md"].',
  });
});

test('cuts instructions that are too long by themselves, after a line', async () => {
  const long = memorySnapshot(
    fixtureBundle({ skills: { long: { files: { 'SKILL.md': 'A line of text.\n'.repeat(1000) } } } }),
  );
  const { skills, omitted } = await describeNames(
    openCatalog(long, { scopes: [], groups: [] }),
    { skillNames: ['long'] },
    1000,
  );
  expect(skills[0]?.instructions?.length).toBeLessThanOrEqual(1000);
  expect(skills[0]?.instructions?.endsWith('A line of text.')).toBe(true);
  expect(omitted?.[0]?.what).toBe('the end of long/SKILL.md');
});

test('leaves schemas out before signatures', async () => {
  const { tools, omitted } = await answer({ toolNames: ['acme.getOrder'] }, 200);
  expect(tools[0]?.signature).toContain('Promise<Order>');
  expect(tools[0]?.outputSchema).toBeNull();
  expect(omitted?.map(({ what }) => what)).toContain('acme.getOrder outputSchema');
});

test('gives single files when they are asked for, cut rather than left out', async () => {
  const { skills, tools, omitted, notFound } = await answer(
    { skillNames: ['refund'], references: ['references/policy.md', 'nope.md', '../x'] },
    500,
  );
  expect(skills[0]?.instructions).toBeUndefined();
  expect(skills[0]?.references).toHaveLength(1);
  expect(skills[0]?.references[0]?.text?.startsWith('The policy.')).toBe(true);
  expect(omitted?.[0]?.what).toBe('the end of refund/references/policy.md');
  expect(notFound).toEqual(['refund/nope.md', 'refund/../x']);
  expect(tools).toEqual([]);
});

test('goes on without a file that no store holds', async () => {
  const broken = structuredClone(bundle);
  const ref = broken.index.skills.refund?.files['references/policy.md'];
  delete broken.artifacts[ref?.sha256 ?? ''];
  const { skills, omitted } = await describeNames(openCatalog(memorySnapshot(broken), { scopes: [], groups: [] }), {
    skillNames: ['refund'],
  });
  expect(skills[0]?.references.map(({ text }) => text !== undefined)).toEqual([false, true, true]);
  expect(omitted?.[0]?.how).toContain('No store');
});

test('describes two operations of the same content each under its own name, and again with other shared schemas', async () => {
  const twin = { request: { path: '/orders/{id}' }, output: { $ref: '#/$defs/Order' } };
  const parts = {
    skills: { all: { operations: ['acme.one', 'acme.two'] } },
    operations: { 'acme.one': twin, 'acme.two': twin },
    defs: { Order: ORDER },
  };
  const twins = memorySnapshot(fixtureBundle(parts));
  const ask = async (from: typeof twins) =>
    (await describeNames(openCatalog(from, { scopes: [], groups: [] }), { toolNames: ['acme.one', 'acme.two'] })).tools;
  expect((await ask(twins)).map(({ signature }) => signature.split('(')[0])).toEqual(['acme.one', 'acme.two']);
  const other = fixtureBundle({
    ...parts,
    defs: { Order: { type: 'object', properties: { number: { type: 'integer' } } } },
  });
  const shared = other.index.services.acme?.schemas?.sha256 ?? '';
  const documents = memorySnapshot(other);
  // The same document, as an isolate keeps it over a push, beside the shared schemas of the next bundle.
  const mixed = {
    ...documents,
    json: ((ref) => (ref.sha256 === shared ? documents.json(ref) : twins.json(ref))) as typeof twins.json,
  };
  expect((await ask(mixed)).map(({ outputSchema }) => JSON.stringify(outputSchema).includes('number'))).toEqual([
    true,
    true,
  ]);
});
