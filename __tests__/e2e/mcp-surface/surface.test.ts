import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Client } from '@modelcontextprotocol/client';
import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { NEGOTIATIONS, startMcp, type McpTarget } from '../mcp/mcp-target.js';
import { TOKEN } from '../mcp/shop.js';
import { surfaceShop } from './surface-shop.js';

interface ListedSkill {
  uri: string;
  frontmatter: { name: string; description: string };
  resources: { uri: string; digest: string; size: number }[];
  _meta: Record<string, unknown>;
}

let api: LoopbackApi;
let target: McpTarget;
let staff: McpTarget;

beforeAll(async () => {
  api = await startApi();
  api.on('/orders', (_request, response) => json(response, [{ id: '42' }]));
  api.on('/orders/42', (_request, response) => json(response, { id: '42' }));
  api.on('/orders/search', (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/plain' }).end('found'),
  );
  api.on('/orders/limited', (_request, response) => response.writeHead(429, { 'retry-after': '60' }).end());
  api.on('/items', ({ url }, response) => json(response, { url }));
  api.on('/flags/true', (_request, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([0, 255, 1])),
  );
  api.on('/staff', (_request, response) => response.writeHead(204).end());
  const bundle = surfaceShop(api.url);
  [target, staff] = await Promise.all([
    startMcp(bundle, { ACME_TOKEN: TOKEN }),
    startMcp(bundle, { ACME_TOKEN: TOKEN }, { subject: 'nora', scopes: ['staff'] }),
  ]);
});
afterAll(async () => {
  await Promise.all([target.stop(), staff.stop()]);
  await api.close();
});

/** Methods that the client has no call of its own for; its result is taken as it is. */
function ask<T>(client: Client, method: string, params: object = {}): Promise<T> {
  const asIs = {
    '~standard': { version: 1 as const, vendor: 'test', validate: (value: unknown) => ({ value: value as T }) },
  };
  return client.request({ method, params: params as Record<string, unknown> }, asIs) as Promise<T>;
}

async function textOf(client: Client, uri: string): Promise<string> {
  const [content] = (await client.readResource({ uri })).contents;
  return (content as { text: string }).text;
}

const requests = () => api.seen.length;

describe.each(NEGOTIATIONS)('to a client of $name', ({ options }) => {
  let client: Client;
  beforeAll(async () => {
    client = await target.connect(options);
  });

  test('announces resources, prompts, completion and the skills extension', () => {
    expect(client.getServerCapabilities()).toMatchObject({
      tools: {},
      resources: {},
      prompts: {},
      completions: {},
      extensions: { 'io.modelcontextprotocol/skills': { directoryRead: true } },
    });
  });

  test('lists the files of discoverable skills, then operations without variables', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      'skill://find/SKILL.md',
      'skill://find/references/a%20b%3F.md',
      'skill://find/references/deep/b.json',
      'skill://find-order/SKILL.md',
      'skill://glossary/SKILL.md',
      'skill://nameless/SKILL.md',
      'skill://refund-order/SKILL.md',
      'skill://refund-order/references/policy.md',
      'mcp+op://acme/orders',
      'mcp+op://acme/orders/search',
    ]);
    expect(resources[0]).toEqual({
      uri: 'skill://find/SKILL.md',
      name: 'find',
      title: 'Find',
      description: 'Finds things.',
      mimeType: 'text/markdown',
      size: 32,
    });
  });

  test('lists templates for operations with variables', async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'skill://{skill}/SKILL.md',
      'mcp+op://acme/flags/{on}',
      'mcp+op://acme/items{?page,kind}',
      'mcp+op://acme/orders/{id}',
    ]);
    expect(resourceTemplates[3]).toMatchObject({
      name: 'acme.getOrder',
      title: 'One order',
      description: 'GET /orders/{id} of acme',
    });
  });

  test('reads a file with its media type', async () => {
    const { contents } = await client.readResource({ uri: 'skill://find/references/deep/b.json' });
    expect(contents).toEqual([
      { uri: 'skill://find/references/deep/b.json', mimeType: 'application/json', text: '{}' },
    ]);
    expect(await textOf(client, 'skill://find/references/a%20b%3F.md')).toBe('Odd <name>.');
  });

  test('every listed skill has digests and sizes of what is read', async () => {
    const { skills } = await ask<{ skills: ListedSkill[] }>(client, 'skills/list');
    expect(skills.map(({ uri }) => uri)).toEqual(
      ['find', 'find-order', 'glossary', 'refund-order'].map((id) => `skill://${id}/SKILL.md`),
    );
    for (const { uri, resources } of skills) {
      expect(resources.map((resource) => resource.uri)).toContain(uri);
      for (const resource of resources) {
        const text = await textOf(client, resource.uri);
        expect(resource.digest).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
        expect(resource.size).toBe(Buffer.byteLength(text));
      }
    }
  });

  test('a skill comes with its front matter as it stands, and with the bundle that it comes from', async () => {
    const { skill } = await ask<{ skill: ListedSkill }>(client, 'skills/get', { uri: 'skill://find/SKILL.md' });
    expect(skill.frontmatter).toEqual({ name: 'find', description: 'Finds things.', 'x-team': { lead: 'nora' } });
    expect(skill._meta).toEqual({
      'dev.agentfront.frontmcp/provenance': { bundleSha256: 'd'.repeat(64), generation: 1 },
    });
  });

  test('a skill that cannot be found, but is always loaded, is not listed and can be asked for', async () => {
    expect(await ask(client, 'skills/get', { uri: 'skill://always/SKILL.md' })).toMatchObject({
      skill: { uri: 'skill://always/SKILL.md' },
    });
    expect(await textOf(client, 'skill://always/SKILL.md')).toContain('# always');
  });

  test('lists what lies in a folder of a skill', async () => {
    const children = async (uri: string) =>
      (
        await ask<{ resources: { uri: string; mimeType: string }[] }>(client, 'resources/directory/read', { uri })
      ).resources.map(({ uri: child, mimeType }) => `${child} ${mimeType}`);
    expect(await children('skill://find')).toEqual([
      'skill://find/SKILL.md text/markdown',
      'skill://find/references inode/directory',
    ]);
    expect(await children('skill://find/references/')).toEqual([
      'skill://find/references/a%20b%3F.md text/markdown',
      'skill://find/references/deep inode/directory',
    ]);
    await expect(children('skill://find/SKILL.md')).rejects.toMatchObject({ code: -32602 });
    await expect(children('skill://hidden')).rejects.toMatchObject({ code: -32602 });
  });

  test('reads operations: without variables, with them, and with a query', async () => {
    expect(await textOf(client, 'mcp+op://acme/orders')).toBe('[{"id":"42"}]');
    expect(await textOf(client, 'mcp+op://acme/orders/42')).toBe('{"id":"42"}');
    expect(JSON.parse(await textOf(client, 'mcp+op://acme/items?page=2&kind=tea'))).toEqual({
      url: '/items?page=2&kind=tea',
    });
    expect(api.seen.find(({ url }) => url === '/orders/42')?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  test('a literal path is read before a variable one; text and binary come with their type', async () => {
    expect((await client.readResource({ uri: 'mcp+op://acme/orders/search' })).contents).toEqual([
      { uri: 'mcp+op://acme/orders/search', mimeType: 'text/plain', text: 'found' },
    ]);
    expect((await client.readResource({ uri: 'mcp+op://acme/flags/true' })).contents).toEqual([
      { uri: 'mcp+op://acme/flags/true', mimeType: 'image/png', blob: 'AP8B' },
    ]);
  });

  test('lists a prompt for each discoverable skill, with the icons that are addresses', async () => {
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['find', 'find-order', 'glossary', 'nameless', 'refund-order']);
    expect(prompts[1]).toMatchObject({
      title: 'Find order',
      description: 'Find an order by its number.',
      icons: [{ src: 'https://shop.example/i.png' }],
    });
    expect(prompts[1]?.icons).toHaveLength(1);
  });

  test('a prompt holds the instructions, the operations, the files and the task', async () => {
    const { messages } = await client.getPrompt({ name: 'refund-order', arguments: { task: 'Refund 42' } });
    expect(messages).toHaveLength(1);
    const { text } = messages[0]?.content as { text: string };
    expect(text.split('\n\n')).toEqual([
      '# Refund',
      'Fetch the order first.',
      'Operations (codecall_describe explains them, codecall_invoke calls them):\n- acme.getOrder: One order\n- acme.issueRefund: ',
      'Files of the skill (resources of this server):\n- skill://refund-order/references/policy.md',
      'Task: Refund 42',
    ]);
    expect(JSON.stringify(await client.getPrompt({ name: 'glossary' }))).not.toContain('Task:');
  });

  test('completes skills and the values that schemas list', async () => {
    const values = async (uri: string, name: string, value: string) =>
      (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name, value } })).completion.values;
    expect(await values('skill://{skill}/SKILL.md', 'skill', 'find')).toEqual(['find', 'find-order']);
    expect(await values('mcp+op://acme/items{?page,kind}', 'kind', 'TE')).toEqual(['tea', 'teapot']);
    expect(await values('mcp+op://acme/flags/{on}', 'on', '')).toEqual(['true', 'false']);
    expect(await values('mcp+op://acme/orders/{id}', 'id', '')).toEqual([]);
    expect(await values('mcp+op://acme/nothing', 'id', '')).toEqual([]);
    const { completion } = await client.complete({
      ref: { type: 'ref/prompt', name: 'find' },
      argument: { name: 'task', value: 'x' },
    });
    expect(completion.values).toEqual([]);
  });

  test.each([
    'skill://hidden/SKILL.md',
    'skill://staff/SKILL.md',
    'skill://find/other.md',
    'skill://find/__proto__',
    'skill://__proto__/SKILL.md',
    'skill://find/../glossary/SKILL.md',
    'skill://%ZZ/SKILL.md',
    'mcp+op://acme/nothing',
    'mcp+op://acme/orders/9999',
    'mcp+op://acme/hidden',
    'mcp+op://acme/staff',
    'mcp+op://acme/items?page=2',
    'file:///etc/hostname',
  ])('there is no resource %s', async (uri) => {
    await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32602, data: { uri } });
  });

  test('there are no prompt and no skill of those who may not use them', async () => {
    await expect(client.getPrompt({ name: 'staff' })).rejects.toMatchObject({ code: -32602 });
    await expect(client.getPrompt({ name: 'constructor' })).rejects.toMatchObject({ code: -32602 });
    await expect(
      client.complete({ ref: { type: 'ref/prompt', name: 'staff' }, argument: { name: 'task', value: '' } }),
    ).rejects.toMatchObject({ code: -32602 });
    for (const id of ['staff', 'hidden', 'nameless', 'find/references']) {
      await expect(ask(client, 'skills/get', { uri: `skill://${id}/SKILL.md` })).rejects.toMatchObject({
        code: -32602,
      });
    }
    await expect(ask(client, 'skills/get', { uri: 5 })).rejects.toMatchObject({ code: -32602 });
  });

  test('a value that does not fit its schema is refused before the API is called', async () => {
    const before = requests();
    await expect(client.readResource({ uri: 'mcp+op://acme/items?page=two&kind=tea' })).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('page'),
    });
    expect(requests()).toBe(before);
  });

  test('an error of the API says when to try again', async () => {
    await expect(client.readResource({ uri: 'mcp+op://acme/orders/limited' })).rejects.toMatchObject({
      code: -32603,
      data: { status: 429, retryable: true, retryAfterSeconds: 60 },
    });
  });

  test('a cursor of another bundle, and one that is none, are refused', async () => {
    for (const cursor of [`${'e'.repeat(64)}.1`, `${'d'.repeat(64)}.-1`, 'x']) {
      for (const list of [
        client.listResources({ cursor }),
        client.listPrompts({ cursor }),
        client.listResourceTemplates({ cursor }),
        ask(client, 'skills/list', { cursor }),
      ]) {
        await expect(list).rejects.toMatchObject({ code: -32602 });
      }
    }
    expect((await client.listResources({ cursor: `${'d'.repeat(64)}.9` })).resources.map(({ uri }) => uri)).toEqual([
      'mcp+op://acme/orders/search',
    ]);
  });
});

