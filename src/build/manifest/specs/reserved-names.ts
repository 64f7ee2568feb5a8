/** ECMAScript 2024 section 12.7.2, strict mode and modules included: no namespace can have these names. */
const RESERVED_WORDS =
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally ' +
  'for function if implements import in instanceof interface let new null package private protected public return static super ' +
  'switch this throw true try typeof var void while with yield';

/** What AgentScript puts into every scope: FrontMCP's list, and what our engine adds. */
const SCOPE =
  'console Math JSON Object Array String Number Boolean Promise Symbol Map Set WeakMap WeakSet Date Error RegExp globalThis global ' +
  'window self undefined callTool getTool mcpLog mcpNotify codecallContext NaN Infinity parseInt parseFloat isNaN isFinite ' +
  'encodeURI encodeURIComponent decodeURI decodeURIComponent structuredClone URLSearchParams BigInt Iterator';

/** What the preflight of AgentScript refuses as a free name, so that a namespace could never be reached under it. */
const REFUSED =
  'Function AsyncFunction GeneratorFunction process require module exports Buffer fetch XMLHttpRequest WebSocket Proxy Reflect ' +
  'WebAssembly Atomics SharedArrayBuffer setTimeout setInterval setImmediate clearTimeout clearInterval queueMicrotask Intl crypto ' +
  'performance constructor prototype __proto__ codecall';

/** Names that a spec's namespace cannot have in AgentScript. */
export const RESERVED_BINDINGS: ReadonlySet<string> = new Set(`${RESERVED_WORDS} ${SCOPE} ${REFUSED}`.split(' '));
