/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * The engine knows no locale. An order of words as en-US has it, in which case and accents count last.
 */
export function installLocale(p) {
  const { apply } = p;
  const put = (target, name, value) =>
    p.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
  const lower = (text) => apply(p.toLowerCase, text, []);
  const MARKS = /[\u0300-\u036f]/g;
  const bare = (text) => apply(p.replace, apply(p.normalize, text, ['NFD']), [MARKS, '']);
  // The order of the Unicode collation for ASCII: space, punctuation, symbols, then digits and letters.
  const ORDER = '\t\n\v\f\r _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';
  const rank = (text, at) => {
    const found = apply(p.indexOf, ORDER, [text[at]]);
    return found === -1 ? 100 + apply(p.charCodeAt, text, [at]) : found;
  };
  const compareRanks = (a, b) => {
    for (let at = 0; at < a.length && at < b.length; at += 1) {
      const difference = rank(a, at) - rank(b, at);
      if (difference !== 0) return difference < 0 ? -1 : 1;
    }
    return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
  };
  const PARTS = /\d+|\D+/g;
  const compareNumeric = (a, b) => {
    const left = a.match(PARTS) ?? [];
    const right = b.match(PARTS) ?? [];
    for (let at = 0; at < left.length && at < right.length; at += 1) {
      const difference = +left[at] - +right[at];
      const order = difference === difference ? difference : compareRanks(left[at], right[at]);
      if (order !== 0) return order < 0 ? -1 : 1;
    }
    return left.length === right.length ? 0 : left.length < right.length ? -1 : 1;
  };
  const native = p.String.prototype.localeCompare;
  put(p.String.prototype, 'localeCompare', function localeCompare(other, _locales, options) {
    const a = `${this}`;
    const b = `${other}`;
    if (a === b) return 0;
    // Long texts go the guarded way, which refuses what is too long.
    if (a.length > 1_000 || b.length > 1_000) return apply(native, a, [b]);
    const compare = options?.numeric === true ? compareNumeric : compareRanks;
    const base = compare(lower(bare(a)), lower(bare(b)));
    if (base !== 0 || options?.sensitivity === 'base') return base;
    const accents = compareRanks(lower(apply(p.normalize, a, ['NFD'])), lower(apply(p.normalize, b, ['NFD'])));
    if (accents !== 0 || options?.sensitivity === 'accent') return accents;
    // Small letters come before capitals.
    return a < b ? 1 : -1;
  });
}