test('whoever has the scope sees and reads what the others do not', async () => {
  const client = await staff.connect();
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toEqual(
    expect.arrayContaining(['skill://staff/SKILL.md', 'mcp+op://acme/staff']),
  );
  expect((await client.listPrompts()).prompts.map(({ name }) => name)).toContain('staff');
  expect((await client.readResource({ uri: 'mcp+op://acme/staff' })).contents).toEqual([
    { uri: 'mcp+op://acme/staff', mimeType: 'application/json', text: 'null' },
  ]);
});

test('an operation that needs approval is not read', async () => {
  const client = await staff.connect();
  const before = requests();
  await expect(client.readResource({ uri: 'mcp+op://acme/pay' })).rejects.toMatchObject({
    data: { code: 'approval_required' },
  });
  expect(requests()).toBe(before);
});

describe('audit', () => {
  const lastRecord = async () => (await target.records()).at(-1);

  test('records a read as it records a call', async () => {
    const client = await target.connect();
    await client.readResource({ uri: 'mcp+op://acme/orders/42' });
    const read = await lastRecord();
    await client.callTool({ name: 'codecall_invoke', arguments: { tool: 'acme.getOrder', input: { id: '42' } } });
    const called = await lastRecord();
    expect(read).toEqual([{ ...called?.[0], durationMs: expect.any(Number) }]);
  });

  test('records that an operation was refused', async () => {
    const client = await target.connect();
    await client.readResource({ uri: 'mcp+op://acme/staff' }).catch(() => undefined);
    expect(await lastRecord()).toMatchObject([{ operation: 'acme.staffOne', result: 'denied', status: 0 }]);
  });
});

