// A text that matches a regular expression: a small sampler of the syntax that API descriptions use.

/**
 * One of several characters, of which none adds nothing; or one of several sequences.
 * @typedef {{ characters: string[], alternatives?: undefined } | Alternatives} Atom
 */
/** @typedef {{ alternatives: Piece[][] }} Alternatives */
/** @typedef {{ atom: Atom, low: number, high: number }} Piece */
/** @typedef {{ random: () => number, extra: number }} Sampling */

const WORD = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_';
const ANY = 'abcdefghijklmnopqrstuvwxyz0123456789';
const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');
const CLASSES = new Map([
  ['d', '0123456789'],
  ['w', WORD],
  ['s', ' '],
]);
const CONTROLS = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Makes a text of a pattern within length bounds; `fail` is called with a reason when none is found.
 * @param {string} pattern
 * @param {{ minLength: number, maxLength: number, random: () => number, fail: (why: string) => never }} options
 * @returns {string}
 */
export function textFor(pattern, { minLength, maxLength, random, fail }) {
  const expression = new RegExp(pattern, 'u');
  // As a segment of a path the two would be refused, whatever the pattern says.
  const fits = (/** @type {string} */ text) =>
    text !== '.' && text !== '..' && text.length >= minLength && text.length <= maxLength && expression.test(text);
  /** @type {Alternatives | undefined} */
  let tree;
  try {
    tree = parse(pattern);
  } catch {
    tree = undefined;
  }
  const plain = [
    '$a',
    'Aa1!Aa1!Aa1!',
    'v1',
    'a',
    '1',
    '',
    'A',
    'abc',
    '12345678',
    'https://example.com/a',
    '2026-03-04',
    'a'.repeat(Math.max(1, minLength)),
    '1'.repeat(Math.max(1, minLength)),
  ];
  for (let extra = 0; tree && extra < 40; extra += 1) {
    // The first tries repeat as little as allowed, the later ones more.
    const text = sample(tree, { random, extra: extra < 4 ? 0 : extra < 20 ? minLength + (extra % 4) : extra });
    // Where a pattern does not say how a text ends, it may be longer.
    const longer = text.padEnd(minLength, 'x');
    if (fits(text) && text !== '') return text;
    if (fits(longer) && longer !== '') return longer;
  }
  return plain.find(fits) ?? fail(tree ? 'a pattern that no sample meets' : 'a pattern that the generator cannot read');
}

/**
 * Alternatives of sequences of pieces.
 * @param {string} pattern
 */
function parse(pattern) {
  let at = 0;
  /**
   * @param {string | undefined} end
   * @returns {Alternatives}
   */
  const alternatives = (end) => {
    /** @type {Piece[]} */
    let sequence = [];
    const found = [sequence];
    while (at < pattern.length && pattern[at] !== end) {
      if (pattern[at] === '|') {
        at += 1;
        found.push((sequence = []));
      } else sequence.push(piece());
    }
    return { alternatives: found };
  };
  /** @returns {Piece} */
  const piece = () => {
    const atom = readAtom();
    const [text, low, comma, high] = /^(?:\*|\+|\?|\{(\d+)(,)?(\d*)\})\??/.exec(pattern.slice(at)) ?? [];
    if (text === undefined) return { atom, low: 1, high: 1 };
    at += text.length;
    if (text[0] === '*') return { atom, low: 0, high: Infinity };
    if (text[0] === '+') return { atom, low: 1, high: Infinity };
    if (text[0] === '?') return { atom, low: 0, high: 1 };
    return { atom, low: Number(low), high: comma ? (high ? Number(high) : Infinity) : Number(low) };
  };
  /** @returns {Atom} */
  const readAtom = () => {
    const character = pattern[at] ?? '';
    at += 1;
    if (character === '^' || character === '$') return { characters: [] };
    if (character === '.') return { characters: [...ANY] };
    if (character === '[') return readClass();
    if (character === '\\') return readEscape();
    if (character !== '(') return { characters: [character] };
    const [kind] = /^\?(?::|[=!]|<[=!]|<\w+>)/.exec(pattern.slice(at)) ?? [''];
    at += kind.length;
    const inner = alternatives(')');
    at += 1;
    // What is only looked at adds no text; the finished text is tested against the whole pattern.
    return /^\?<?[=!]/.test(kind) ? { characters: [] } : inner;
  };
  const readEscape = () => {
    const character = pattern[at] ?? '';
    at += 1;
    if (character === 'b' || character === 'B') return { characters: [] };
    return { characters: escaped(character) };
  };
  const escaped = (/** @type {string} */ character) => {
    const lower = character.toLowerCase();
    if (character === 'p' || character === 'P') {
      const [whole] = /^\{[^}]*\}/.exec(pattern.slice(at)) ?? [''];
      at += whole.length;
      const test = new RegExp(`\\${character}${whole}`, 'u');
      return [...PRINTABLE, ' ', 'é'].filter((each) => test.test(each));
    }
    const known = CLASSES.get(lower);
    if (known !== undefined)
      return character === lower ? [...known] : [...PRINTABLE].filter((each) => !known.includes(each));
    if (character === 'u' || character === 'x') {
      const [whole, braced, four = ''] = /^(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2,4}))/.exec(pattern.slice(at)) ?? [''];
      const digits = braced ?? (character === 'x' ? four.slice(0, 2) : four);
      at += braced ? whole.length : digits.length;
      return [String.fromCodePoint(parseInt(digits, 16))];
    }
    return [CONTROLS.get(character) ?? character];
  };
  const readClass = () => {
    const isNot = pattern[at] === '^';
    if (isNot) at += 1;
    /** @type {string[]} */
    const found = [];
    while (at < pattern.length && pattern[at] !== ']') {
      const items = classItem();
      if (pattern[at] === '-' && pattern[at + 1] !== ']' && items.length === 1) {
        at += 1;
        const [first = 0, last = 0] = [items, classItem()].map(([character]) => character?.codePointAt(0));
        for (let code = first; code <= last && found.length < 500; code += 1) found.push(String.fromCodePoint(code));
      } else found.push(...items);
    }
    at += 1;
    return { characters: isNot ? [...PRINTABLE, '中'].filter((each) => !found.includes(each)) : found };
  };
  const classItem = () => {
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    at += character.length;
    if (character !== '\\') return [character];
    const next = pattern[at] ?? '';
    at += 1;
    return next === 'b' ? ['\b'] : escaped(next);
  };
  return alternatives(undefined);
}

/**
 * @param {Alternatives} tree
 * @param {Sampling} run
 * @returns {string}
 */
function sample(tree, run) {
  const sequence = tree.alternatives[Math.floor(run.random() * tree.alternatives.length)] ?? [];
  return sequence
    .map(({ atom, low, high }) => {
      const count = Math.min(
        high,
        low + Math.floor(run.random() * (run.extra + (high > low ? 1 : 0))),
        low + run.extra,
        300,
      );
      return Array.from({ length: Math.max(low, count) }, () => one(atom, run)).join('');
    })
    .join('');
}

/**
 * @param {Atom} atom
 * @param {Sampling} run
 */
function one(atom, run) {
  if (atom.alternatives) return sample(atom, run);
  if (atom.characters.length === 0) return '';
  return atom.characters[Math.floor(run.random() * atom.characters.length)] ?? '';
}
