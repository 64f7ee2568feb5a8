/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Operators of scripts that use BigInt (see preflight/guard-bigint.ts), which refuse numbers that grow too large.
 */
export function installArithmetic(p) {
  const { apply } = p;
  const MAX_BITS = 8192n;
  const LARGEST = 1n << MAX_BITS;
  const MAX_DIGITS = 2500;
  /** What an operation, or a number's text, costs, in what a character of a text costs. */
  const COST = 100;
  const LONG_COST = 400;
  const LONG_TEXT = 20_000;
  const LONG = 1n << 512n;
  const isLong = (value) => value > LONG || value < -LONG;
  const tooLarge = () => new p.RangeError('This BigInt is too large: 8192 bits is the most.');
  const checked = (value) => {
    if (typeof value !== 'bigint') return value;
    if (value > LARGEST || value < -LARGEST) throw tooLarge();
    p.spend(isLong(value) ? LONG_COST : COST);
    return value;
  };
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
  /** ToPrimitive with hint "number" (ECMA-262, 7.1.1). What it answers is used, and never asked for again. */
  const primitive = (value) => {
    if (!isObject(value)) return value;
    const convert = value[p.toPrimitive];
    if (convert !== undefined && convert !== null) return simple(apply(convert, value, ['number']));
    const inner = typeof value.valueOf === 'function' ? value.valueOf() : value;
    if (!isObject(inner)) return inner;
    return simple(typeof value.toString === 'function' ? value.toString() : value);
  };
  const simple = (value) => {
    if (isObject(value)) throw new p.TypeError('Cannot convert object to primitive value');
    return value;
  };
  const shift = (value, by) => {
    if (typeof value !== 'bigint' || typeof by !== 'bigint') return value << by;
    if (by > MAX_BITS && value !== 0n) throw tooLarge();
    return checked(value << by);
  };
  const power = (base, exponent) => {
    if (typeof base !== 'bigint' || typeof exponent !== 'bigint') return base ** exponent;
    if (exponent < 0n || (base <= 1n && base >= -1n)) return base ** exponent;
    if (exponent > MAX_BITS) throw tooLarge();
    let result = 1n;
    for (let left = exponent; left > 0n; left -= 1n) result = checked(result * base);
    return result;
  };
  const publish = (name, value) => p.constant(p.global, name, p.freeze(value));
  publish('__add', (a, b) => checked(a + b));
  publish('__subtract', (a, b) => checked(a - b));
  publish('__multiply', (a, b) => {
    const left = primitive(a);
    return checked(left * primitive(b));
  });
  publish('__divide', (a, b) => checked(a / b));
  publish('__remainder', (a, b) => checked(a % b));
  publish('__power', (a, b) => {
    const left = primitive(a);
    return power(left, primitive(b));
  });
  publish('__left', (a, b) => {
    const left = primitive(a);
    return shift(left, primitive(b));
  });
  publish('__right', (a, b) => {
    const value = primitive(a);
    const by = primitive(b);
    return typeof value === 'bigint' && typeof by === 'bigint' && by < 0n ? shift(value, -by) : value >> by;
  });

  for (const [target, names] of [
    [p.BigInt.prototype, ['toString']],
    [p.Number.prototype, ['toString', 'toFixed', 'toPrecision', 'toExponential']],
  ]) {
    for (const name of names) {
      p.wrap(target, name, (native, self, args) => {
        p.spend(typeof self === 'bigint' && isLong(self) ? LONG_TEXT : COST);
        return apply(native, self, args);
      });
    }
  }

  const native = p.BigInt;
  const checkText = (value) => {
    const text = primitive(value);
    if (typeof text === 'string' && text.length > MAX_DIGITS) throw tooLarge();
    return text;
  };
  const guarded = function BigInt(value) {
    if (new.target !== undefined) throw new p.TypeError('BigInt is not a constructor');
    return checked(native(checkText(value)));
  };
  const wrap = (name) => {
    const own = native[name];
    guarded[name] = (bits, value) => {
      const width = +bits;
      if (width > 8192) throw tooLarge();
      return own(width, value);
    };
  };
  wrap('asIntN');
  wrap('asUintN');
  guarded.prototype = native.prototype;
  native.prototype.constructor = guarded;
  p.defineProperty(p.global, 'BigInt', { value: guarded, writable: true, enumerable: false, configurable: true });
}
