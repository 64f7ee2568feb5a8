import type { CallToolResult, Client } from '@modelcontextprotocol/client';
import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { json, startApi, type LoopbackApi } from './loopback-api.js';
import { NEGOTIATIONS, startMcp, type McpTarget } from './mcp-target.js';
import { shop, TOKEN } from './shop.js';

let api: LoopbackApi;
let target: McpTarget;
beforeAll(async () => {
  api = await startApi();
  api.on('/orders/42', (_request, response) => json(response, { id: '42', total: 5 }));
  api.on('/orders/42/refunds', ({ body }, response) => json(response, { refunded: JSON.parse(body) }, 201));
  const server = {
    info: { name: 'acme', version: '2.0.0', title: 'Acme shop' },
    instructions: 'Be kind.',
    icons: [{ src: 'https://acme.example/icon.png', mimeType: 'image/png' }],
  };
  target = await startMcp(fixtureBundle(shop(api.url, { hot: { server } })), { ACME_TOKEN: TOKEN });
});
afterAll(async () => {
  await target.stop();
  await api.close();
});

describe.each(NEGOTIATIONS)('the official client, in $name', ({ options }) => {
  let client: Client;
  beforeAll(async () => {
    client = await target.connect(options);
  });
  const call = async (name: string, input?: object): Promise<CallToolResult> =>
    (await client.callTool({ name, arguments: { ...input } })) as CallToolResult;

  test('learns who the server is, and what there is to do', () => {
    expect(client.getServerVersion()).toEqual({
      name: 'acme',
      version: '2.0.0',
      title: 'Acme shop',
      icons: [{ src: 'https://acme.example/icon.png', mimeType: 'image/png' }],
    });
    expect(client.getInstructions()).toMatch(/^Be kind\.\n\n[\s\S]*- refund-order: Refund an order/);
    expect(Object.keys(client.getServerCapabilities() ?? {}).sort()).toEqual([
      'completions',
      'extensions',
      'prompts',
      'resources',
      'tools',
    ]);
  });

  test('lists the five tools, the same every time, under names that every host takes', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'codecall_searchSkills',
      'codecall_searchKnowledge',
      'codecall_describe',
      'codecall_execute',
      'codecall_invoke',
    ]);
    expect(
      tools.every(
        ({ name, title, outputSchema, annotations }) =>
          /^[a-zA-Z0-9_-]{1,64}$/.test(name) && title && outputSchema && annotations,
      ),
    ).toBe(true);
    expect(tools.map(({ annotations }) => annotations?.readOnlyHint)).toEqual([true, true, true, false, false]);
    expect((await client.listTools()).tools).toEqual(tools);
  });

  test('finds executable skills with their operations', async () => {
    const { structuredContent, content } = await call('codecall_searchSkills', { queries: ['refund an order'] });
    expect(structuredContent).toMatchObject({
      skills: [
        {
          name: 'refund-order',
          tags: ['billing'],
          operations: [
            { spec: 'acme', operationId: 'getOrder', tool: 'acme.getOrder' },
            { spec: 'acme', operationId: 'issueRefund', tool: 'acme.issueRefund' },
          ],
          tools: [],
          matchedQueries: ['refund an order'],
          source: 'local',
        },
        { name: 'find-order' },
      ],
      warnings: [],
      totalExecutableSkills: 2,
    });
    expect(content).toEqual([{ type: 'text', text: JSON.stringify(structuredContent) }]);
  });

  test('finds knowledge', async () => {
    const { structuredContent } = await call('codecall_searchKnowledge', { queries: ['what is a SKU'] });
    expect(structuredContent).toMatchObject({
      knowledge: [{ name: 'glossary', source: 'local' }],
      totalKnowledgeSkills: 1,
    });
  });

  test('reads a skill with its files and operations', async () => {
    const { structuredContent } = await call('codecall_describe', { skillNames: ['refund-order', 'nope'] });
    expect(structuredContent).toMatchObject({
      skills: [
        {
          name: 'refund-order',
          instructions: '# Refund\n\nFetch the order first.',
          references: [{ path: 'references/policy.md', text: 'Within 30 days.' }],
        },
      ],
      tools: [
        { name: 'acme.getOrder', signature: expect.stringContaining('Promise<Order>') },
        { name: 'acme.issueRefund' },
      ],
      notFound: ['nope'],
    });
  });

  test('calls a read, and a write with a body', async () => {
    expect((await call('codecall_invoke', { tool: 'acme.getOrder', input: { id: '42' } })).structuredContent).toEqual({
      ok: true,
      status: 200,
      data: { id: '42', total: 5 },
    });
    const refund = await call('codecall_invoke', {
      tool: 'acme.issueRefund',
      input: { id: '42', amount: 2.5, reason: 'late' },
    });
    expect(refund.structuredContent).toEqual({
      ok: true,
      status: 201,
      data: { refunded: { amount: 2.5, reason: 'late' } },
    });
    expect(api.seen.at(-1)?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
    });
  });

  test.each(['codecall:searchSkills', 'codecall:searchKnowledge'])(
    'is understood when it calls %s, as the documentation spells it',
    async (name) => {
      expect((await call(name, { queries: ['order'] })).isError).toBeFalsy();
    },
  );

  test.each([
    'codecall_executed',
    'codecall:codecall_execute',
    'codecall:codecall_invoke',
    'acme.getOrder',
    '__proto__',
  ])('has no tool called %s', async (name) => {
    await expect(call(name)).rejects.toMatchObject({ code: -32602 });
  });

  test('says how to repair wrong input', async () => {
    const { isError, structuredContent } = await call('codecall_searchSkills', { querys: ['refund'], topK: 0 });
    expect(isError).toBe(true);
    expect(structuredContent).toMatchObject({ ok: false, code: 'invalid_arguments', retryable: false });
    expect(JSON.stringify(structuredContent)).toMatch(
      /\/queries is required.*\/topK must be at least 1.*\/querys is not known\. Did you mean \\"queries\\"\?/,
    );
  });

  test('says which names are near when nothing is found', async () => {
    const described = await call('codecall_describe', { skillNames: ['refund-ordr'] });
    expect([described.isError, JSON.stringify(described.structuredContent)]).toEqual([
      true,
      expect.stringContaining('Did you mean \\"refund-order\\"'),
    ]);
    const invoked = await call('codecall_invoke', { tool: 'acme.getOrdr', input: {} });
    expect(invoked.structuredContent).toMatchObject({
      ok: false,
      code: 'not_found',
      message: expect.stringContaining('Did you mean "acme.getOrder"'),
    });
  });
});
