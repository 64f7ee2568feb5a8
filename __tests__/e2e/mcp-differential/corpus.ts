/** One HTTP request to an MCP endpoint. */
export interface Probe {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  text?: string;
}

const VERSION = 'io.modelcontextprotocol/protocolVersion';
const CAPABILITIES = 'io.modelcontextprotocol/clientCapabilities';
const META = { [VERSION]: '2026-07-28', [CAPABILITIES]: {} };
const SEARCH = { name: 'codecall_searchSkills', arguments: { queries: ['refund'] } };
const HELLO = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } };

type Headers = Record<string, string>;

function message(method: string, params?: unknown, more: object = {}): object {
  return { jsonrpc: '2.0', id: 1, method, ...(params === undefined ? {} : { params }), ...more };
}

/** A request of 2026-07-28 with the headers that fit it; `undefined` leaves one out. */
function modern(
  method: string,
  params: object = {},
  headers: Record<string, string | undefined> = {},
  more: object = {},
): Probe {
  const { name, uri } = params as { name?: unknown; uri?: unknown };
  const named = method === 'resources/read' ? uri : ['tools/call', 'prompts/get'].includes(method) ? name : undefined;
  const all: Record<string, string | undefined> = {
    'MCP-Protocol-Version': '2026-07-28',
    'Mcp-Method': method,
    ...(typeof named === 'string' && { 'Mcp-Name': named }),
    ...headers,
  };
  return {
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Headers,
    body: message(method, { _meta: META, ...params }, more),
  };
}

