import { js } from '../js.js';
import type { AttackCase, AttackClass } from '../types.js';

/** Values of a path parameter that would leave their segment. */
const PATH = ['..', '.', '', ' ', '../..', '../../admin/everything', '../admin/everything', '/admin/everything', '//evil.example/x', '\\..\\admin', '..\\..\\admin\\everything', '%2e%2e', '%2e%2e%2fadmin', '..%2f..%2fadmin%2feverything', '%2e%2e%2f%2e%2e%2fadmin%2feverything', '%252e%252e%252f', 'A-1001/refunds', 'A-1001/../../admin/everything', 'A-1001?status=x', 'A-1001#x', 'A-1001;x=1', 'A-1001\0', 'A-1001\r\nX-Injected: 1', 'A-1001 HTTP/1.1\r\nHost: evil.example\r\n\r\n', '\u2025/admin', '．．／admin', '..;/admin', '.%00./admin', '@evil.example', 'http://evil.example/', 'A-1001&x=1', '..../', '\t', '\u0085', '\ud800', 'x'.repeat(3000)];

const HEADER = ['a\r\nX-Injected: 1', 'a\nX-Injected: 1', 'a\rX-Injected: 1', 'a\r\n\r\nDELETE /admin/everything HTTP/1.1', 'a\0b', 'a\u0100b', '\r\n', 'a\u2028X-Injected: 1', 'a\u010aX-Injected: 1', 'a\u560d\u560aX-Injected: 1', ' lead', 'x'.repeat(20_000), 'é', '\x7f'];

/** Arguments as the script would write them. */
const SHAPES: [string, string][] = [
  ['a list where a text belongs', '{ id: ["../../admin/everything"] }'],
  ['a list of one proper text', '{ id: ["A-1001"] }'],
  ['an object where a text belongs', '{ id: { toString: () => "../../admin/everything" } }'],
  ['an object with toJSON', '{ id: { toJSON: () => "../../admin/everything" } }'],
  ['a text object', '{ id: new String("../../admin/everything") }'],
  ['a number', '{ id: 1 }'],
  ['true', '{ id: true }'],
  ['null', '{ id: null }'],
  ['nothing', '{ id: undefined }'],
  ['NaN', '{ id: NaN }'],
  ['a function', '{ id: () => "A-1001" }'],
  ['a date', '{ id: new Date(0) }'],
  ['a symbol', '{ id: Symbol("A-1001") }'],
  ['a big number', '{ id: 1001n }'],
  ['no arguments', ''],
  ['null as arguments', 'null'],
  ['a list as arguments', '["A-1001"]'],
  ['a list with a member', 'Object.assign([], { id: "A-1001" })'],
  ['text as arguments', '"A-1001"'],
  ['a number as arguments', '5'],
  ['a function as arguments', 'Object.assign(() => 1, { id: "A-1001" })'],
  ['two arguments', '{ id: "A-1001" }, { baseUrl: "http://127.0.0.1:1/", method: "DELETE", headers: { "X-Injected": "1" } }'],
  ['a member that nobody declared', '{ id: "A-1001", admin: true }'],
  ['a member called url', '{ id: "A-1001", url: "http://127.0.0.1:1/", baseUrl: "http://127.0.0.1:1/", server: "http://127.0.0.1:1/" }'],
  ['a member called method', '{ id: "A-1001", method: "DELETE", _method: "DELETE", "X-HTTP-Method-Override": "DELETE" }'],
  ['a member called headers', '{ id: "A-1001", headers: { Authorization: "x", "X-Injected": "1" } }'],
  ['a member called Authorization', '{ id: "A-1001", Authorization: "Bearer x", authorization: "x" }'],
  ['a member called Host', '{ id: "A-1001", Host: "evil.example", host: "evil.example" }'],
  ['a member called Cookie', '{ id: "A-1001", Cookie: "admin=1" }'],
  ['a header in other letters', '{ id: "A-1001", "x-trace": "a", "X-TRACE": "b" }'],
  ['a member called __proto__', 'JSON.parse(\'{"id":"A-1001","__proto__":{"admin":true}}\')'],
  ['a prototype that holds the id', 'JSON.parse(\'{"__proto__":{"id":"A-1001"}}\')'],
  ['an inherited id', 'Object.create({ id: "A-1001" })'],
  ['a member called constructor', '{ id: "A-1001", constructor: { prototype: { admin: true } } }'],
  ['a member called toJSON', '{ id: "A-1001", toJSON: () => ({ id: "../../admin/everything" }) }'],
  ['a member called then', '{ id: "A-1001", then: 1 }'],
  ['a hidden member', 'Object.defineProperty({ id: "A-1001" }, "x", { value: 1, enumerable: false })'],
  ['members named like indexes', '{ id: "A-1001", 0: "x", length: 1 }'],
  ['a member with an empty name', '{ id: "A-1001", "": "x" }'],
  ['a member with a newline in its name', '{ id: "A-1001", "X-Injected\\r\\nX: ": "x" }'],
  ['a member with brackets in its name', '{ id: "A-1001", "id[]": "x", "id[$ne]": 1, "a.b": 1 }'],
  ['a circle', '(() => { const a = { id: "A-1001" }; a.a = a; return a; })()'],
  ['a getter that throws', '{ get id() { throw new Error("x"); } }'],
  ['an operation as a value', '{ id: shop.getOrder }'],
  ['a promise as a value', '{ id: Promise.resolve("A-1001") }'],
  ['a promise as arguments', 'Promise.resolve({ id: "A-1001" })'],
  ['a generator as arguments', '(function* () { yield 1; })()'],
  ['a Map as arguments', 'new Map([["id", "A-1001"]])'],
  ['a secret by its name', '{ id: "${SHOP_TOKEN}" }'],
  ['a template of the environment', '{ id: "${env:SHOP_TOKEN}" }'],
];

