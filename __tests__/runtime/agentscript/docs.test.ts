import { readFileSync } from 'node:fs';
import type { JsonValue } from '../../../src/contract/encoding/json.js';
import type { CallOutcome } from '../../../src/runtime/agentscript/script-types.js';
import { errorOf, failed, resultOf } from './run-in-node.js';

/** A fenced example: what it runs with stands behind the language, what it gives in the JSON fence that follows. */
interface Example {
  script: string;
  context: JsonValue;
  refused?: string;
  result?: unknown;
}

const ORDERS = [
  {
    id: '1042',
    status: 'delivered',
    customerId: 'c7',
    total: 37.5,
    refunded: 0,
    refundable: true,
    lines: [{ sku: 'MUG-RED', quantity: 3, price: 12.5 }],
  },
  { id: '1043', status: 'placed', customerId: 'c7', total: 20, refunded: 0, refundable: true, lines: [] },
];
const TOOLS = ['acme.getOrder', 'acme.listOrders', 'acme.getCustomer', 'acme.issueRefund'];

async function shop(name: string, input: JsonValue): Promise<CallOutcome> {
  const { orderId, amount } = input as { orderId?: string; amount?: number };
  const order = ORDERS.find(({ id }) => id === orderId);
  if (name === 'acme.listOrders') return { ok: true, data: { orders: ORDERS } };
  if (name === 'acme.getCustomer') return { ok: true, data: { id: 'c7', name: 'Nora Quist' } };
  if (!order) return failed(404);
  return { ok: true, data: name === 'acme.issueRefund' ? { amount: amount ?? 0 } : order };
}

function examplesIn(page: string): Example[] {
  const fences = /```js([^\n]*)\n([\s\S]*?)```(?:\s*```json\n([\s\S]*?)```)?/g;
  return [...page.matchAll(fences)].map(([, settings = '', script = '', result]) => ({
    script,
    context: JSON.parse(/context=(\S+)/.exec(settings)?.[1] ?? '{}') as JsonValue,
    refused: /refused=(\S+)/.exec(settings)?.[1],
    result: result === undefined ? undefined : (JSON.parse(result) as unknown),
  }));
}

describe.each([
  ['docs/agents.md', 5],
  ['docs/agentscript.md', 3],
])('%s', (page, least) => {
  const examples = examplesIn(readFileSync(page, 'utf8'));

  test('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(least);
  });

  test.each(examples)('does what it says: $script', async ({ script, context, refused, result }) => {
    const options = { tools: TOOLS, call: shop, context };
    if (refused !== undefined) expect(await errorOf(script, options)).toMatchObject({ code: refused });
    else expect(await resultOf(script, options)).toEqual(result);
  });
});
