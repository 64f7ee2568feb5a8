/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Operators of scripts that use BigInt (see preflight/guard-bigint.ts), which refuse numbers that grow too large.
 */
export function installArithmetic(p) {
  const MAX_BITS = 8192n;
  const LARGEST = 1n << MAX_BITS;
  const MAX_DIGITS = 2500;
  const tooLarge = () => new p.RangeError('This BigInt is too large: 8192 bits is the most.');
  const checked = (value) => {
    if (typeof value === 'bigint' && (value > LARGEST || value < -LARGEST)) throw tooLarge();
    return value;
  };
  const primitive = (value) => {
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return value;
    const inner = value[p.toPrimitive] === undefined ? value.valueOf() : value;
    return typeof inner === 'bigint' ? inner : value;
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
  publish('__multiply', (a, b) => checked(checked(primitive(a)) * checked(primitive(b))));
  publish('__power', (a, b) => power(primitive(a), primitive(b)));
  publish('__left', (a, b) => shift(primitive(a), primitive(b)));
  publish('__right', (a, b) => {
    const [value, by] = [primitive(a), primitive(b)];
    return typeof value === 'bigint' && typeof by === 'bigint' && by < 0n ? shift(value, -by) : value >> by;
  });

  const native = p.BigInt;
  const checkText = (value) => {
    const inner = primitive(value);
    const text = typeof inner === 'object' && inner !== null ? `${inner}` : inner;
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
      if (+bits > 8192) throw tooLarge();
      return own(bits, value);
    };
  };
  wrap('asIntN');
  wrap('asUintN');
  guarded.prototype = native.prototype;
  native.prototype.constructor = guarded;
  p.defineProperty(p.global, 'BigInt', { value: guarded, writable: true, enumerable: false, configurable: true });
}
