import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { startCorpus, type Corpus } from '../../agentscript-corpus/start-corpus.js';

let corpus: Corpus;
beforeAll(async () => {
  corpus = await startCorpus();
});
afterAll(() => corpus.stop());

test('ends a run at once when a client with a session cancels it', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', corpus.url)));
  const going = new AbortController();
  const script = 'await shop.hang(); await shop.getOrder({ id: "A-1001" }); return 1;';
  const answer = client.callTool(
    { name: 'codecall_execute', arguments: { script, skills: ['orders'] } },
    { signal: going.signal },
  );
  answer.catch(() => undefined);
  while (corpus.api.count() === 0) await client.listTools();
  const started = performance.now();
  going.abort('no longer needed');
  await expect(answer).rejects.toThrow();
  while (!corpus.log.some(({ event, outcome }) => event === 'script_run' && outcome === 'CANCELLED'))
    await client.listTools();
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(corpus.api.count()).toBe(1);
  await client.close();
});
