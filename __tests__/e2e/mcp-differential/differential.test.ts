import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { fixtureBundle } from '../../runtime/mcp/fixture-bundle.js';
import { startMcp, type McpTarget } from '../mcp/mcp-target.js';
import { shop } from '../mcp/shop.js';
import { CORPUS, type Probe } from './corpus.js';
import { DIFFERENCES } from './differences.js';

const SDK_WORKER = fileURLToPath(new URL('./sdk-worker.ts', import.meta.url));
let ours: McpTarget;
let judge: Miniflare;
let judgeUrl: URL;

beforeAll(async () => {
  ours = await startMcp(fixtureBundle(shop('http://127.0.0.1:1')));
  const { outputFiles } = await build({
    entryPoints: [SDK_WORKER],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker'],
    write: false,
  });
  judge = new Miniflare({ modules: true, script: outputFiles[0]?.text ?? '', compatibilityDate: '2026-05-01' });
  judgeUrl = new URL('/mcp', await judge.ready);
});
afterAll(() => Promise.all([ours.stop(), judge.dispose()]));

/** What is compared: HTTP status, form, and of each message its id, error code or the members of its result. */
async function answerOf(url: URL, { method = 'POST', headers, body, text }: Probe): Promise<string> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
    ...(method === 'GET' ? {} : { body: text ?? JSON.stringify(body) }),
  });
  const raw = await response.text();
  const isStream = response.headers.get('Content-Type')?.includes('event-stream') === true;
  const messages = isStream
    ? [...raw.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data ?? ''))
    : parsed(raw);
  return [response.status, ...messages.map(shapeOf)].join(' ');
}

function parsed(raw: string): unknown[] {
  if (raw === '') return [];
  const value = JSON.parse(raw) as unknown;
  return Array.isArray(value) ? value : [value];
}

function shapeOf(message: unknown): string {
  const { id, method, error, result } = message as {
    id?: unknown;
    method?: string;
    error?: { code: number };
    result?: object;
  };
  if (method !== undefined) return method;
  return `${JSON.stringify(id)}:${
    error
      ? error.code
      : Object.keys(result ?? {})
          .sort()
          .join(',')
  }`;
}

test.each(Object.entries(CORPUS))(
  'a request that %s is answered as the official SDK answers it',
  async (name, probe) => {
    const [own, official] = await Promise.all([answerOf(ours.url, probe), answerOf(judgeUrl, probe)]);
    const known = DIFFERENCES[name];
    if (known) expect({ ours: own, sdk: official }).toEqual({ ours: known.ours, sdk: known.sdk });
    else expect(own).toBe(official);
  },
);

test('every listed difference is about a request of the corpus', () => {
  expect(Object.keys(DIFFERENCES).filter((name) => !Object.hasOwn(CORPUS, name))).toEqual([]);
});
