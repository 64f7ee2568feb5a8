/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Numbers as en-US has them: toLocaleString with the options that agents use.
 */
export function installLocaleNumbers(p) {
  const { apply } = p;
  const SIGNS = {
    __proto__: null,
    USD: '$',
    EUR: '€',
    GBP: '£',
    JPY: '¥',
    INR: '₹',
    CNY: 'CN¥',
    KRW: '₩',
    CAD: 'CA$',
    AUD: 'A$',
    NZD: 'NZ$',
    MXN: 'MX$',
    BRL: 'R$',
    ILS: '₪',
    VND: '₫',
    HKD: 'HK$',
    TWD: 'NT$',
    PHP: '₱',
  };
  const CENTS = {
    __proto__: null,
    JPY: 0,
    KRW: 0,
    VND: 0,
    CLP: 0,
    ISK: 0,
    PYG: 0,
    UGX: 0,
    XAF: 0,
    XOF: 0,
    XPF: 0,
    BHD: 3,
    IQD: 0,
    JOD: 3,
    KWD: 3,
    LYD: 3,
    OMR: 3,
    TND: 3,
  };
  const SCALES = [
    { scale: 12, short: 'T', word: ' trillion' },
    { scale: 9, short: 'B', word: ' billion' },
    { scale: 6, short: 'M', word: ' million' },
    { scale: 3, short: 'K', word: ' thousand' },
    { scale: 0, short: '', word: '' },
  ];
  const GROUPS = /\B(?=(\d{3})+(?!\d))/g;
  const KNOWN = [
    'style',
    'currency',
    'currencyDisplay',
    'currencySign',
    'minimumIntegerDigits',
    'minimumFractionDigits',
    'maximumFractionDigits',
    'minimumSignificantDigits',
    'maximumSignificantDigits',
    'useGrouping',
    'notation',
    'compactDisplay',
    'signDisplay',
    'numberingSystem',
  ];

  const zeros = (count) => (count > 0 ? apply(p.repeat, '0', [count]) : '');
  /** A number is 0.digits times ten to the power of point; of its shortest text, as ECMA-402 rounds that. */
  const decimalOf = (text) => {
    const [mantissa, exponent = '0'] = text.split('e');
    const [whole, fraction = ''] = mantissa.split('.');
    const digits = apply(p.replace, whole + fraction, [/^0+/, '']);
    return { digits, point: whole.length + +exponent - (whole.length + fraction.length - digits.length) };
  };
  /** Rounds half away from zero, after so many digits. */
  const keep = ({ digits, point }, count) => {
    if (count >= digits.length) return { digits, point };
    if (count < 0) return { digits: '', point: 0 };
    let kept = apply(p.slice, digits, [0, count]);
    if (digits[count] < '5') return { digits: kept, point };
    let at = count - 1;
    while (at >= 0 && kept[at] === '9') at -= 1;
    if (at < 0) return { digits: `1${zeros(count)}`, point: point + 1 };
    kept = `${apply(p.slice, kept, [0, at])}${+kept[at] + 1}${zeros(count - 1 - at)}`;
    return { digits: kept, point };
  };
  const written = ({ digits, point }, least) => {
    const whole = point > 0 ? apply(p.slice, digits + zeros(point - digits.length), [0, point]) : '0';
    const fraction = apply(
      p.replace,
      point > 0 ? apply(p.slice, digits, [point]) : digits === '' ? '' : zeros(-point) + digits,
      [/0+$/, ''],
    );
    return [whole === '' ? '0' : whole, fraction + zeros(least - fraction.length)];
  };

  const count = (options, name, from, to) => {
    const value = options[name];
    if (value === undefined) return undefined;
    if (!(value >= from && value <= to)) throw new p.RangeError(`${name} must be a number from ${from} to ${to}.`);
    return p.floor(value);
  };
  const digitsOf = (options, usual, standard) => {
    const significant =
      count(options, 'maximumSignificantDigits', 1, 21) ??
      (options.minimumSignificantDigits === undefined ? undefined : 21);
    const asked = count(options, 'minimumFractionDigits', 0, 100);
    const most = count(options, 'maximumFractionDigits', 0, 100);
    if (asked > most) throw new p.RangeError('maximumFractionDigits value is out of range.');
    const least = asked ?? p.min(usual, most ?? usual);
    return {
      significant,
      leastSignificant: count(options, 'minimumSignificantDigits', 1, 21) ?? 1,
      least,
      most: most ?? (standard > least ? standard : least),
      isDefault: asked === undefined && most === undefined,
    };
  };
  const compacted = (decimal, rounding, long) => {
    const rounded = (scale) => {
      const moved = { digits: decimal.digits, point: decimal.point - scale };
      if (rounding.significant !== undefined) return keep(moved, rounding.significant);
      return keep(moved, rounding.isDefault ? (moved.point > 2 ? moved.point : 2) : moved.point + rounding.most);
    };
    let at = SCALES.findIndex(({ scale }) => scale === 0 || decimal.point > scale);
    // 999,950 is a million when it is rounded, and no thousand thousands.
    if (at > 0 && rounded(SCALES[at].scale).point > 3) at -= 1;
    const { scale, short, word } = SCALES[at];
    return [written(rounded(scale), rounding.isDefault ? 0 : rounding.least), long ? word : short];
  };

  const signOf = (isNegative, isZero, display = 'auto') => {
    if (display === 'never' || (isZero && display === 'exceptZero') || (isZero && isNegative && display === 'negative'))
      return '';
    if (isNegative) return '-';
    return display === 'always' || display === 'exceptZero' ? '+' : '';
  };
  const around = (sign, number, { style, currency, currencyDisplay = 'symbol', currencySign }) => {
    if (style === 'percent') return `${sign}${number}%`;
    if (style !== 'currency') return sign + number;
    const code = `${currency}`.toUpperCase();
    const shown =
      currencyDisplay === 'code'
        ? code
        : currencyDisplay === 'narrowSymbol'
          ? apply(p.replace, SIGNS[code] ?? code, [/^[A-Z]+(?=[$¥])/, ''])
          : (SIGNS[code] ?? code);
    const gap = /[A-Z]$/.test(shown) ? '\u00a0' : '';
    const money = `${shown}${gap}${number}`;
    return currencySign === 'accounting' && sign === '-' ? `(${money})` : sign + money;
  };
  const check = (options) => {
    for (const key of p.keys(options))
      if (options[key] !== undefined && !KNOWN.includes(key))
        throw new p.RangeError(`toLocaleString does not know the option "${key}" here.`);
    const { style = 'decimal', currency, currencyDisplay, notation = 'standard' } = options;
    if (
      !['decimal', 'percent', 'currency'].includes(style) ||
      !['standard', 'compact'].includes(notation) ||
      currencyDisplay === 'name'
    )
      throw new p.RangeError(
        'toLocaleString knows the styles decimal, percent and currency here, and the notation compact: write other numbers with toFixed and a template.',
      );
    if (style === 'currency' && currency === undefined)
      throw new p.TypeError('Currency code is required with currency style.');
    if (style === 'currency' && !/^[A-Za-z]{3}$/.test(currency)) throw new p.RangeError('Invalid currency code');
  };
  const format = (text, isNegative, given) => {
    const options = given ?? {};
    check(options);
    const { style, currency, useGrouping = true, notation, compactDisplay, signDisplay } = options;
    const usual = style === 'currency' ? (CENTS[`${currency}`.toUpperCase()] ?? 2) : 0;
    const rounding = digitsOf(options, usual, style === 'currency' ? usual : style === 'percent' ? 0 : 3);
    if (text === 'NaN') return around('', 'NaN', options);
    if (text === 'Infinity') return around(signOf(isNegative, false, signDisplay), '∞', options);
    const decimal = decimalOf(text);
    if (style === 'percent' && decimal.digits !== '') decimal.point += 2;
    let suffix = '';
    let parts;
    if (notation === 'compact') [parts, suffix] = compacted(decimal, rounding, compactDisplay === 'long');
    else {
      const { significant, leastSignificant } = rounding;
      const rounded = keep(decimal, significant ?? decimal.point + rounding.most);
      parts = written(
        rounded,
        significant === undefined
          ? rounding.least
          : p.max(0, leastSignificant - (rounded.digits === '' ? 1 : rounded.point)),
      );
    }
    const [whole, fraction] = parts;
    const full = zeros((count(options, 'minimumIntegerDigits', 1, 21) ?? 1) - whole.length) + whole;
    const grouped =
      useGrouping === false || (notation === 'compact' && full.length < 5)
        ? full
        : apply(p.replace, full, [GROUPS, ',']);
    const isZero = !/[1-9]/.test(full + fraction);
    return around(
      signOf(isNegative, isZero, signDisplay),
      grouped + (fraction === '' ? '' : `.${fraction}`) + suffix,
      options,
    );
  };
  p.define(
    p.Number.prototype,
    'toLocaleString',
    function toLocaleString(_locales, options) {
      const value = +this;
      return format(`${value < 0 ? -value : value}`, value < 0 || p.is(value, -0), options);
    },
    false,
  );
  p.define(
    p.BigInt.prototype,
    'toLocaleString',
    function toLocaleString(_locales, options) {
      const text = `${this}`;
      return format(apply(p.replace, text, ['-', '']), text[0] === '-', options);
    },
    false,
  );
}
