import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyChain } from '../../support/verify-chain.js';
import type { AuditRecord } from '../../../src/contract/audit/record.js';
import { MEDIA_TYPES, type OperationDocument } from '../../../src/contract/bundle/bundle-index.js';
import { applyBody, sendStatement } from '../../support/worker-client.js';
import { finishTestBundle, makeTestBundle, sha256, type TestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { until } from '../../support/worker-state.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';

const key = makeTestKey();
let api: Server;
let workers: TestWorkers;
let url: string;
let bundle: TestBundle;

beforeAll(async () => {
  api = createServer((_request, response) =>
    response.setHeader('Content-Type', 'application/json').end('{"note":"private answer"}'),
  );
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  bundle = await callingBundle(`http://127.0.0.1:${(api.address() as AddressInfo).port}`);
  workers = await startTestWorkers([{ compiled: bundle, secrets: { TRUSTED_PUBKEY: key.publicPem } }]);
  url = await workers.url();
  await sendStatement(url, signTestStatement(key, 'apply', bundle), { body: applyBody(bundle) });
});
afterAll(async () => {
  await workers?.stop();
  api.close();
});

/** A bundle whose skill may call one operation. */
async function callingBundle(server: string): Promise<TestBundle> {
  const plain = await makeTestBundle();
  const document: OperationDocument = {
    v: 1,
    description: 'Reads a note.',
    request: {
      method: 'GET',
      server,
      path: '/notes/{id}',
      parameters: [{ in: 'path', name: 'id', at: ['id'], required: true, style: 'simple', explode: false }],
      accept: 'application/json',
      security: [],
    },
    input: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
  };
  const text = JSON.stringify(document);
  const artifact = { sha256: sha256(text), size: Buffer.byteLength(text), mediaType: MEDIA_TYPES.operation };
  plain.index.services = { notes: { binding: 'notes', origins: [server], securitySchemes: {}, auth: false } };
  plain.index.operations = {
    'notes.getNote': {
      spec: 'notes',
      id: 'getNote',
      name: 'getNote',
      method: 'GET',
      path: '/notes/{id}',
      summary: 'Reads a note.',
      tags: [],
      expose: 'tool',
      readOnly: true,
      effects: [],
      artifact,
    },
  };
  plain.index.skills.greeting?.operations.push('notes.getNote');
  return finishTestBundle(plain.index, { ...plain.artifacts, [artifact.sha256]: text });
}

async function invoke(input: object): Promise<{ requestId: string | null; text: string }> {
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2025-06-18',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'codecall_invoke', arguments: { tool: 'notes.getNote', input } },
    }),
  });
  return { requestId: response.headers.get('X-Request-Id'), text: await response.text() };
}

async function auditRows(): Promise<{ hash: string; record: AuditRecord }[]> {
  const database = await workers.miniflare.getD1Database('AUDIT');
  const { results } = await database
    .prepare('SELECT hash, record FROM frontmcp_audit ORDER BY seq')
    .all<{ hash: string; record: string }>();
  return results.map(({ hash, record }) => ({ hash, record: JSON.parse(record) }));
}

test('a call stands in the chain with who, what and which bundle, and no value of it', async () => {
  const { requestId, text } = await invoke({ id: 'secret-id' });
  expect(text).toContain('private answer');
  await until(async () => (await auditRows()).some(({ record }) => record.type === 'action'));
  const rows = await auditRows();
  expect(rows.at(-1)?.record).toMatchObject({
    type: 'action',
    actor: { kind: 'caller', id: 'anonymous' },
    bundle: { generation: 1, sha256: bundle.sha256, previous: null },
    statement: null,
    result: 'ok',
    details: {
      operation: 'notes.getNote',
      skill: 'greeting',
      status: 200,
      requestId,
      inputHash: sha256('{"id":"secret-id"}'),
    },
  });
  expect(verifyChain(rows, [])).toMatchObject({ ok: true });
  expect(JSON.stringify(rows)).not.toMatch(/secret-id|private answer/);
});

test('fifty calls at once make one chain of fifty records more', async () => {
  const before = (await auditRows()).length;
  await Promise.all(Array.from({ length: 50 }, (_, index) => invoke({ id: String(index) })));
  await until(async () => (await auditRows()).length === before + 50);
  expect(verifyChain(await auditRows(), [])).toMatchObject({ ok: true, head: { seq: before + 50 } });
});
