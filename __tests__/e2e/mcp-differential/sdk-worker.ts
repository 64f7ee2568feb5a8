import {
  createMcpHandler,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type McpHttpHandler,
  type StandardSchemaV1,
} from '@modelcontextprotocol/server';

/** Members that our own server names in its answers; the values are not compared. */
const SKILL = { uri: 'skill://x/SKILL.md', frontmatter: {}, resources: [], _meta: {} };
const HINT = { ttlMs: 10_000, cacheScope: 'public' as const };
const CACHED = ['resources/list', 'resources/templates/list', 'resources/read', 'prompts/list'] as const;
const TOOL = { name: 'codecall_searchSkills', description: 'x', inputSchema: { type: 'object' as const } };

const params: { params: StandardSchemaV1<unknown, { uri?: string; cursor?: string }> } = {
  params: {
    '~standard': {
      version: 1,
      vendor: 'test',
      validate: (value) => {
        const { uri, cursor } = value as Record<string, unknown>;
        const isText = [uri, cursor].every((member) => member === undefined || typeof member === 'string');
        return isText
          ? { value: { uri, cursor } as never }
          : { issues: [{ message: 'uri and cursor must be strings' }] };
      },
    },
  },
};

/** A server of the official SDK that serves the same methods, with answers of the same form. */
function makeServer(): Server {
  const server = new Server(
    { name: 'judge', version: '1.0.0' },
    {
      capabilities: {
        tools: {},
        resources: {},
        prompts: {},
        completions: {},
        extensions: { 'io.modelcontextprotocol/skills': { directoryRead: true } },
      },
      instructions: 'x',
      cacheHints: {
        ...Object.fromEntries(CACHED.map((method) => [method, HINT])),
        'tools/list': HINT,
        'server/discover': HINT,
      },
    },
  );
  server.setRequestHandler('tools/list', () => ({ tools: [TOOL] }));
  server.setRequestHandler('tools/call', ({ params: { name } }) => {
    if (!/^codecall[_:]/.test(name)) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}`);
    return { content: [{ type: 'text', text: 'x' }], structuredContent: {} };
  });
  server.setRequestHandler('resources/list', () => ({ resources: [] }));
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: [] }));
  server.setRequestHandler('resources/read', ({ params: { uri } }) => {
    if (!uri.startsWith('skill://'))
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'Resource not found', { uri });
    return { contents: [{ uri, mimeType: 'text/markdown', text: 'x' }] };
  });
  server.setRequestHandler('prompts/list', () => ({ prompts: [] }));
  server.setRequestHandler('prompts/get', ({ params: { name } }) => {
    if (name !== 'refund-order') throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'No such prompt');
    return { description: 'x', messages: [{ role: 'user', content: { type: 'text', text: 'x' } }] };
  });
  server.setRequestHandler('completion/complete', () => ({ completion: { values: [], total: 0, hasMore: false } }));
  server.setRequestHandler('skills/list', params, () => ({ skills: [], ...HINT }));
  server.setRequestHandler('skills/get', params, () => ({ skill: SKILL, ...HINT }));
  server.setRequestHandler('resources/directory/read', params, () => ({ resources: [], ...HINT }));
  return server;
}

let handler: McpHttpHandler | undefined;

/** A Worker of the official SDK, as its documentation makes one: every protocol version, without sessions. */
export default {
  fetch: (request: Request): Promise<Response> => (handler ??= createMcpHandler(makeServer)).fetch(request),
};