test('tells 2026-07-28 for how long and for whom answers may be kept', async () => {
  const client = await target.connect({ versionNegotiation: { mode: 'auto' } });
  const kept = { ttlMs: 10_000, cacheScope: 'public' };
  expect(await ask(client, 'skills/list')).toMatchObject(kept);
  expect(await client.listResources()).toMatchObject(kept);
  expect(await client.readResource({ uri: 'skill://find/SKILL.md' })).toMatchObject(kept);
  expect(await client.readResource({ uri: 'mcp+op://acme/orders' })).toMatchObject({ ttlMs: 0, cacheScope: 'private' });
});

test('answers a fault of its own with the request id, and nothing of what went wrong', async () => {
  const broken = await startMcp({ ...surfaceShop(api.url), artifacts: {} });
  const client = await broken.connect();
  const attempts = [
    client.readResource({ uri: 'skill://find/SKILL.md' }),
    client.readResource({ uri: 'mcp+op://acme/orders' }),
    client.getPrompt({ name: 'find' }),
  ];
  for (const attempt of attempts) {
    const error = (await attempt.catch((reason: unknown) => reason)) as Error;
    expect(error).toMatchObject({ code: -32603, message: expect.stringContaining('request-1') });
    expect(error.message).not.toMatch(/store|[0-9a-f]{64}/);
  }
  await broken.stop();
});

