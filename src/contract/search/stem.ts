const ASCII_WORD = /^[a-z]{4,}$/;
const VOWEL = /[aeiouy]/;

/**
 * Brings the common inflections of an English word to one form: plurals (Harman's "S stemmer", 1991),
 * `-ing`, `-ed`, a last `e` and a doubled last consonant. "refunds", "refunded" and "refunding" become
 * "refund". Words of other scripts, short words and words with digits stay as they are.
 */
export function stem(word: string): string {
  if (!ASCII_WORD.test(word)) return word;
  return withoutLastE(withoutParticiple(withoutPlural(word)));
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || /(?:us|ss|is)$/.test(word)) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  // "boxes" and "addresses" lose the whole ending, "invoices" only its "s".
  if (/(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutParticiple(word: string): string {
  const root = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : word;
  return root.length >= 3 && VOWEL.test(root) ? root : word;
}

function withoutLastE(word: string): string {
  const root = word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
  return /([^aeiou])\1$/.test(root) ? root.slice(0, -1) : root;
}
