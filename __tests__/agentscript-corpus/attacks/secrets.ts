import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Reading what the Worker holds: its environment, its credentials, its answers' headers. */
export const SECRETS: AttackClass = {
  class: 'secrets',
  cases: [
    { name: 'an API that echoes its request', script: js`return await shop.echo({ text: 'x' });`, expect: 'contained' },
    {
      name: 'the credential of the echo, letter by letter',
      script: js`const e = await shop.echo({ text: 'x' }); return String(e.headers.authorization).split('').join('');`,
      expect: 'contained',
    },
    {
      name: 'the credential of the echo, turned around',
      script: js`const e = await shop.echo({ text: 'x' }); const a = String(e.headers.authorization); return a.length > 24 && !a.includes('redacted') ? 'ESC' + 'APED' : a.split('').reverse().join('');`,
      expect: 'contained',
    },
    {
      name: 'the credential in a text that goes out again',
      script: js`const e = await shop.echo({ text: 'x' }); await shop.addNote({ id: 'A-1001', text: JSON.stringify(e).slice(0, 9000) }); return 'sent';`,
      expect: 'contained',
    },
    {
      name: 'the credential in a log',
      script: js`const e = await shop.echo({ text: 'x' }); console.log(e); mcpLog('info', JSON.stringify(e)); mcpNotify('x', e); return 1;`,
      expect: 'contained',
    },
    {
      name: 'the credential in an error',
      script: js`const e = await shop.echo({ text: 'x' }); throw new Error(JSON.stringify(e));`,
      expect: 'contained',
    },
    {
      name: 'the secret by the name of its binding',
      script: js`return [typeof SHOP_TOKEN, typeof env, typeof process].join();`,
      expect: 'contained',
    },
    {
      name: 'the secret in the context',
      script: js`return JSON.stringify(codecallContext) + Object.getOwnPropertyNames(codecallContext);`,
      expect: 'contained',
    },
    { name: 'the secret in a description', script: js`return await getTool('shop.getOrder');`, expect: 'contained' },
    {
      name: 'the address of the API in a description',
      script: js`const t = JSON.stringify(await getTool('shop.getOrder')); return /127\.0\.0\.1|localhost/.test(t) ? 'ESC' + 'APED' : 'none';`,
      expect: 'contained',
    },
    {
      name: 'the secret in the text of functions',
      script: js`return [shop.getOrder, callTool, getTool, mcpLog, console.log, __safe_parallel].map(String).join('\n');`,
      expect: 'contained',
    },
    {
      name: 'members of an answer that are not its data',
      script: js`const o = await shop.getOrder({ id: 'A-1001' }); return Object.getOwnPropertyNames(o).concat(Object.getOwnPropertySymbols(o).map(String));`,
      expect: 'contained',
    },
    {
      name: 'headers of an answer',
      script: js`const r = await callTool('shop.getOrder', { id: 'A-1001' }, { throwOnError: false, includeHeaders: true, raw: true }); return [Object.keys(r), r.headers ?? null, r.request ?? null];`,
      expect: 'contained',
    },
    {
      name: 'headers of an error',
      script: js`try { await shop.getOrder({ id: 'A-0' }); } catch (e) { return [Object.getOwnPropertyNames(e), String(e.headers), String(e.request), String(e.config), String(e.url), String(e.stack)]; }`,
      expect: 'contained',
    },
    {
      name: 'the body of an error',
      script: js`const r = await callTool('shop.getOrder', { id: 'A-0' }, { throwOnError: false }); return r;`,
      expect: 'contained',
    },
    {
      name: 'what refused arguments are compared with',
      script: js`const r = await callTool('shop.listOrders', { status: 'x', limit: 'y', nope: 1 }, { throwOnError: false }); return r;`,
      expect: 'contained',
    },
    {
      name: 'an operation of another skill, by its error',
      script: js`const r = await callTool('vault.readSecret', {}, { throwOnError: false }); return r;`,
      expect: 'contained',
      upstream: 0,
    },
    {
      name: 'which operations there are, by the hints of errors',
      script: js`const r = await Promise.all(['admin.deleteEverythin', 'vault.readSecre', 'shop.payOu'].map((n) => callTool(n, {}, { throwOnError: false }))); return /deleteEverything\b|readSecret\b/.test(JSON.stringify(r.map((x) => x.error.message)).replace(/deleteEverythin"|readSecre"/g, '')) ? 'ESC' + 'APED' : 'none';`,
      expect: 'contained',
      upstream: 0,
    },
    {
      name: 'variables left in the engine',
      script: js`const names = ['bridge', 'side', 'p', 'primordials', 'setup', 'host', 'vm', 'std', 'os', 'bjson', 'qjs', 'print', 'gc', '__host', '__bridge', '__call']; return names.length;`,
      expect: ['ok'],
    },
    ...[
      'bridge',
      'side',
      'print',
      'gc',
      'std',
      'os',
      'host',
      'vm',
      '__host',
      'navigator',
      'performance',
      'postMessage',
      'require',
      'module',
      'exports',
      '__dirname',
      'scriptArgs',
      'loadScript',
      'Bun',
      'Deno',
    ].map((name) => ({
      name: `the name ${name}`,
      script: `return typeof ${name} === 'undefined' ? 'none' : 'ESC' + 'APED';`,
      expect: 'contained' as const,
    })),
    {
      name: 'the time of a call, to look for others',
      script: js`const t = Date.now(); await shop.getOrder({ id: 'A-1001' }); return typeof (Date.now() - t);`,
      expect: 'contained',
    },
  ],
};
