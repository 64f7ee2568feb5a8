import { ATTACKS } from './attacks/all.js';
import { runAttack } from './run-attack.js';
import { signsInLog } from './signs.js';
import { startCorpus, type Corpus, type CorpusOptions } from './start-corpus.js';

/** Which attacks a suite runs. */
export interface AttackSuiteOptions extends CorpusOptions {
  /** Of the classes that no clock can change, only each so-manyth case. Default: every one. */
  sample?: number;
}

/** Attacks, each with an honest script after it. */
export function attackSuite({ sample = 1, ...options }: AttackSuiteOptions): void {
  const classes = ATTACKS.map(({ byClock, cases, ...rest }) => ({
    ...rest,
    cases: cases.filter((_each, index) => byClock || index % sample === 0),
  }));
  let corpus: Corpus;
  beforeAll(async () => {
    corpus = await startCorpus(options);
  });
  afterAll(() => corpus.stop());

  describe.each(classes)('$class', ({ cases }) => {
    test.each(cases)('$name', async (attack) => {
      expect(await runAttack(attack, corpus)).toEqual([]);
    });
  });

  test('the log holds nothing of it', () => {
    expect(signsInLog(corpus)).toEqual([]);
  });
}
