import type { CallToolResult } from '@modelcontextprotocol/client';
import { TOKEN } from '../mcp/shop.js';
import { readStream } from '../mcp-sessions/session-client.js';
import { ANN, invoke, REFUND, startApprovalShop, type ApprovalShop, type Era } from './approval-shop.js';

let shop: ApprovalShop;

beforeAll(async () => {
  shop = await startApprovalShop();
});
afterAll(() => shop.stop());

const calls = () => shop.api.seen.length;
let amounts = 0;
/** A call that no other test makes. */
const refund = () => ({ ...REFUND, input: { ...REFUND.input, amount: (amounts += 1) + 0.5 } });

describe.each<[Era, string]>([
  ['2026-07-28', 'input_required'],
  ['sessions', 'elicitation'],
])('in %s', (era, via) => {
  test('a person who agrees has it called, once, and is told what they agree to', async () => {
    const [before, call] = [calls(), refund()];
    const asked: string[] = [];
    const client = await shop.connect(era, (message, params) => {
      expect(calls()).toBe(before);
      expect(params).toMatchObject({ requestedSchema: { type: 'object', properties: {} } });
      asked.push(message);
      return { action: 'accept', content: {} };
    });
    expect(await invoke(client, call)).toEqual({ ok: true, status: 200, data: { done: true } });
    expect(shop.api.seen.slice(before)).toMatchObject([
      { method: 'POST', url: '/orders/7/refunds', body: JSON.stringify({ amount: call.input.amount, reason: 'late' }) },
    ]);
    expect(asked).toEqual([
      [
        'Allow acme.issueRefund? Give money back.',
        `POST ${shop.api.url}/orders/7/refunds`,
        'Operation issue_refund of spec acme, with the arguments:',
        JSON.stringify(call.input, null, 2),
        'A yes is good for this one call.',
      ].join('\n'),
    ]);
    expect(asked.join()).not.toContain(TOKEN);
    expect(await shop.records(call.input)).toMatchObject([
      { result: 'ok', details: { operation: 'acme.issueRefund', status: 200, approval: { answer: 'approved', via } } },
    ]);
  });

  test.each([
    ['decline', 'declined', 'Do not call it again'],
    ['cancel', 'cancelled', 'without an answer'],
  ] as const)('a person who answers with %s has nothing called', async (action, answer, sentence) => {
    const [before, call] = [calls(), refund()];
    const client = await shop.connect(era, () => ({ action }));
    expect(await invoke(client, call)).toMatchObject({
      ok: false,
      status: 0,
      code: 'approval_declined',
      retryable: false,
      message: expect.stringContaining(sentence),
    });
    expect(calls()).toBe(before);
    const records = await shop.records(call.input);
    expect(records).toMatchObject([{ result: 'denied', details: { status: 0, approval: { answer, via } } }]);
    expect(JSON.stringify(records)).not.toContain('late');
  });

  test('nobody is asked about arguments that do not fit', async () => {
    const asked: string[] = [];
    const client = await shop.connect(era, (message) => {
      asked.push(message);
      return { action: 'accept' };
    });
    expect(await invoke(client, { ...REFUND, input: { id: '7', reason: 'because' } })).toMatchObject({
      ok: false,
      code: 'invalid_arguments',
    });
    expect(asked).toEqual([]);
  });

  test('nor about an operation that needs no yes', async () => {
    const client = await shop.connect(era, () => Promise.reject(new Error('asked')));
    expect(await invoke(client, { tool: 'acme.getOrder', input: { id: '1' } })).toMatchObject({
      code: 'upstream_error',
      status: 404,
    });
  });

  test('a client that cannot ask is told so, and nothing is called', async () => {
    const before = calls();
    const answer = await invoke(await shop.connect(era));
    expect(answer).toMatchObject({
      ok: false,
      code: 'approval_required',
      retryable: false,
      message: expect.stringContaining('elicitation'),
    });
    expect(answer.message).toContain('tell the person');
    expect(calls()).toBe(before);
  });

  test('a yes to a bundle that is no longer live is no yes', async () => {
    const [before, call] = [calls(), refund()];
    const client = await shop.connect(era, async () => {
      await shop.push();
      return { action: 'accept' };
    });
    expect(await invoke(client, call)).toMatchObject({
      ok: false,
      code: 'approval_void',
      message: expect.stringContaining('has changed since'),
    });
    expect(calls()).toBe(before);
    expect(await shop.records(call.input)).toMatchObject([
      { result: 'denied', details: { approval: { answer: 'void', via } } },
    ]);
  });

  test('a script cannot call it, with or without a person', async () => {
    const before = calls();
    const client = await shop.connect(era, () => Promise.reject(new Error('asked')));
    const script = `return await acme.issueRefund({ id: "7", reason: "late" });`;
    const { structuredContent } = (await client.callTool({
      name: 'codecall_execute',
      arguments: { script },
    })) as CallToolResult;
    expect(structuredContent).toMatchObject({
      status: 'tool_error',
      error: {
        code: 'ACCESS_DENIED',
        reason: 'approval_required',
        message: expect.stringContaining('codecall_invoke({ tool: "acme.issueRefund"'),
      },
    });
    expect(calls()).toBe(before);
  });
});

