import { stem } from './stem.js';

/** Longest term, in UTF-16 units; what is longer is no word but data, and is cut. */
const MAX_TERM_LENGTH = 24;
const CAMEL_CASE = /([\p{Ll}\p{N}])(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Scripts that write no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** English words that say nothing about what a skill is for; never indexed, never searched. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all also an and any are as at be been before being but by can could did do does doing done each for from get ' +
    'had has have having he her here his how i if in into is it its just let like me more most my need no nor not of off on once ' +
    'only or other our out over own please same she should so some such than that the their them then there these they this ' +
    'those through to too under until up us use used using very want was we were what when where which while who whom whose why ' +
    'will with would you your'
  ).split(' '),
);

/**
 * Splits text into search terms, in their order, repetitions kept: NFKC, words of any script,
 * camelCase and identifiers split (`issueRefund`, `issue_refund` → "issue", "refund"), lower case,
 * English inflections folded, stop words left out. Scripts without spaces become pairs of characters.
 */
export function tokenize(text: string): string[] {
  const spaced = text.normalize('NFKC').replace(CAMEL_CASE, '$1$2 ');
  const terms: string[] = [];
  for (const [word] of spaced.matchAll(WORD)) addTerms(word.toLowerCase(), terms);
  return terms;
}

function addTerms(word: string, terms: string[]): void {
  if (UNSPACED.test(word)) return addPairs([...word], terms);
  if (!STOP_WORDS.has(word)) terms.push(stem(word).slice(0, MAX_TERM_LENGTH));
}

function addPairs(characters: string[], terms: string[]): void {
  if (characters.length === 1) terms.push(characters[0] ?? '');
  for (let index = 0; index + 1 < characters.length; index += 1) {
    terms.push(`${characters[index]}${characters[index + 1]}`);
  }
}
