import { createHash } from 'node:crypto';
import {
  Client,
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type CallToolResult,
  type ElicitResult,
} from '@modelcontextprotocol/client';
import type { AuditRecord } from '../../../src/contract/audit/record.js';
import { canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import { applyBody, sendStatement } from '../../support/worker-client.js';
import { startTestWorkers } from '../../support/worker-start.js';
import { until } from '../../support/worker-state.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';
import { json, startApi, type LoopbackApi } from '../mcp/loopback-api.js';
import { TOKEN } from '../mcp/shop.js';
import { shopBundle } from '../mcp-sessions/shop-bundle.js';

/** Two callers. */
export const ANN = 'a'.repeat(32);
export const BOB = 'b'.repeat(32);
/** The call that needs a person's yes. */
export const REFUND = { tool: 'acme.issueRefund', input: { id: '7', amount: 12.5, reason: 'late' } };

/** What `codecall_invoke` answers. */
export interface Answer {
  ok: boolean;
  code?: string;
  message?: string;
  [member: string]: unknown;
}

/** What a client of 2026-07-28 gets when a person is to be asked. */
export interface Question {
  resultType?: string;
  inputRequests?: Record<string, { method: string; params: { message: string; requestedSchema: object } }>;
  requestState?: string;
  structuredContent?: Answer;
}

/** A message of JSON-RPC that ends a call. */
export interface Reply {
  result?: Question;
  error?: { code: number; message: string };
}

/** The generations of the protocol. */
export type Era = 'sessions' | '2026-07-28' | 'sse';

/** A shop whose refunds need a person's yes, in a Worker of its own. */
export interface ApprovalShop {
  api: LoopbackApi;
  url: string;
  /** An official client whose person answers like that; without `person` it cannot ask one. */
  connect(
    era: Era,
    person?: (message: string, params: object) => ElicitResult | Promise<ElicitResult>,
  ): Promise<Client>;
  /** A call of 2026-07-28 by hand. `more` goes into its parameters. */
  call(
    more?: object,
    options?: { caller?: string; call?: object; capabilities?: object; tool?: string },
  ): Promise<Reply>;
  /** Makes another bundle live. */
  push(): Promise<void>;
  /** Puts the Worker's clock forward. */
  wait(milliseconds: number): Promise<void>;
  /** Records of the calls with these arguments, once there are some. */
  records(input: object): Promise<AuditRecord[]>;
  stop(): Promise<void>;
}

/** A clock that the test puts forward. */
const ENTRY = `
let ahead = 0;
const clock = Date.now.bind(Date);
Date.now = () => clock() + ahead;
export default {
  fetch(request, env, execution) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== '/test/ahead') return handler.fetch(request, env, execution);
    ahead = Number(searchParams.get('by'));
    return new Response();
  },
};`;

/** Starts the shop. */
export async function startApprovalShop(): Promise<ApprovalShop> {
  const key = makeTestKey();
  const api = await startApi();
  api.on('/orders/7/refunds', (_, response) => json(response, { done: true }));
  api.on('/orders/8/refunds', (_, response) => json(response, { done: true }));
  let texts = 0;
  const nextBundle = () =>
    shopBundle(api.url, ({ manifest, operations, skills }) => {
      manifest.structural.auth = { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } };
      manifest.structural.secrets = [...(manifest.structural.secrets ?? []), { name: 'KEYS' }];
      manifest.hot.execution = { approve: ['acme.issue*', 'acme.deleteOrder'] };
      Object.assign(operations['acme.issueRefund'] ?? {}, { summary: 'Give money back.', id: 'issue_refund' });
      const refund = operations['acme.issueRefund'];
      if (refund) operations['acme.issueTwin'] = { ...refund, name: 'issueTwin', id: 'issueTwin' };
      skills['refund-order']?.operations.push('acme.deleteOrder', 'acme.issueTwin');
      Object.assign(skills['find-order'] ?? {}, { description: `Find an order, version ${(texts += 1)}.` });
    });
  const first = await nextBundle();
  const secrets = { TRUSTED_PUBKEY: key.publicPem, ACME_TOKEN: TOKEN, KEYS: `${ANN}\n${BOB}` };
  const statement = signTestStatement(key, 'embed', first);
  const workers = await startTestWorkers([{ compiled: first, statement, secrets, entry: ENTRY }]);
  const url = await workers.url();
  const clients: Client[] = [];
  return {
    api,
    url,
    async connect(era, person) {
      const negotiation = era === '2026-07-28' ? { versionNegotiation: { mode: 'auto' as const } } : {};
      const client = new Client(
        { name: 'test', version: '1' },
        { ...negotiation, capabilities: person ? { elicitation: { form: {} } } : {} },
      );
      if (person) client.setRequestHandler('elicitation/create', ({ params }) => person(params.message, params));
      const headers = { 'x-api-key': ANN };
      await client.connect(
        era === 'sse'
          ? new SSEClientTransport(new URL(`${url}/sse`), { requestInit: { headers } })
          : new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }),
      );
      clients.push(client);
      return client;
    },
    call: (
      more = {},
      { caller = ANN, call = REFUND, capabilities = { elicitation: {} }, tool = 'codecall_invoke' } = {},
    ) => callByHand(url, caller, tool, { arguments: call, ...more }, capabilities),
    async push() {
      const next = await nextBundle();
      const { body } = await sendStatement(url, signTestStatement(key, 'apply', next), { body: applyBody(next) });
      expect(body).toMatchObject({ status: 'applied' });
    },
    wait: async (milliseconds) => void (await fetch(`${url}/test/ahead?by=${milliseconds}`)),
    async records(input) {
      const database = await workers.miniflare.getD1Database('AUDIT');
      const read = async () => {
        const { results } = await database
          .prepare('SELECT record FROM frontmcp_audit ORDER BY seq')
          .all<{ record: string }>();
        const hash = createHash('sha256').update(canonicalJson(input)).digest('hex');
        return results
          .map(({ record }) => JSON.parse(record) as AuditRecord)
          .filter(({ details }) => details.inputHash === hash);
      };
      // The table comes with the first record.
      await until(async () => (await read().catch(() => [])).length > 0);
      return read();
    },
    async stop() {
      await Promise.all(clients.map((client) => client.close()));
      await workers.stop();
      await api.close();
    },
  };
}

async function callByHand(
  url: string,
  caller: string,
  name: string,
  params: object,
  capabilities: object,
): Promise<Reply> {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': capabilities,
  };
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': name,
      'x-api-key': caller,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, ...params, _meta } }),
  });
  const text = await response.text();
  return JSON.parse(/^data: (\{.*)$/m.exec(text)?.[1] ?? text) as Reply;
}

/** Calls the refund, or what is given, and returns what the agent gets. */
export async function invoke(client: Client, call: object = REFUND): Promise<Answer> {
  const result = (await client.callTool({
    name: 'codecall_invoke',
    arguments: call as Record<string, unknown>,
  })) as CallToolResult;
  const answer = result.structuredContent as unknown as Answer;
  expect(result.content).toEqual([{ type: 'text', text: JSON.stringify(answer) }]);
  expect(result.isError ?? false).toBe(!answer.ok);
  return answer;
}
