import { startShopApi } from '../../scripts/demo/shop-api.mjs';
import { runNode } from '../support/run-program.js';

test('npm start -- --once deploys, serves, reloads and says so in one line of JSON', async () => {
  const { code, stdout, stderr } = await runNode(['scripts/demo/start.mjs', '--once', '--json']);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
    result: 'applied',
    bundleSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    generation: 2,
    mcpUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/),
    tools: [
      'codecall_searchSkills',
      'codecall_searchKnowledge',
      'codecall_describe',
      'codecall_execute',
      'codecall_invoke',
    ],
    hotReloadMs: expect.any(Number),
  });
});

test("the demo's shop answers what it cannot read with 400 and goes on", async () => {
  const shop = await startShopApi('secret');
  const refund = (body: string | undefined) =>
    fetch(`${shop.url}/orders/1042/refund`, { method: 'POST', headers: { authorization: 'Bearer secret' }, body });
  expect((await refund('{"amount":')).status).toBe(400);
  const nothing = await fetch(`${shop.url}/constructor/1`, { headers: { authorization: 'Bearer secret' } });
  expect(nothing.status).toBe(404);
  expect((await refund(undefined)).status).toBe(201);
  await shop.close();
});
