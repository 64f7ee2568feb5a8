import { fileURLToPath } from 'node:url';
import { build } from '../../src/build/build.js';
import { openWorkingTree } from '../../src/build/files/working-tree.js';
import { compiledBundle } from '../../src/wrangler/emit.js';
import type { TestBundle } from '../support/worker-bundles.js';
import { startTestWorkers, type LogLine } from '../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../support/worker-statements.js';
import { startShopApi, type ShopApi } from './shop-api/start-shop-api.js';
import { SECRET, type ScriptInput, type Status } from './types.js';

/** What `codecall_execute` answered. */
export interface ExecuteAnswer {
  /** `refused_input`: the tool did not take it. */
  status: Status | 'refused_input' | 'no_answer';
  result?: unknown;
  error?: { code?: string; message?: string } & Record<string, unknown>;
  /** Everything that came back, headers included. */
  text: string;
  milliseconds: number;
}

/** The corpus project in a Worker of its own. */
export interface Corpus {
  api: ShopApi;
  log: LogLine[];
  url: string;
  execute(script: string, input?: ScriptInput): Promise<ExecuteAnswer>;
  stop(): Promise<void>;
}

/**
 * Clocks that a Worker may have. In production they stand still while a script computes; one that is quick lets the limits that go
 * by it come sooner, so that a hundred attacks on the CPU do not take a hundred seconds.
 */
const CLOCKS = {
  quick:
    'const real = Date.now; const start = real(); Date.now = () => start + (real() - start) * 4; export default handler;',
  still: 'const still = Date.now(); Date.now = () => still; performance.now = () => 0; export default handler;',
};

/** How a corpus is started. */
export interface CorpusOptions {
  /** Default: the platform's own. */
  clock?: keyof typeof CLOCKS;
}

/** Starts the project `project/` in workerd, with the mocked API beside it. */
export async function startCorpus({ clock }: CorpusOptions = {}): Promise<Corpus> {
  const api = await startShopApi();
  const compiled = await buildProject(api.url);
  const key = makeTestKey();
  const secrets = { TRUSTED_PUBKEY: key.publicPem, SHOP_TOKEN: SECRET };
  const workers = await startTestWorkers([
    { compiled, statement: signTestStatement(key, 'embed', compiled), secrets, ...(clock && { entry: CLOCKS[clock] }) },
  ]);
  const url = await workers.url();
  return {
    api,
    log: workers.log,
    url,
    execute: (script, input = {}) => execute(`${url}/mcp`, { skills: ['orders'], ...input, script }),
    stop: async () => {
      await workers.stop();
      await api.close();
    },
  };
}

async function buildProject(apiUrl: string): Promise<TestBundle> {
  const { tree, prefix } = await openWorkingTree(fileURLToPath(new URL('./project', import.meta.url)));
  const manifest = prefix === '' ? 'frontmcp.deploy.yaml' : `${prefix}/frontmcp.deploy.yaml`;
  const { bundle, diagnostics } = await build({
    files: tree,
    manifest,
    variables: { API_URL: apiUrl },
    placeholders: true,
  });
  if (!bundle) throw new Error(`The corpus project does not build: ${JSON.stringify(diagnostics)}`);
  const { bundle: text, artifacts } = compiledBundle(bundle, null);
  return {
    index: bundle.index,
    text,
    size: bundle.bytes.byteLength,
    sha256: bundle.sha256,
    struct: bundle.structuralDigest,
    artifacts,
  };
}

const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** Longest that a call is waited for, in milliseconds: the wall limit and a little more. */
const PATIENCE_MS = 32_000;

async function execute(url: string, input: object): Promise<ExecuteAnswer> {
  const started = performance.now();
  const call = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'codecall_execute', arguments: input, _meta: META },
  };
  const headers = {
    // A kept connection may be closed by the Worker at the very moment at which the next script is sent.
    connection: 'close',
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': 'tools/call',
    'mcp-name': 'codecall_execute',
  };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(call),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body = await response.text();
    return {
      ...read(body),
      text: `${JSON.stringify([...response.headers])}\n${body}`,
      milliseconds: performance.now() - started,
    };
  } catch (error) {
    return { status: 'no_answer', text: String(error), milliseconds: performance.now() - started };
  }
}

function read(body: string): Pick<ExecuteAnswer, 'status' | 'result' | 'error'> {
  const lines = [...body.matchAll(/^data: (.*)$/gm)].map(([, line]) => line ?? '');
  const message = JSON.parse(lines.at(-1) ?? body) as { result?: { structuredContent?: Partial<ExecuteAnswer> } };
  const { status, result, error } = message.result?.structuredContent ?? {};
  return {
    status: typeof status === 'string' ? status : 'refused_input',
    ...(result !== undefined && { result }),
    ...(error && { error }),
  };
}
