import { applyBody, sendStatement } from '../../support/worker-client.js';
import { makeTestBundle, type TestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers, type TestWorkers } from '../../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';

const key = makeTestKey();

/** Counts the questions to the store, and holds each until the test lets go. */
const COUNTING_ENTRY = `
let hops = 0;
let holding = false;
export default {
  async fetch(request, env, execution) {
    const { pathname } = new URL(request.url);
    if (pathname === '/test/hold') [holding, hops] = [true, 0];
    if (pathname === '/test/release') holding = false;
    if (pathname.startsWith('/test/')) return new Response(String(hops));
    const store = (id) => new Proxy(env.BUNDLE.get(id), {
      get: (stub, method) => async (...args) => {
        if (method === 'current') hops += 1;
        while (method === 'current' && holding) await scheduler.wait(5);
        return stub[method](...args);
      },
    });
    return handler.fetch(request, { ...env, BUNDLE: { idFromName: (name) => env.BUNDLE.idFromName(name), get: store } }, execution);
  },
};`;

let workers: TestWorkers;
let url: string;
let bundle: TestBundle;

beforeEach(async () => {
  bundle = await makeTestBundle({ text: 'Served to everybody.' });
  const compiled = await makeTestBundle();
  workers = await startTestWorkers([{ compiled, secrets: { TRUSTED_PUBKEY: key.publicPem }, entry: COUNTING_ENTRY }]);
  url = await workers.url();
  await sendStatement(url, signTestStatement(key, 'apply', bundle), { body: applyBody(bundle) });
});
afterEach(() => workers?.stop());

const ask = async (path: string): Promise<string> => (await fetch(`${url}/test/${path}`)).text();

/** A call that needs the snapshot, and then an artifact of it. */
async function describeSkill(signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2025-06-18',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'codecall_describe', arguments: { skillNames: ['greeting'] } },
    }),
    signal,
  });
  return response.text();
}

/** Waits until a request waits for the store. */
async function somebodyAsks(): Promise<void> {
  while ((await ask('hops')) === '0');
}

test('requests that come together ask the store once, and all are answered, though the first gives up', async () => {
  await ask('hold');
  const abort = new AbortController();
  const first = describeSkill(abort.signal).catch((error: Error) => error.name);
  await somebodyAsks();
  const others = Array.from({ length: 10 }, () => describeSkill());
  abort.abort();
  expect(await first).toBe('AbortError');
  expect(await ask('release')).toBe('1');
  for (const answer of await Promise.all(others)) expect(answer).toContain('Served to everybody.');
});

test('a fresh snapshot is served without a question', async () => {
  await describeSkill();
  await ask('hold');
  await ask('release');
  expect(await describeSkill()).toContain('Served to everybody.');
  expect(await ask('hops')).toBe('0');
});
