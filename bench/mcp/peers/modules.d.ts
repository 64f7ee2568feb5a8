/** The listed tools, which the build of a peer puts in. */
declare module 'bench:tools' {
  type Schema = { type: 'object'; [keyword: string]: unknown };
  const tools: { name: string; inputSchema: Schema; outputSchema: Schema; [more: string]: unknown }[];
  export default tools;
}

/** Cloudflare's package and the SDK before this one: fetched for a run, so that only what is used is declared. */
declare module 'agents/mcp/server' {
  type Handler = (request: Request, env: unknown, context: ExecutionContext) => Promise<Response>;
  export function createMcpHandler(makeServer: () => object): Handler;
}
declare module 'agents/mcp' {
  export class McpAgent<Env> {
    protected env: Env;
    static serve(
      path: string,
      options: { binding: string },
    ): { fetch(request: Request, env: unknown, context: ExecutionContext): Promise<Response> };
  }
}
declare module '@modelcontextprotocol/sdk/server/index.js' {
  export class Server {
    constructor(info: { name: string; version: string }, options: { capabilities: object });
    setRequestHandler(
      schema: object,
      handler: (request: { params: { name: string } }) => object | Promise<object>,
    ): void;
  }
}
declare module '@modelcontextprotocol/sdk/types.js' {
  export const CallToolRequestSchema: object;
  export const ListToolsRequestSchema: object;
}
