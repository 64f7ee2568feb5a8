import { js } from '../js.js';
import type { AttackCase, AttackClass } from '../types.js';

/** Names that no operation in scope has. */
const NAMES = [
  'admin.deleteEverything', 'vault.readSecret', 'shop.payOut', 'SHOP.getOrder', 'Shop.getOrder', 'shop.getorder', 'shop.GetOrder', ' shop.getOrder', 'shop.getOrder ', 'shop.getOrder\n', 'shop.getOrder\0', 'shop..getOrder',
  'shop.getOrder.', '.shop.getOrder', 'shop/getOrder', 'shop:getOrder', 'shop.getOrder/../payOut', 'shop.*', '*', '*.*', 'shop.getOrder,admin.deleteEverything', 'shop.constructor', 'shop.__proto__', '__proto__', '__proto__.x',
  'constructor', 'constructor.constructor', 'prototype', 'toString', 'hasOwnProperty', 'shop.toString', 'shop.hasOwnProperty', 'shop.__proto__.getOrder', 'valueOf', '', '.', '..', 'undefined', 'null', 'shop', 'getOrder',
  'codecall_execute', 'codecall_invoke', 'codecall:execute', 'codecall:invoke', 'CODECALL_EXECUTE', 'Codecall:Execute', 'codecall.execute', 'codecall_describe', 'codecall_searchSkills', 'system:info', 'internal:x', '__internal',
  'аdmin.deleteEverything', 'admin.deleteEverythіng', 'admin\u2024deleteEverything', 'admin．deleteEverything', 'ａdmin.deleteEverything', 'admin.delete\u200bEverything', 'admin.deleteEverything\u0000', 'ADMIN.DELETEEVERYTHING', 'shop.getOrder\u202e',
  'http://127.0.0.1/admin/everything', 'DELETE /admin/everything', 'op://admin/deleteEverything', 'mcp+op://admin/everything', '../admin.deleteEverything', 'shop.getOrder?x=admin.deleteEverything', 'shop.getOrder#', '%61dmin.deleteEverything', '{"name":"admin.deleteEverything"}', '0', '-1', '1e9',
];

/** Names that are no text. */
const VALUES = ['null', 'undefined', '0', 'true', '[]', '{}', '["admin.deleteEverything"]', '["shop.getOrder"]', '{ name: "admin.deleteEverything" }', '{ toString: () => "admin.deleteEverything" }', '{ [Symbol.toPrimitive]: () => "admin.deleteEverything" }', 'new String("admin.deleteEverything")', 'new String("shop.getOrder")', 'Symbol("shop.getOrder")', '() => "admin.deleteEverything"', 'shop.getOrder', '{ toString() { throw 1; } }', '{ toJSON: () => "admin.deleteEverything" }', '1n', '/shop.getOrder/'];

const call = (name: string): AttackCase['script'] => `let r;
try { r = await callTool(${name}, { id: 'A-1001' }, { throwOnError: false }); } catch (e) { return 'threw ' + e.name; }
return r.success ? 'ESC' + 'APED' : 'refused';`;

