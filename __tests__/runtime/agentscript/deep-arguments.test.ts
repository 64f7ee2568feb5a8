import { errorOf, resultOf } from './run-in-node.js';

const deep = 'let o = 1; for (let i = 0; i < 150; i++) o = { o };';

test('refuses arguments that are nested too deep as wrong arguments, not as a fault of its own', async () => {
  expect(await errorOf(`${deep} return await acme.getOrder(o);`)).toMatchObject({
    status: 'tool_error',
    code: 'TOOL_ERROR',
    message: expect.stringContaining('nested'),
    toolName: 'acme.getOrder',
  });
});

test('lets the script go on after them', async () => {
  expect(
    await resultOf(
      `${deep} const { success, error } = await callTool('acme.getOrder', o, { throwOnError: false }); return [success, error.code];`,
    ),
  ).toEqual([false, 'VALIDATION']);
});
