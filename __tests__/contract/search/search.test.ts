import { cases as rankingCases } from './ranking.suite.js';
import { cases as tokenizerCases } from './tokenizer.suite.js';

describe('tokenizer', () => {
  test.each(tokenizerCases)('$name', ({ run }) => run());
});

describe('ranking', () => {
  test.each(rankingCases)('$name', ({ run }) => run());
});
