import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from '../../src/commands/build-bundle.js';
import { plan } from '../../src/commands/plan.js';
import type { PlanBase } from '../../src/commands/plan-result.js';
import type { Ports } from '../../src/commands/ports.js';
import { planText } from '../../src/report/plan.js';
import { makeRepository } from '../support/git-project.js';

const MANIFEST = `version: 1
name: shop
runtime: { target: cloudflare-worker, compatibilityDate: '2026-05-01' }
server: { info: { name: shop, version: 1.0.0 } }
specs:
  - { id: shop, spec: ./api.json, auth: false }
skills: { source: ./skills/ }
bindings:
  durableObjects:
    - { binding: BUNDLE, className: BundleDO }
  d1Databases:
    - { binding: AUDIT, databaseName: audit, databaseId: a }
  kvNamespaces:
    - { binding: CACHE, id: b }
    - { binding: NONCE, id: c }
signing:
  algorithm: ed25519
  trustRoots: [{ kid: k, publicKeySecret: KEY }]
  replay: { nonceKv: NONCE }
secrets: [{ name: KEY, description: Public key }]
auth: { provider: none }
deployment: { url: https://shop.example.com }
`;
const skill = (operations: string[]) =>
  `---\nname: orders\ndescription: Looks after orders.\n---\n\n${operations.map((name) => `- [[op:shop/${name}]]`).join('\n')}\n`;

/** An API with what a pull request is about. */
function api({
  server = 'https://api.example.com',
  order = {},
  filter = {},
  answer = {},
  required = ['id'],
} = {}): string {
  const Order = {
    type: 'object',
    required,
    properties: { id: { type: 'string' }, size: { enum: ['s', 'm'] }, ...order },
  };
  const parameters = [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50, ...filter } }];
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: server }],
    paths: {
      '/orders': {
        get: { operationId: 'listOrders', parameters, responses: { 200: { description: 'ok', content } } },
        post: {
          operationId: 'createOrder',
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['order'],
                  properties: { order: { $ref: '#/components/schemas/Order' } },
                },
              },
            },
          },
          responses: { 201: { description: 'ok' } },
        },
      },
      '/orders/{id}/cancel': { post: { operationId: 'cancelOrder', responses: {} } },
    },
    components: {
      schemas: { Order, Answer: { type: 'object', properties: { total: { type: 'integer' }, ...answer } } },
    },
  });
}

const ports = { reporter: { stage() {}, info() {}, mask() {} }, variables: {} } as unknown as Ports;

/** The lines of the plan of a change, against the commit before it. */
async function linesOf(
  change: { api?: string; operations?: string[] },
  against?: (directory: string) => Promise<PlanBase>,
) {
  const project = makeRepository({
    'frontmcp.deploy.yaml': MANIFEST,
    'api.json': api(),
    'skills/orders/SKILL.md': skill(['listOrders', 'createOrder']),
  });
  try {
    const options = { directory: project.directory, manifest: 'frontmcp.deploy.yaml' };
    const base = await (against?.(project.directory) ?? { kind: 'git' as const, ref: 'HEAD' });
    if (change.api) writeFileSync(join(project.directory, 'api.json'), change.api);
    if (change.operations) writeFileSync(join(project.directory, 'skills/orders/SKILL.md'), skill(change.operations));
    const result = await plan({ ...options, against: base }, ports);
    if (!result.plan) throw new Error(JSON.stringify(result.build.diagnostics));
    const lines = planText(result.plan)
      .split('\n')
      .filter((line) => /^ {2}[-+~!] /.test(line));
    return { lines: lines.map((line) => line.trim()), unchanged: result.plan.unchanged, text: planText(result.plan) };
  } finally {
    project.remove();
  }
}

test('names an operation that a skill gains, and nothing of those that stay', async () => {
  const { lines, text } = await linesOf({ operations: ['listOrders', 'createOrder', 'cancelOrder'] });
  expect(lines).toEqual([
    '+ orders gains POST /orders/{id}/cancel (shop.cancelOrder, writes)',
    '~ orders: its files change, so hosts ask people to approve it again',
    '+ shop.cancelOrder',
  ]);
  expect(text).toContain('1 skill gains operations');
});

test('names an operation that comes with its description, and what it needs beside it', async () => {
  const withPay = JSON.parse(api()) as { paths: Record<string, unknown> };
  withPay.paths['/pay'] = {
    post: { operationId: 'pay', servers: [{ url: 'https://pay.example.com' }], responses: {} },
  };
  const { lines } = await linesOf({ api: JSON.stringify(withPay), operations: ['listOrders', 'createOrder', 'pay'] });
  expect(lines).toEqual([
    '+ orders gains POST /pay (shop.pay, writes)',
    '+ https://pay.example.com',
    '~ orders: its files change, so hosts ask people to approve it again',
    '+ shop.pay',
  ]);
});

