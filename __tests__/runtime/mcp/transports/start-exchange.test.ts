import { Server } from '@modelcontextprotocol/server';
import type { Message } from '../../../../src/runtime/mcp/exchange/messages.js';
import { startExchange } from '../../../../src/runtime/mcp/exchange/start-exchange.js';

const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } };

test('answers a request whose id is one that was used to make the client known', async () => {
  const server = new Server({ name: 'x', version: '1' }, { capabilities: {} });
  const answers = await new Promise<Message[]>((finish) => {
    const exchange = {
      name: 'x',
      messages: [{ jsonrpc: '2.0', id: 'before:0', method: 'ping' }],
      server,
      request: new Request('https://w/mcp'),
      before: [{ jsonrpc: '2.0', id: 1, method: 'initialize', params }],
    };
    void startExchange(exchange, { say: () => undefined, finish }, () => undefined);
  });
  expect(answers).toEqual([{ jsonrpc: '2.0', id: 'before:0', result: {} }]);
});
