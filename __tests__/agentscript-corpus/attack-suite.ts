import { ATTACKS } from './attacks/all.js';
import { runAttack } from './run-attack.js';
import { signsInLog } from './signs.js';
import { startCorpus, type Corpus, type CorpusOptions } from './start-corpus.js';

/** Every attack, each with an honest script after it. */
export function attackSuite(options: CorpusOptions): void {
  let corpus: Corpus;
  beforeAll(async () => {
    corpus = await startCorpus(options);
  });
  afterAll(() => corpus.stop());

  describe.each(ATTACKS)('$class', ({ cases }) => {
    test.each(cases)('$name', async (attack) => {
      expect(await runAttack(attack, corpus)).toEqual([]);
    });
  });

  test('the log holds nothing of it', () => {
    expect(signsInLog(corpus)).toEqual([]);
  });
}
