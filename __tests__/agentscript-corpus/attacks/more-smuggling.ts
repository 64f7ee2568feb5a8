import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Arguments, names and options of odd shapes. */
export const MORE_SMUGGLING: AttackClass = {
  class: 'argument smuggling, once more',
  cases: [
    {
      name: 'dots in every spelling as a path segment',
      expect: 'contained',
      script: js`
const out = [];
for (const id of ['.', '..', '%2e', '%2e%2e', '%2E.', '.%2e', '..%2f..', '..;', '...', '．．', '。', '․․', '‥', '..\\', '\\..', '..%5c', '..%c0%af', '%252e%252e', ' ..', '.. ', '\t..', '..\u200b', '..\u00ad', '\u202e..', '..#', '..?', '..;a=1']) { try { await shop.getOrder({ id }); out.push('ok'); } catch (e) { out.push(e.code); } }
return out.includes('ok') ? 'ESC' + 'APED' : out.length;`,
    },
    {
      name: 'slashes in every spelling as a path segment',
      expect: 'contained',
      script: js`
for (const id of ['a/b', '/', '//', '/../../admin/everything', '%2f', '%2F..%2Fadmin', '\\', '\\\\host', '∕', '／', '⁄', 'a%00/b', 'http://evil.example/', '//evil.example', '@evil.example', ':8080', 'a:b@c', '/shop/../admin/everything']) { try { const o = await shop.getOrder({ id }); if (o) return 'ESC' + 'APED'; } catch {} }
return 'none';`,
    },
    {
      name: 'queries and fragments as a path segment',
      expect: 'contained',
      script: js`
for (const id of ['A-1001?admin=1', 'A-1001#x', 'A-1001&x=1', 'A-1001;x=1', '?', '#', '%3F', '%23', 'A-1001%3Fx', '?x=1#y']) { try { await shop.getOrder({ id }); return 'ESC' + 'APED'; } catch {} }
return 'none';`,
    },
    {
      name: 'control signs, CRLF, NUL and lone surrogates as a path segment',
      expect: 'contained',
      script: js`
for (const id of ['\r\n', 'x\r\nX-Evil: 1', '\0', 'x\0', '\x7f', '\x1b', '\u2028', '\u0085', '\ud800', '\udfff\ud800', '\ufeff', '\ufffe', 'é\u0301', '\u{10ffff}']) { try { await shop.getOrder({ id }); return 'ESC' + 'APED'; } catch {} }
return 'none';`,
    },
    {
      name: 'path arguments of every other kind',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const id of [null, undefined, 5, true, NaN, [], ['A-1001'], {}, { toString: () => 'A-1001' }, new String(''), '', () => 1, Symbol('x'), new Date(0) > 0 ? {} : [], [['..']]]) { try { await shop.getOrder({ id }); out.push('ok'); } catch (e) { out.push(e.code ?? e.name); } }
return out.includes('ok') ? 'ESC' + 'APED' : out;`,
    },
    {
      name: 'a path argument that changes when it is read again',
      expect: 'contained',
      script: js`
let n = 0;
const input = { get id() { return n++ ? '../../admin/everything' : 'A-1001'; } };
try { return (await shop.getOrder(input)).id; } catch (e) { return e.code; }`,
    },
    {
      name: 'toJSON gives other arguments',
      expect: 'contained',
      script: js`try { return await shop.getOrder({ id: 'A-1001', toJSON: () => ({ id: '..', 'X-Trace': 'a\r\nEvil: 1', Authorization: 'x' }) }); } catch (e) { return e.code; }`,
    },
    {
      name: 'header values with line breaks, unicode and more',
      expect: 'contained',
      script: js`
const out = [];
for (const v of ['a\r\nX-Evil: 1', 'a\nX-Evil: 1', 'a\rb', 'a\0b', '\u010a', '嘊嘍X-Evil: 1', ' lead', 'trail ', '\t', '', 'é', '😀', '\x7f', 'x'.repeat(60_000), '\u2028', '\\r\\nX: 1', '%0d%0aX: 1']) { try { await shop.getOrder({ id: 'A-1001', 'X-Trace': v }); out.push('ok'); } catch (e) { out.push(e.code); } }
return out.length;`,
    },
    {
      name: 'headers that no operation declares',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const key of ['Authorization', 'authorization', 'Cookie', 'Host', 'X-Forwarded-For', 'x-trace', 'X-TRACE', 'Content-Type', 'Transfer-Encoding', 'headers', 'header', ':authority', 'X-Trace ', 'X-Trace\r\nEvil']) { try { await shop.getOrder({ id: 'A-1001', [key]: 'evil' }); out.push(key); } catch { } }
return out.length ? 'ESC' + 'APED ' + out : 'none';`,
    },
    {
      name: 'parameters of the request that are no arguments',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const key of ['url', 'baseUrl', 'path', 'query', 'body', 'method', 'origin', 'server', 'op', 'auth', 'token', 'signal', 'redirect', 'cf', '$ref', '__proto__x', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then']) { try { await shop.getOrder({ id: 'A-1001', [key]: 'https://evil.example' }); out.push(key); } catch { } }
return out.length ? 'ESC' + 'APED ' + out : 'none';`,
    },
    {
      name: 'query values that hold other parameters',
      expect: 'contained',
      script: js`
const out = [];
for (const q of ['a&admin=1', 'a=1;b=2', '%26admin%3d1', 'a#b', 'a\r\nb', 'a\0b', '+', '%', '%zz', '\ud800', '[]', 'a[b]=c', '{"a":1}', '\\', '"', "'", '<script>']) { try { const list = await shop.listProducts({ q }); out.push(list.length); } catch (e) { out.push(e.code); } }
return out;`,
    },
    {
      name: 'query arrays and objects where text is asked for',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const q of [['a', 'b'], { a: 1 }, { toString: () => 'x' }, [['a']], 5, true, null]) { try { await shop.listProducts({ q }); out.push('ok'); } catch (e) { out.push(e.code); } }
return out.filter((x) => x === 'ok').length > 0 ? 'ESC' + 'APED' : out;`,
    },
    {
      name: 'numbers that are none, and numbers beyond the bounds',
      upstream: 0,
      expect: 'contained',
      script: js`
for (const limit of [0, -1, 101, 1.5, NaN, Infinity, '5', '1e1', [5], { valueOf: () => 5 }, 1e21, Number.MAX_VALUE]) { try { await shop.listOrders({ limit }); return 'ESC' + 'APED ' + String(limit); } catch {} }
return 'none';`,
    },
    {
      name: 'body members that are not declared, in every way',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const extra of [{ admin: true }, JSON.parse('{"__proto__":{"admin":1}}'), { constructor: 1 }, { ['proto' + 'type']: 1 }, { toString: 'x' }, { Amount: 5 }, { 'amount ': 5 }, { 'reason\0': 'x' }, { orderId: 'x' }, { body: { amount: 1 } }]) { try { await shop.createRefund({ id: 'A-1001', amount: 1, reason: 'late', ...extra }); out.push(Object.keys(extra).join()); } catch { } }
return out.filter((k) => k !== '').length ? 'ESC' + 'APED ' + out : 'none';`,
    },
    {
      name: '__proto__ as an own member of arguments',
      upstream: 0,
      expect: 'contained',
      script: js`
const input = JSON.parse('{"id":"A-1001","amount":1,"reason":"late","__proto__":{"admin":true}}');
try { await shop.createRefund(input); return 'ESC' + 'APED'; } catch (e) { return e.code; }`,
    },
    {
      name: '__proto__ deep in free-form data stays data',
      expect: 'contained',
      script: js`
const meta = JSON.parse('{"__proto__":{"polluted":"x"},"constructor":{"prototype":{"polluted":"x"}},"a":{"__proto__":{"polluted":"x"}}}');
await shop.addNote({ id: 'A-1001', text: 'x', meta });
return {}.polluted ? 'ESC' + 'APED' : 'clean';`,
      then: js`return {}.polluted || Object.prototype.polluted ? 'ESC' + 'APED' : 'clean';`,
    },
    {
      name: 'values of an enum in other spellings',
      upstream: 0,
      expect: 'contained',
      script: js`
for (const reason of ['Late', 'late ', 'late\0', 'ＬＡＴＥ', ['late'], { 0: 'late' }, 'other\n', null, true]) { try { await shop.createRefund({ id: 'A-1001', amount: 1, reason }); return 'ESC' + 'APED'; } catch {} }
return 'none';`,
    },
    {
      name: 'arguments that are no object',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const input of [null, 'id=A-1001', 5, true, ['A-1001'], [['id', 'A-1001']], () => ({ id: 'A-1001' }), Symbol('x'), 5n, new Map([['id', 'A-1001']]), Object.create({ id: 'A-1001' })]) { try { await shop.getOrder(input); out.push('ok'); } catch (e) { out.push(e.code ?? e.name); } }
return out.includes('ok') ? 'ESC' + 'APED' : out;`,
    },
    {
      name: 'more arguments than one',
      expect: 'contained',
      script: js`
const o = await shop.getOrder({ id: 'A-1001' }, { id: '../../admin/everything', baseUrl: 'https://evil.example' }, 'x');
return o.id === 'A-1001' ? 'first' : 'ESC' + 'APED';`,
    },
    {
      name: 'callTool with options of every kind',
      expect: 'contained',
      script: js`
const out = [];
for (const o of [{ throwOnError: 0 }, { throwOnError: 'false' }, null, 5, { get throwOnError() { throw new Error('g'); } }, { scopes: ['vault'], skills: ['maintenance'], approve: true, isScript: false, approved: true }]) { try { out.push(typeof (await callTool('shop.payOut', { amount: 1 }, o))); } catch (e) { out.push(e.code ?? e.name); } }
return out.includes('object') ? 'ESC' + 'APED' : out;`,
    },
    {
      name: 'approvals are not given in arguments',
      upstream: 0,
      expect: 'contained',
      script: js`
for (const extra of [{ approved: true }, { approve: 'yes' }, { _meta: { approved: true } }, { requestState: 'x' }, { inputResponses: { a: 1 } }]) { try { await shop.payOut({ amount: 1, ...extra }); return 'ESC' + 'APED'; } catch {} }
return 'none';`,
    },
    {
      name: 'names of operations in odd shapes',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const name of ['', '.', 'shop', 'shop.', '.getOrder', 'shop..getOrder', 'shop.getOrder.', ' shop.getOrder', 'shop.getOrder ', 'SHOP.GETORDER', 'Shop.getOrder', 'shop.getorder', 'shop/getOrder', 'shop:getOrder', 'shop_getOrder', 'shop.getOrder\0', 'shop.getOrder\n', 'shop\u200b.getOrder', 'ѕhop.getOrder', 'shop．getOrder', 'shop.__proto__', 'shop.constructor', '__proto__', '__proto__.toString', 'constructor', 'hasOwnProperty', 'toString', 'admin.deleteEverything', 'admin/deleteEverything', 'vault.readSecret', 'codecall_execute', 'codecall:execute', 'CodeCall_Invoke', 'codecall_invoke', 'system:x', '*', 'shop.*', '../vault.readSecret', '%73hop.getOrder', 'shop["getOrder"]', 'op://shop/getOrder']) { try { await callTool(name, { id: 'A-1001' }); out.push(name); } catch { } }
return out.length ? 'ESC' + 'APED ' + out : 'none';`,
    },
    {
      name: 'names of operations that are no text',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const name of [null, undefined, 5, {}, [], ['shop.getOrder'], ['admin.deleteEverything'], new String('admin.deleteEverything'), { toString: () => 'vault.readSecret' }, Symbol('x'), () => 1, true, { [Symbol.toPrimitive]: () => 'admin.deleteEverything' }, Object('shop.getOrder')]) { try { await callTool(name, { id: 'A-1001' }); out.push(String(typeof name)); } catch { } }
return out.length ? 'ESC' + 'APED ' + out : 'none';`,
    },
    {
      name: 'namespaces by computed names',
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const name of ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'payOut2', 'deleteEverything', Symbol.iterator, 'then']) { try { const f = shop[name]; if (typeof f === 'function') { await f({ id: 'A-1001' }); out.push(String(name)); } } catch { } }
return out.length ? 'ESC' + 'APED ' + out : 'none';`,
    },
    {
      name: 'allowedTools narrows, also for callTool and getTool',
      allowedTools: ['shop.getOrder'],
      upstream: 0,
      expect: 'contained',
      script: js`
