import { HONEST } from './honest/all.js';
import { expectPlain } from './plain-node/expect-plain.js';
import type { PlainResult } from './plain-node/run-plain.js';
import { startCorpus, type Corpus } from './start-corpus.js';

let corpus: Corpus;
let expected: Map<string, PlainResult>;
beforeAll(async () => {
  const [started, plain] = await Promise.all([startCorpus(), expectPlain(HONEST)]);
  corpus = started;
  expected = new Map(HONEST.map(({ name }, index) => [name, plain[index] as PlainResult]));
});
afterAll(() => corpus.stop());

test.each(HONEST)('$name', async ({ name, script, ...input }) => {
  const { status, result, error } = await corpus.execute(script, input);
  const plain = expected.get(name) as PlainResult & { ok: true };
  expect({ status, error, result: JSON.stringify(result) }).toEqual({
    status: 'ok',
    error: undefined,
    result: JSON.stringify(JSON.parse(plain.json)),
  });
});

test('the API saw only proper requests', () => {
  expect(corpus.api.takeSigns()).toEqual([]);
});