test('docs/mcp.md names the tools that are listed, and the entry of a skill has the members that it shows', async () => {
  const page = readFileSync(new URL('../../../docs/mcp.md', import.meta.url), 'utf8');
  const client = await target.connect();
  const { tools } = await client.listTools();
  expect([...page.matchAll(/^\| `(codecall_\w+)` \|/gm)].map(([, name]) => name)).toEqual(
    tools.map(({ name }) => name),
  );
  const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as ListedSkill;
  const { skill } = await ask<{ skill: ListedSkill }>(client, 'skills/get', { uri: shown.uri });
  expect(Object.keys(skill).sort()).toEqual(Object.keys(shown).sort());
  expect(skill.resources.map((resource) => Object.keys(resource))).toEqual(
    skill.resources.map(() => Object.keys(shown.resources[0] ?? {})),
  );
  expect(Object.keys(skill._meta)).toEqual(Object.keys(shown._meta));
});

test('many skills come in pages that together are all of them, each once', async () => {
  const ids = Array.from({ length: 450 }, (_, index) => `skill-${String(index).padStart(3, '0')}`);
  const bundle = fixtureBundle({ skills: Object.fromEntries(ids.map((id) => [id, { description: id }])) });
  for (const [id, skill] of Object.entries(bundle.index.skills)) skill.frontMatter = { name: id, description: id };
  const large = await startMcp(bundle);
  const client = await large.connect();
  const all = async (method: string, member: string): Promise<{ pages: number; found: Record<string, unknown>[] }> => {
    const found: Record<string, unknown>[] = [];
    let [pages, cursor]: [number, string | undefined] = [0, undefined];
    do {
      const page: Record<string, unknown> = await ask(client, method, cursor === undefined ? {} : { cursor });
      found.push(...(page[member] as Record<string, unknown>[]));
      [pages, cursor] = [pages + 1, page.nextCursor as string | undefined];
    } while (cursor !== undefined);
    return { pages, found };
  };
  const uris = ids.map((id) => `skill://${id}/SKILL.md`);
  const resources = await all('resources/list', 'resources');
  expect([resources.pages, resources.found.map(({ uri }) => uri)]).toEqual([3, uris]);
  const prompts = await all('prompts/list', 'prompts');
  expect([prompts.pages, prompts.found.map(({ name }) => name)]).toEqual([5, ids]);
  const skills = await all('skills/list', 'skills');
  expect([skills.pages, skills.found.map(({ uri }) => uri)]).toEqual([9, uris]);
  await large.stop();
});
