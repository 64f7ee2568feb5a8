/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * The engine knows no locale. What agents most often use of one, as en-US has it: numbers with groups of three digits,
 * dates and times in UTC, and an order of words in which case and accents count last.
 */
export function installLocale(p) {
  const { apply } = p;
  const put = (target, name, value) => p.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
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

  const SIGNS = { __proto__: null, USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹', CNY: 'CN¥', KRW: '₩' };
  const GROUPS = /\B(?=(\d{3})+(?!\d))/g;
  const digits = (value, least, most) => {
    let text = value.toFixed(most);
    if (most > least) {
      let end = text.length;
      while (end > text.length - (most - least) && text[end - 1] === '0') end -= 1;
      if (text[end - 1] === '.') end -= 1;
      text = apply(p.slice, text, [0, end]);
    }
    return text;
  };
  put(p.Number.prototype, 'toLocaleString', function toLocaleString(_locales, options = {}) {
    const value = +this;
    const { style, currency, useGrouping = true } = options ?? {};
    if (value !== value || value === Infinity || value === -Infinity) return value !== value ? 'NaN' : value < 0 ? '-∞' : '∞';
    const usual = style === 'currency' ? (currency === 'JPY' || currency === 'KRW' ? 0 : 2) : 0;
    const least = p.min(options?.minimumFractionDigits ?? p.min(usual, options?.maximumFractionDigits ?? usual), 20);
    const standard = style === 'currency' ? usual : style === 'percent' ? 0 : 3;
    const most = p.min(options?.maximumFractionDigits ?? (standard > least ? standard : least), 20);
    const size = value < 0 ? -value : value;
    const [whole, fraction] = digits(style === 'percent' ? size * 100 : size, least, most).split('.');
    const grouped = (useGrouping ? apply(p.replace, whole, [GROUPS, ',']) : whole) + (fraction === undefined ? '' : `.${fraction}`);
    const sign = value < 0 || p.is(value, -0) ? '-' : '';
    if (style === 'percent') return `${sign}${grouped}%`;
    if (style !== 'currency') return sign + grouped;
    return `${sign}${SIGNS[`${currency}`] ?? `${currency}\u00a0`}${grouped}`;
  });

  const two = (value) => (value < 10 ? `0${value}` : `${value}`);
  const day = (date) => `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  const time = (date) => {
    const hour = date.getUTCHours();
    return `${hour % 12 === 0 ? 12 : hour % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}\u202f${hour < 12 ? 'AM' : 'PM'}`;
  };
  const dated = (show) =>
    function (_locales, options) {
      if (options !== undefined && p.keys(options).some((key) => key !== 'timeZone')) throw new p.RangeError('Dates are written without options here: use toISOString(), or getUTCFullYear() and its like.');
      return +this !== +this ? 'Invalid Date' : show(this);
    };
  put(p.Date.prototype, 'toLocaleDateString', dated(day));
  put(p.Date.prototype, 'toLocaleTimeString', dated(time));
  put(p.Date.prototype, 'toLocaleString', dated((date) => `${day(date)}, ${time(date)}`));
}