describe('a session', () => {
  test('is told when the person is not asked after all, and nothing is called', async () => {
    const before = calls();
    const client = await shop.connect('sessions', () => Promise.reject(new Error('no window')));
    const result = (await client.callTool({ name: 'codecall_invoke', arguments: REFUND })) as CallToolResult;
    expect(result).toMatchObject({
      isError: true,
      content: [{ type: 'text', text: expect.stringContaining('failed') }],
    });
    expect(calls()).toBe(before);
  });

  test('that is cancelled while the person decides has nothing called by a yes that comes later', async () => {
    const before = calls();
    const cancel = new AbortController();
    let agreed: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (agreed = resolve));
    const client = await shop.connect('sessions', async () => {
      cancel.abort();
      // The notice of the cancellation overtakes the answer: one more round trip lies between them.
      await client.listTools();
      setTimeout(agreed);
      return { action: 'accept' };
    });
    const call = client.callTool({ name: 'codecall_invoke', arguments: REFUND }, { signal: cancel.signal });
    await expect(call).rejects.toThrow();
    await answered;
    await invoke(client, { tool: 'acme.getOrder', input: { id: '1' } });
    expect(shop.api.seen.slice(before).map(({ url }) => url)).toEqual(['/orders/1']);
  });

  test('of a 2024-11-05 client asks over its one stream', async () => {
    const before = calls();
    const client = await shop.connect('sse', () => ({ action: 'accept' }));
    expect(await invoke(client, refund())).toMatchObject({ ok: true });
    expect(calls()).toBe(before + 1);
  });

  test('that loses its connection while the person decides finds the question and the answer when it comes back', async () => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'x-api-key': ANN,
    };
    const send = (body: object, more: Record<string, string> = {}, signal?: AbortSignal) =>
      fetch(`${shop.url}/mcp`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: JSON.stringify({ jsonrpc: '2.0', ...body }),
        signal,
      });
    const params = {
      protocolVersion: '2025-11-25',
      capabilities: { elicitation: {} },
      clientInfo: { name: 'test', version: '1' },
    };
    const begun = await send({ id: 0, method: 'initialize', params });
    await begun.body?.cancel();
    const session = {
      'mcp-session-id': begun.headers.get('Mcp-Session-Id') ?? '',
      'mcp-protocol-version': '2025-11-25',
    };
    const cut = new AbortController();
    const first = readStream(
      await send(
        { id: 1, method: 'tools/call', params: { name: 'codecall_invoke', arguments: refund() } },
        session,
        cut.signal,
      ),
      cut,
    );
    const priming = await first.next();
    cut.abort();
    const again = new AbortController();
    const stream = readStream(
      await fetch(`${shop.url}/mcp`, {
        headers: { ...headers, ...session, accept: 'text/event-stream', 'last-event-id': priming?.id ?? '' },
      }),
      again,
    );
    const { id } = await stream.until('elicitation/create');
    expect((await send({ id, result: { action: 'accept' } }, session)).status).toBe(202);
    expect(await stream.nextMessage()).toMatchObject({ id: 1, result: { structuredContent: { ok: true } } });
    again.abort();
  });
});

describe('without a session', () => {
  const send = (body: object) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'x-api-key': ANN,
    };
    return fetch(`${shop.url}/mcp`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'codecall_invoke', arguments: REFUND } };

  test('the generations that need one to ask are refused', async () => {
    const before = calls();
    expect(await (await send(call)).text()).toMatch(/approval_required.*no session to be asked in/);
    expect(calls()).toBe(before);
  });

  test('nor can a client shake hands and call at once, to be asked where it cannot answer', async () => {
    const params = {
      protocolVersion: '2025-03-26',
      capabilities: { elicitation: {} },
      clientInfo: { name: 'test', version: '1' },
    };
    const response = await send([{ jsonrpc: '2.0', id: 0, method: 'initialize', params }, call]);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('must come alone');
  });
});
