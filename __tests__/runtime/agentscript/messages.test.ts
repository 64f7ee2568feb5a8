import { errorOf, failed, run } from './run-in-node.js';

/** The commonest mistakes of models, and the accepted spelling that the answer must show. */
test.each([
  ["const r = await fetch('https://x.example');", 'await acme.getOrder({ … })'],
  ["const fs = require('fs');", 'await acme.getOrder({ … })'],
  ['await new Promise((done) => setTimeout(done, 1000));', 'leave the pause out'],
  ["return new Intl.NumberFormat('en-US').format(1);", 'value.toLocaleString("en-US", { style: "currency"'],
  ['return process.env.TOKEN;', 'codecallContext'],
  ["import fs from 'fs';", 'Leave it out'],
  ['export default async function run() { return 1; }', 'Send the body of the function alone'],
  ['```js\nreturn 1;\n```', 'Send the code alone'],
  ['Here is the script:\n```js\nreturn 1;\n```', 'Send the code alone'],
  ['return acme.getOrdr({});', 'Did you mean "acme.getOrder"?'],
  ['return [].constructor;', 'value.constructor.name'],
])('%j is answered with what to write instead', async (script, hint) => {
  expect(await errorOf(script)).toMatchObject({ hint: expect.stringContaining(hint) });
});

test.each([
  'const { orders } = acme.listOrders({}); return orders.map((o) => o.id);',
  'for (const order of acme.listOrders({})) console.log(order);',
])('names the call whose await is missing: %s', async (script) => {
  expect(await errorOf(script)).toMatchObject({
    code: 'SCRIPT_ERROR',
    hint: 'acme.listOrders was still under way: write await before it, as in const data = await acme.listOrders({ … });',
  });
});

test('says nothing of a missing await when every call was awaited', async () => {
  expect(await errorOf('const o = await acme.getOrder({}); return o.customer.name;')).toMatchObject({
    hint: expect.stringContaining('?.'),
  });
});

test('says of a call that was left behind how it is awaited', async () => {
  const { notes } = await run('const order = acme.getOrder({}); return { total: order.total };');
  expect(notes).toEqual([
    '1 call was still under way when the script ended, and was cancelled: await every call, as in await acme.getOrder({ … }).',
  ]);
});

test('says to return what a function works out', async () => {
  const { notes } = await run('async function main() { return 1; }\nmain();');
  expect(notes).toEqual([expect.stringContaining('return main();')]);
});

test('says of wrong arguments where the right ones are described', async () => {
  const refusal = failed(0);
  const call = async () => ({
    ok: false as const,
    error: {
      ...(refusal.ok ? undefined : refusal.error),
      code: 'VALIDATION' as const,
      message: 'Wrong.',
      reason: 'invalid_arguments',
      status: 0,
      retryable: false,
    },
  });
  expect(await errorOf('return acme.getOrder({});', { call })).toMatchObject({
    hint: 'Correct the arguments: codecall_describe({ toolNames: ["acme.getOrder"] }) shows them.',
  });
});

test('repeats no more of an operation’s name than a name can have', async () => {
  const names: string[] = [];
  const call = async (name: string) => (names.push(name), failed(404));
  const error = await errorOf("return callTool('x'.repeat(5_000_000), {});", { call });
  expect(names.map((name) => name.length)).toEqual([513]);
  expect(JSON.stringify(error).length).toBeLessThan(4_000);
});
