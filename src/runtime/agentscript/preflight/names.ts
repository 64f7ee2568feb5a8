/** Names of the language and the shims that a script may use besides the namespaces of its operations. */
export const GUEST_NAMES: readonly string[] = [
  'AggregateError',
  'Array',
  'BigInt',
  'Boolean',
  'Date',
  'Error',
  'EvalError',
  'Infinity',
  'Iterator',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'Promise',
  'RangeError',
  'ReferenceError',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'SyntaxError',
  'TypeError',
  'URIError',
  'URLSearchParams',
  'WeakMap',
  'WeakSet',
  'atob',
  'btoa',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'queueMicrotask',
  'structuredClone',
  'undefined',
];

/** Functions of this server. */
export const API_NAMES: readonly string[] = [
  'callTool',
  'getTool',
  'mcpLog',
  'mcpNotify',
  'codecallContext',
  'console',
  '__safe_parallel',
];

/** Names that no namespace may take: a spec bound to one of them is reached through `callTool`. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...GUEST_NAMES,
  ...API_NAMES,
  'Function',
  'Proxy',
  'Reflect',
  'eval',
  'global',
  'globalThis',
  'module',
  'null',
  'process',
  'require',
  'self',
  'true',
  'false',
  'window',
]);

const NETWORK = 'Scripts reach the network only through operations, such as await acme.getOrder({ orderId: "1042" }).';
const NO_CODE = 'Write the code out: nothing in a script can turn text into code.';
const NO_GLOBAL = 'There is no global object. Use names directly, such as Math.max(1, 2).';
const NO_TIMER =
  'There are no timers: leave the pause out and try again at once, or return what you have and run another script later.';
const NO_MODULES =
  'Scripts cannot load modules: call operations, such as await acme.getOrder({ orderId: "1042" }), and use the built-ins of JavaScript.';
const BYTES = 'Binary data arrives as base64 text: use atob(text) and btoa(text).';

/** Names that models write from habit, with what to write instead. */
export const ALTERNATIVES: ReadonlyMap<string, string> = new Map([
  ...['eval', 'Function', 'AsyncFunction', 'GeneratorFunction', 'ShadowRealm', 'WebAssembly'].map(
    (name) => [name, NO_CODE] as const,
  ),
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Request', 'Response', 'Headers', 'axios', 'caches'].map(
    (name) => [name, NETWORK] as const,
  ),
  ...['globalThis', 'window', 'self', 'global', 'frames', 'document', 'navigator', 'location'].map(
    (name) => [name, NO_GLOBAL] as const,
  ),
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'requestAnimationFrame',
    'sleep',
  ].map((name) => [name, NO_TIMER] as const),
  ...['require', 'module', 'exports', 'importScripts', '__dirname', '__filename'].map(
    (name) => [name, NO_MODULES] as const,
  ),
  ...[
    'Buffer',
    'ArrayBuffer',
    'SharedArrayBuffer',
    'DataView',
    'Uint8Array',
    'TextEncoder',
    'TextDecoder',
    'Atomics',
    'Blob',
    'File',
  ].map((name) => [name, BYTES] as const),
  [
    'process',
    'There is no process and no environment: give what the script needs as "context" and read it from codecallContext.',
  ],
  ['Deno', 'There is no host environment: give what the script needs as "context" and read it from codecallContext.'],
  ['Bun', 'There is no host environment: give what the script needs as "context" and read it from codecallContext.'],
  ['Proxy', 'Use a plain object or a class.'],
  ['Reflect', 'Use Object.keys(object), object[name] and name in object.'],
  [
    'Intl',
    'Use value.toLocaleString("en-US", { style: "currency", currency: "USD" }), date.toLocaleDateString("en-US", { month: "short" }), and text.localeCompare(other).',
  ],
  [
    'crypto',
    'Derive an idempotency key from the data, such as `refund-${order.id}-1`: it then stays the same when the script is run again.',
  ],
  ['performance', 'Use Date.now().'],
  ['URL', 'Use URLSearchParams for queries, and encodeURIComponent for parts of a path.'],
  ['WeakRef', 'Use Map or WeakMap.'],
  ['FinalizationRegistry', 'Use Map or WeakMap.'],
  [
    'localStorage',
    'Nothing is kept from one script to the next: return what you need and give it as "context" next time.',
  ],
  [
    'sessionStorage',
    'Nothing is kept from one script to the next: return what you need and give it as "context" next time.',
  ],
  ['arguments', 'Name the parameters, or use (...values).'],
  ['escape', 'Use encodeURIComponent.'],
  ['unescape', 'Use decodeURIComponent.'],
  ['alert', 'Use console.log, or return the value.'],
]);