test('names an operation that a skill loses, and nothing of those that stay', async () => {
  const { lines } = await linesOf({ operations: ['listOrders'] });
  expect(lines).toEqual([
    '- orders loses POST /orders (shop.createOrder, writes)',
    '~ orders: its files change, so hosts ask people to approve it again',
    '- shop.createOrder',
  ]);
});

test('names what widens in a schema that operations share, although no operation of its own changes', async () => {
  const { lines, unchanged } = await linesOf({
    api: api({ order: { note: { type: 'string' }, size: { enum: ['s', 'm', 'l'] } } }),
  });
  expect(lines).toEqual([
    '~ shop.createOrder: argument order.note is new',
    '~ shop.createOrder: argument order.size widens its values: "l" added',
  ]);
  expect(unchanged).toBe(false);
});

test('stops a reviewer at what refuses arguments that were accepted before', async () => {
  const narrowed = api({ filter: { maximum: 20 }, order: { size: { enum: ['s'] } }, required: ['id', 'size'] });
  const { lines } = await linesOf({ api: narrowed });
  expect(lines).toEqual([
    '! shop.createOrder: argument order.size is now required',
    '! shop.createOrder: argument order.size narrows its values: "m" removed',
    '! shop.listOrders: argument limit narrows its maximum: 50 to 20',
  ]);
});

test('names a change of type in arguments and answers, each by its side', async () => {
  const { lines } = await linesOf({ api: api({ filter: { type: 'number' }, answer: { total: { type: 'string' } } }) });
  expect(lines).toEqual([
    '~ shop.listOrders: argument limit widens its type: integer to number',
    '~ shop.listOrders: answer total changes its type: integer to string',
  ]);
});

test('names a server that moves', async () => {
  const { lines } = await linesOf({ api: api({ server: 'https://eu.example.com' }) });
  expect(lines).toEqual([
    '+ https://eu.example.com',
    '- https://api.example.com',
    '! shop.createOrder: its server changes from https://api.example.com to https://eu.example.com',
    '! shop.listOrders: its server changes from https://api.example.com to https://eu.example.com',
  ]);
});

test('names a server that moves for one operation alone', async () => {
  const moved = JSON.parse(api()) as { paths: Record<string, Record<string, object>> };
  moved.paths['/orders']!['post'] = {
    ...moved.paths['/orders']!['post'],
    servers: [{ url: 'https://write.example.com/v2' }],
  };
  const { lines } = await linesOf({ api: JSON.stringify(moved) });
  expect(lines).toEqual([
    '+ https://write.example.com',
    '! shop.createOrder: its server changes from https://api.example.com to https://write.example.com/v2',
  ]);
});

test('names a bound and a requirement that go', async () => {
  const { lines } = await linesOf({ api: api({ filter: { maximum: 500 }, required: [] }) });
  expect(lines).toEqual([
    '~ shop.createOrder: argument order.id is no longer required',
    '~ shop.listOrders: argument limit widens its maximum: 50 to 500',
  ]);
});

test('says nothing of what changes in parts that no skill refers to', async () => {
  const grown = JSON.parse(api()) as {
    paths: Record<string, unknown>;
    components: { schemas: Record<string, unknown> };
  };
  grown.paths['/carts'] = {
    get: { operationId: 'listCarts', servers: [{ url: 'https://carts.example.com' }], responses: {} },
  };
  grown.components.schemas['Cart'] = { type: 'object', properties: { size: { type: 'string' } } };
  expect(await linesOf({ api: JSON.stringify(grown) })).toMatchObject({ lines: [], unchanged: true });
});

test('says nothing of a change that nobody can notice', async () => {
  const shuffled = JSON.parse(api()) as Record<string, unknown>;
  const { unchanged, lines } = await linesOf({
    api: JSON.stringify(Object.fromEntries(Object.entries(shuffled).reverse()), null, 2),
  });
  expect({ unchanged, lines }).toEqual({ unchanged: true, lines: [] });
});

test('compares with a bundle file by the artifacts beside it', async () => {
  const fromFile = async (directory: string): Promise<PlanBase> => {
    const built = await buildBundle({ directory, manifest: 'frontmcp.deploy.yaml', out: 'out' }, ports);
    expect(built.failure).toBeUndefined();
    return { kind: 'file', path: 'out/bundle.json' };
  };
  const { lines } = await linesOf({ api: api({ order: { note: { type: 'string' } } }) }, fromFile);
  expect(lines).toEqual(['~ shop.createOrder: argument order.note is new']);
});