/** Calls whose query or body somebody wants to write himself. */
const CALLS: [string, string][] = [
  ['a query that ends itself', 'shop.listProducts({ q: "a&category=x&admin=1#y" })'],
  ['a query with CRLF', 'shop.listProducts({ q: "a\\r\\nX-Injected: 1" })'],
  ['a query with a list', 'shop.listProducts({ q: ["a", "b"] })'],
  ['a query with an object', 'shop.listProducts({ q: { $ne: null } })'],
  ['a query with lone surrogates', 'shop.listProducts({ q: "\\ud800" })'],
  ['a query with plus and percent', 'shop.listProducts({ q: "%26admin%3D1+%00" })'],
  ['a status that is none', 'shop.listOrders({ status: "placed&limit=100" })'],
  ['a limit that is a text', 'shop.listOrders({ limit: "5&admin=1" })'],
  ['a limit that is huge', 'shop.listOrders({ limit: 1e308 })'],
  ['a limit that is negative', 'shop.listOrders({ limit: -1 })'],
  ['a limit that is a fraction', 'shop.listOrders({ limit: 1.5 })'],
  ['a limit that is not finite', 'shop.listOrders({ limit: Infinity })'],
  ['a limit that is a list', 'shop.listOrders({ limit: [5] })'],
  ['tags that close their list', 'shop.echo({ tags: ["a,b", "c&d=1", "e]"] })'],
  ['tags that are an object', 'shop.echo({ tags: { 0: "a", length: 1 } })'],
  ['tags of objects', 'shop.echo({ tags: [{ a: 1 }] })'],
  ['a body with a member too many', 'shop.createRefund({ id: "A-1001", amount: 1, reason: "late", approved: true })'],
  ['a body with a member of the path', 'shop.createRefund({ id: "A-1001", amount: 1, reason: "late", "id ": "A-1002" })'],
  ['a body that is its own', 'shop.createRefund({ id: "A-1001", body: { amount: 1, reason: "late", admin: true } })'],
  ['a body with __proto__', 'shop.createRefund(JSON.parse(\'{"id":"A-1001","amount":1,"reason":"late","__proto__":{"admin":true}}\'))'],
  ['an amount as a text', 'shop.createRefund({ id: "A-1001", amount: "1", reason: "late" })'],
  ['an amount that is not a number', 'shop.createRefund({ id: "A-1001", amount: NaN, reason: "late" })'],
  ['an amount that is not finite', 'shop.createRefund({ id: "A-1001", amount: Infinity, reason: "late" })'],
  ['an amount of nothing', 'shop.createRefund({ id: "A-1001", amount: 0, reason: "late" })'],
  ['an amount below nothing', 'shop.createRefund({ id: "A-1001", amount: -5, reason: "late" })'],
  ['an amount that is an object', 'shop.createRefund({ id: "A-1001", amount: { valueOf: () => 1 }, reason: "late" })'],
  ['a reason that is none', 'shop.createRefund({ id: "A-1001", amount: 1, reason: "late\\",\\"admin\\":\\"1" })'],
  ['a reason that is a list', 'shop.createRefund({ id: "A-1001", amount: 1, reason: ["late"] })'],
  ['a path in a body call', 'shop.createRefund({ id: "A-1001/../../../admin/everything?", amount: 1, reason: "late" })'],
  ['meta data with __proto__ inside', 'shop.addNote({ id: "A-1001", text: "x", meta: JSON.parse(\'{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}\') })'],
  ['meta data with toJSON inside', 'shop.addNote({ id: "A-1001", text: "x", meta: { a: { toJSON: () => "replaced" } } })'],
  ['text that closes JSON', 'shop.addNote({ id: "A-1001", text: "\\",\\"admin\\":true,\\"x\\":\\"" })'],
  ['text with zero bytes', 'shop.addNote({ id: "A-1001", text: "a\\u0000b\\ud800" })'],
];

const quiet = (call: string): string => `let r;
try { r = await ${call}; } catch (e) { return 'refused'; }
return 'sent';`;

/** Arguments that would become something else on their way. The API says when one does. */
export const ARGUMENT_SMUGGLING: AttackClass = {
  class: 'argument smuggling',
  cases: [
    ...PATH.map((id): AttackCase => ({ name: `the path value ${JSON.stringify(id.slice(0, 40))}`, script: quiet(`shop.getOrder({ id: ${JSON.stringify(id)} })`), expect: 'contained', upstream: 1 })),
    ...HEADER.map((value): AttackCase => ({ name: `the header value ${JSON.stringify(value.slice(0, 40))}`, script: quiet(`shop.echo({ text: 'x', 'X-Trace': ${JSON.stringify(value)} })`), expect: 'contained', upstream: 1 })),
    ...SHAPES.map(([name, args]): AttackCase => ({ name: `arguments: ${name}`, script: quiet(`shop.getOrder(${args})`), expect: 'contained', upstream: 1 })),
    ...SHAPES.filter(([, args]) => args.startsWith('{')).slice(0, 14).map(([name, args]): AttackCase => ({ name: `by callTool: ${name}`, script: quiet(`callTool('shop.getOrder', ${args})`), expect: 'contained', upstream: 1 })),
    ...CALLS.map(([name, call]): AttackCase => ({ name, script: quiet(call), expect: 'contained', upstream: 1 })),
    { name: 'nothing that it sent twice came twice', script: js`const a = await shop.addNote({ id: 'A-1001', text: 'once' }); return a.text;`, expect: ['ok'], upstream: 1 },
  ],
};