const out = [];
for (const f of [() => callTool('shop.listOrders', {}), () => shop['listOrd' + 'ers'.slice(0)]({}), () => callTool('shop.createRefund', { id: 'A-1001', amount: 1, reason: 'late' })]) { try { await f(); out.push('ran'); } catch { } }
return out.length || getTool('shop.listOrders') ? 'ESC' + 'APED' : 'narrow';`,
    },
    {
      name: 'allowedTools with stars, spaces and prototypes gives nothing',
      allowedTools: ['*', 'shop.*', ' shop.getOrder', '__proto__', 'constructor', ''],
      upstream: 0,
      expect: 'contained',
      script: js`try { await callTool('shop.getOrder', { id: 'A-1001' }); return 'ESC' + 'APED'; } catch (e) { return e.code; }`,
    },
    {
      name: 'a skill that the caller may not use',
      skills: ['vault-keeper'],
      expect: 'contained',
      script: js`try { return await callTool('vault.readSecret', {}); } catch (e) { return e.code; }`,
    },
    {
      name: 'skills by the names of prototypes and paths',
      skills: ['__proto__', 'constructor', '../vault-keeper', "orders\u0000', 'ORDERS"],
      expect: 'contained',
      script: js`return 'ran';`,
    },
    {
      name: 'a context full of prototypes',
      context: {
        constructor: { prototype: { polluted: 1 } },
        then: 'x',
        toJSON: 'y',
        toString: 'z',
        valueOf: 1,
        hasOwnProperty: 2,
        __defineGetter__: 3,
      },
      expect: 'contained',
      script: js`
const { then, toJSON, ...rest } = codecallContext;
return {}.polluted ? 'ESC' + 'APED' : [then, toJSON, Object.keys(rest).length, JSON.stringify(codecallContext).length];`,
    },
  ],
};