/** Names of operations that are not there. */
export const ODD_NAMES: AttackClass = {
  class: 'odd names',
  cases: [
    ...NAMES.map((name): AttackCase => ({ name: `callTool(${JSON.stringify(name)})`, script: call(JSON.stringify(name)), expect: 'contained', upstream: 0 })),
    ...VALUES.map((value): AttackCase => ({ name: `callTool(${value})`, script: call(value).replace("return r.success ? 'ESC' + 'APED' : 'refused';", 'return r.success;'), expect: 'contained', upstream: 1 })),
    ...['shop.payOut', 'shop.constructor', 'shop["pay" + "Out"]', 'shop.__proto__', 'shop.toString', 'shop["deleteEverything"]', 'admin.deleteEverything', 'vault.readSecret', 'shop?.["admin.deleteEverything"]', 'shop[Symbol.iterator]', 'shop["__pro" + ["to__"]]'].map(
      (expression): AttackCase => ({ name: `${expression}()`, script: `return await ${expression}({ id: 'A-1001', amount: 1 });`, expect: 'contained', upstream: 0 }),
    ),
    ...['admin.deleteEverything', 'vault.readSecret', '__proto__', 'constructor', 'codecall_execute'].map((name): AttackCase => ({
      name: `getTool(${JSON.stringify(name)})`,
      script: `let t; try { t = await getTool(${JSON.stringify(name)}); } catch (e) { return e.name; } return t ? 'ESC' + 'APED' : 'none';`,
      expect: 'contained',
      upstream: 0,
    })),
    ...['admin', 'vault', 'codecall', 'system'].map((name): AttackCase => ({ name: `the namespace ${name}`, script: `return typeof ${name} === 'undefined' ? 'none' : 'ESC' + 'APED';`, expect: 'contained' })),
    { name: 'the namespaces as a list', script: js`return Object.keys(shop).some((k) => /delete|readSecret/.test(k)) ? 'ESC' + 'APED' : 'fine';`, expect: 'contained' },
    { name: 'a skill the caller may not use', skills: ['vault-keeper'], script: `return await callTool('vault.readSecret', {});`, expect: 'contained', upstream: 0 },
    { name: 'a skill the caller may not use, beside one', skills: ['orders', 'vault-keeper'], script: `return await callTool('vault.readSecret', {});`, expect: 'contained', upstream: 0 },
    { name: 'a skill of an odd name', skills: ['__proto__'], script: `return await callTool('admin.deleteEverything', {});`, expect: 'contained', upstream: 0 },
    { name: 'a skill called constructor', skills: ['constructor', 'orders'], script: `return await callTool('admin.deleteEverything', {});`, expect: 'contained', upstream: 0 },
    { name: 'a skill in other letters', skills: ['Maintenance', 'MAINTENANCE', 'maintenance '], script: `return await callTool('admin.deleteEverything', {});`, expect: 'contained', upstream: 0 },
    { name: 'allowed tools that its skills do not have', allowedTools: ['admin.deleteEverything', 'vault.readSecret', 'shop.getOrder'], script: `return await callTool('admin.deleteEverything', {});`, expect: 'contained', upstream: 0 },
    { name: 'allowed tools as a pattern', allowedTools: ['*', 'shop.*', 'admin.*'], script: `return await callTool('admin.deleteEverything', {});`, expect: 'contained', upstream: 0 },
    { name: 'a tool that allowedTools leaves out', allowedTools: ['shop.getProduct'], script: `const r = await callTool('shop.getOrder', { id: 'A-1001' }, { throwOnError: false }); return r.success ? 'ESC' + 'APED' : 'narrow';`, expect: 'contained', upstream: 0 },
    { name: 'no allowed tools at all', allowedTools: [], script: `const r = await callTool('shop.getOrder', { id: 'A-1001' }, { throwOnError: false }); return r.success ? 'ESC' + 'APED' : 'narrow';`, expect: 'contained', upstream: 0 },
    { name: 'allowed tools of odd names', allowedTools: ['__proto__', 'constructor', 'toString'], script: `return await callTool('toString', {});`, expect: 'contained', upstream: 0 },
    { name: 'approval that it gives itself', script: `return await callTool('shop.payOut', { amount: 1 }, { approved: true, confirm: 'yes', throwOnError: true });`, expect: 'contained', upstream: 0 },
    { name: 'approval in the context', context: { approved: ['shop.payOut'], approve: [] }, script: `return await callTool('shop.payOut', { amount: 1, approved: true });`, expect: 'contained', upstream: 0 },
    { name: 'a script within a script', script: `return await callTool('codecall_execute', { script: 'return await callTool("admin.deleteEverything", {})', skills: ['maintenance'] });`, expect: 'contained', upstream: 0 },
    { name: 'the tool of one operation within a script', script: `return await callTool('codecall_invoke', { tool: 'admin.deleteEverything', input: {} });`, expect: 'contained', upstream: 0 },
  ],
};