const legacy = (method: string, params?: unknown, headers: Headers = {}, more: object = {}): Probe => ({
  headers,
  body: message(method, params, more),
});
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Requests by what is special about them: well-formed, malformed and hostile ones, of every protocol version. */
export const CORPUS: Readonly<Record<string, Probe>> = {
  // 2026-07-28, well formed
  discovers: modern('server/discover'),
  'lists tools': modern('tools/list'),
  'lists tools under an id that is text': modern('tools/list', {}, {}, { id: 'a"b' }),
  'lists tools under the id 0': modern('tools/list', {}, {}, { id: 0 }),
  'lists resources': modern('resources/list'),
  'lists templates': modern('resources/templates/list'),
  'lists prompts': modern('prompts/list'),
  'reads a resource': modern('resources/read', { uri: 'skill://refund-order/SKILL.md' }),
  'gets a prompt': modern('prompts/get', { name: 'refund-order' }),
  'gets a prompt with a task': modern('prompts/get', { name: 'refund-order', arguments: { task: 'x' } }),
  completes: modern('completion/complete', {
    ref: { type: 'ref/prompt', name: 'refund-order' },
    argument: { name: 'task', value: '' },
  }),
  'lists skills': modern('skills/list'),
  'calls a tool': modern('tools/call', SEARCH),
  'calls a tool by the documented spelling': modern('tools/call', { ...SEARCH, name: 'codecall:searchSkills' }),
  'calls a tool whose name travels in base64': modern('tools/call', SEARCH, {
    'Mcp-Name': `=?base64?${Buffer.from(SEARCH.name).toString('base64')}?=`,
  }),
  'calls a tool with white space around the headers': modern('tools/call', SEARCH, { 'Mcp-Name': ` ${SEARCH.name} ` }),
  'names its client': modern('tools/list', {
    _meta: { ...META, 'io.modelcontextprotocol/clientInfo': { name: 'x', version: '1' } },
  }),
  'carries a member of params that nobody knows': modern('tools/list', { other: true }),
  'carries trace context': modern('tools/list', { _meta: { ...META, traceparent: '00-x' } }),
  'listens to nothing': modern('subscriptions/listen', { notifications: {} }),
  'listens to what is not announced': modern('subscriptions/listen', { notifications: { toolsListChanged: true } }),
  'sends a notification': {
    headers: { 'MCP-Protocol-Version': '2026-07-28' },
    body: { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } },
  },
  'sends a notification that nobody knows': {
    headers: { 'MCP-Protocol-Version': '2026-07-28' },
    body: { jsonrpc: '2.0', method: 'notifications/nonsense' },
  },

  // 2026-07-28, headers and body disagree
  'leaves out the version header': modern('tools/list', {}, { 'MCP-Protocol-Version': undefined }),
  'leaves out the method header': modern('tools/list', {}, { 'Mcp-Method': undefined }),
  'leaves out the name header': modern('tools/call', SEARCH, { 'Mcp-Name': undefined }),
  'names another method in the header': modern('tools/list', {}, { 'Mcp-Method': 'tools/call' }),
  'names another tool in the header': modern('tools/call', SEARCH, { 'Mcp-Name': 'codecall_invoke' }),
  'names another resource in the header': modern('resources/read', { uri: 'skill://a' }, { 'Mcp-Name': 'skill://b' }),
  'names a tool in broken base64': modern('tools/call', SEARCH, { 'Mcp-Name': '=?base64?***?=' }),
  'names another version in the header': modern('tools/list', {}, { 'MCP-Protocol-Version': '2099-01-01' }),
  'names an older version in the header': modern('tools/list', {}, { 'MCP-Protocol-Version': '2025-11-25' }),
  'has the method header in another case': modern('tools/list', {}, { 'Mcp-Method': 'Tools/List' }),
  'names another method of a notification in the header': {
    headers: { 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'notifications/progress' },
    body: { jsonrpc: '2.0', method: 'notifications/cancelled' },
  },

  // 2026-07-28, the envelope
  'has no envelope': { ...modern('tools/list'), body: message('tools/list') },
  'has an empty _meta': modern('tools/list', { _meta: {} }),
  'leaves out the capabilities': modern('tools/list', { _meta: { [VERSION]: '2026-07-28' } }),
  'has capabilities that are text': modern('tools/list', { _meta: { ...META, [CAPABILITIES]: 'x' } }),
  'has a version that is a number': modern('tools/list', { _meta: { ...META, [VERSION]: 20260728 } }),
  'has a log level that nobody knows': modern('tools/list', {
    _meta: { ...META, 'io.modelcontextprotocol/logLevel': 'loud' },
  }),
  'has a client without a version': modern('tools/list', {
    _meta: { ...META, 'io.modelcontextprotocol/clientInfo': { name: 'x' } },
  }),
  'has a progress token that is an object': modern('tools/list', { _meta: { ...META, progressToken: {} } }),
  'wants a version of the future in header and body': modern(
    'tools/list',
    { _meta: { ...META, [VERSION]: '2099-01-01' } },
    { 'MCP-Protocol-Version': '2099-01-01' },
  ),
  'wants an older version in its envelope': modern(
    'tools/list',
    { _meta: { ...META, [VERSION]: '2025-11-25' } },
    { 'MCP-Protocol-Version': '2025-11-25' },
  ),
  'shakes hands under the header of 2026-07-28': modern('initialize', { ...HELLO, _meta: {} }),
  'shakes hands with an envelope': modern('initialize', HELLO),

  // 2026-07-28, methods and parameters
  'calls a method that nobody knows': modern('nonsense/method'),
  'calls a method of the versions before': modern('logging/setLevel', { level: 'info' }),
  'subscribes as the versions before': modern('resources/subscribe', { uri: 'skill://a' }),
  pings: modern('ping'),
  'calls a method that every object has': modern('constructor'),
  'calls a tool that nobody has': modern('tools/call', { name: 'nothing' }),
  'calls a tool without a name': modern('tools/call', {}),
  'calls a tool whose name is a number': modern('tools/call', { name: 7 }),
  'calls a tool whose name is an array': modern('tools/call', { name: [SEARCH.name] }),
  'gives arguments that are text': modern('tools/call', { ...SEARCH, arguments: 'x' }),
  'gives arguments that are null': modern('tools/call', { ...SEARCH, arguments: null }),
  'gives a state that nobody made': modern('tools/call', { ...SEARCH, requestState: 'x' }),
  'gives a state that is a number': modern('tools/call', { ...SEARCH, requestState: 7 }),
  'gives answers that are text': modern('tools/call', { ...SEARCH, inputResponses: 'x' }),
  'gives a cursor that is a number': modern('tools/list', { cursor: 7 }),
  'gives a cursor that is null': modern('prompts/list', { cursor: null }),
  'reads a resource without naming it': modern('resources/read', {}),
  'reads a resource that is not there': modern('resources/read', { uri: 'mcp+op://acme/none' }),
  'gets a prompt that is not there': modern('prompts/get', { name: 'nothing' }),
  'gives a prompt an argument that is a number': modern('prompts/get', {
    name: 'refund-order',
    arguments: { task: 1 },
  }),
  'completes nothing': modern('completion/complete', {}),
  'completes a reference of another kind': modern('completion/complete', {
    ref: { type: 'ref/tool', name: 'x' },
    argument: { name: 'x', value: '' },
  }),
  'listens without a filter': modern('subscriptions/listen'),
  'listens with a filter that is text': modern('subscriptions/listen', { notifications: 'all' }),
  'listens with a flag that is text': modern('subscriptions/listen', { notifications: { toolsListChanged: 'yes' } }),

  // Messages that are none, under the header of 2026-07-28
  'is not JSON': { headers: { 'MCP-Protocol-Version': '2026-07-28' }, text: '{"jsonrpc":' },
  'is empty': { headers: { 'MCP-Protocol-Version': '2026-07-28' }, text: '' },
  'is a number': { headers: { 'MCP-Protocol-Version': '2026-07-28' }, text: '7' },
  'is an array': { headers: { 'MCP-Protocol-Version': '2026-07-28' }, body: [message('tools/list', { _meta: META })] },
  'is an answer': {
    headers: { 'MCP-Protocol-Version': '2026-07-28' },
    body: { jsonrpc: '2.0', id: 1, result: {} },
  },
  'is of another JSON-RPC': modern('tools/list', {}, {}, { jsonrpc: '1.0' }),
  'has an id that is null': modern('tools/list', {}, {}, { id: null }),
  'has an id that is a fraction': modern('tools/list', {}, {}, { id: 1.5 }),
  'has an id that is an object': modern('tools/list', {}, {}, { id: {} }),
  'has a member that no message has': modern('tools/list', {}, {}, { extra: 1 }),
  'has params that are an array': { ...modern('tools/list'), body: message('tools/list', []) },
  'is sent as text': {
    ...modern('tools/list'),
    headers: { ...modern('tools/list').headers, 'Content-Type': 'text/plain' },
  },
  'is sent as JSON of another kind': {
    ...modern('tools/list'),
    headers: { ...modern('tools/list').headers, 'Content-Type': 'application/json; charset=utf-8' },
  },
  'is nested ten thousand deep': { headers: modern('tools/list').headers, text: deep(10_000) },
  'carries a prototype': {
    headers: modern('tools/list').headers,
    text: `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":${JSON.stringify(META)},"__proto__":{"cursor":7}}}`,
  },

  // The versions before, without a session
  'shakes hands': legacy('initialize', HELLO),
  'shakes hands in the oldest version': legacy('initialize', { ...HELLO, protocolVersion: '2024-10-07' }),
  'shakes hands in a version that nobody knows': legacy('initialize', { ...HELLO, protocolVersion: '1999-01-01' }),
  'shakes hands without capabilities': legacy('initialize', { ...HELLO, capabilities: undefined }),
  'shakes hands without a version of the client': legacy('initialize', { ...HELLO, clientInfo: { name: 'x' } }),
  'shakes hands with capabilities that are null': legacy('initialize', { ...HELLO, capabilities: { roots: null } }),
  'before: pings': legacy('ping'),
  'before: pings with params that are null': legacy('ping', null),
  'before: lists tools': legacy('tools/list'),
  'before: lists tools under its version': legacy('tools/list', {}, { 'MCP-Protocol-Version': '2025-06-18' }),
  'before: lists prompts': legacy('prompts/list'),
  'before: lists resources from an empty cursor': legacy('tools/list', { cursor: '' }),
  'before: calls a tool': legacy('tools/call', SEARCH),
  'before: calls a tool with a progress token': legacy('tools/call', { ...SEARCH, _meta: { progressToken: 'p' } }),
  'before: reads a resource': legacy('resources/read', { uri: 'skill://refund-order/SKILL.md' }),
  'before: reads a resource that is not there': legacy('resources/read', { uri: 'mcp+op://acme/none' }),
  'before: gets a prompt': legacy('prompts/get', { name: 'refund-order' }),
  'before: gets a prompt that is not there': legacy('prompts/get', { name: 'nothing' }),
  'before: lists skills': legacy('skills/list'),
  'before: calls a tool that nobody has': legacy('tools/call', { name: 'nothing' }),
  'before: calls a tool without a name': legacy('tools/call', {}),
  'before: calls a method that nobody knows': legacy('nonsense/method'),
  'before: discovers': legacy('server/discover'),
  'before: listens': legacy('subscriptions/listen', { notifications: {} }),
  'before: subscribes': legacy('resources/subscribe', { uri: 'skill://a' }),
  'before: sets a log level': legacy('logging/setLevel', { level: 'info' }),
  'before: sends a notification': { body: { jsonrpc: '2.0', method: 'notifications/initialized' } },
  'before: sends an answer': { body: { jsonrpc: '2.0', id: 1, result: {} } },
  'before: sends a batch': { body: [message('ping'), message('tools/list', {}, { id: 2 })] },
  'before: sends a batch of notifications': { body: [{ jsonrpc: '2.0', method: 'notifications/initialized' }] },
  'before: sends an empty batch': { body: [] },
  'before: sends a batch with a number': { body: [message('ping'), 7] },
  'before: sends a batch with an envelope': { body: [message('tools/list', { _meta: META })] },
  'before: sends a batch with a handshake': { body: [message('initialize', HELLO), message('ping', {}, { id: 2 })] },
  'before: is not JSON': { text: '{"jsonrpc":' },
  'before: is no message': { body: { id: 1 } },
  'before: has an id that is a fraction': legacy('ping', {}, {}, { id: 1.5 }),
  'before: has a member that no message has': legacy('ping', {}, {}, { extra: 1 }),
  'before: names a version that nobody knows': legacy('ping', {}, { 'MCP-Protocol-Version': '1999-01-01' }),
  'before: accepts JSON only': legacy('ping', {}, { Accept: 'application/json' }),
  'before: accepts everything': legacy('ping', {}, { Accept: '*/*' }),
  'before: accepts a stream only': legacy('ping', {}, { Accept: 'text/event-stream' }),
  'before: accepts neither': legacy('ping', {}, { Accept: 'text/html' }),
  'before: is sent as text': legacy('ping', {}, { 'Content-Type': 'text/plain' }),
  'is a GET': { method: 'GET' },
  'is a DELETE': { method: 'DELETE' },
  'is a PUT': { method: 'PUT', body: message('ping') },
};
