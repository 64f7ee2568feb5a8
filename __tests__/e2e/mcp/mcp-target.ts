import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Caller } from '../../../src/runtime/auth/caller.js';
import type { SkillActionRecord } from '../../../src/runtime/mcp/action-record.js';
import { engineModule } from '../../support/engine-module.js';
import type { FixtureBundle } from '../../runtime/mcp/fixture-bundle.js';

const ENTRY = fileURLToPath(new URL('../../runtime/mcp/mcp-worker.ts', import.meta.url));

/** The two ways in which the official client finds its protocol. */
export const NEGOTIATIONS = [
  { name: 'the generations with a handshake', options: {} },
  { name: '2026-07-28', options: { versionNegotiation: { mode: 'auto' as const } } },
];

/** A running Worker. */
export interface McpTarget {
  url: URL;
  connect(options?: object): Promise<Client>;
  /** Audit batches so far. */
  records(): Promise<SkillActionRecord[][]>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

/** The JavaScript of the MCP side, as it goes into a Worker. */
export async function mcpScript(minify = false): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker'],
    minify,
    external: ['*.wasm'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Starts the MCP side in workerd. */
export async function startMcp(
  bundle: FixtureBundle,
  secrets: Record<string, string> = {},
  caller: Partial<Caller> = {},
): Promise<McpTarget> {
  const worker = new Miniflare({
    modules: [{ type: 'ESModule', path: 'worker.js', contents: await mcpScript() }, engineModule()],
    compatibilityDate: '2026-05-01',
    // The Worker's own log is not what these tests look at.
    handleRuntimeStdio: (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream) =>
      void [stdout, stderr].forEach((stream) => stream.resume()),
    bindings: {
      BUNDLE: bundle as never,
      CALLER: { subject: 'tester', scopes: [], groups: [], ...caller } as never,
      ...secrets,
    },
  });
  const url = new URL('/mcp', await worker.ready);
  const clients: Client[] = [];
  return {
    url,
    connect: async (options = {}) => {
      const client = new Client({ name: 'test', version: '1.0.0' }, options);
      await client.connect(new StreamableHTTPClientTransport(url));
      clients.push(client);
      return client;
    },
    records: async () => (await fetch(new URL('/records', url))).json() as Promise<SkillActionRecord[][]>,
    post: (body, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await worker.dispose();
    },
  };
}
