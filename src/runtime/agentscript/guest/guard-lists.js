/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Puts bounds on list methods, which do not ask the interrupt handler while they work: a single call of one could
 * otherwise run for hours, and nothing could stop it.
 */
export function guardLists(p) {
  const MAX_ELEMENTS = 200_000;
  const LONG_STRING = 1_000;
  const { apply, isArray, getOwnPropertyDescriptor } = p;

  const tooMany = (what) => new p.RangeError(`${what}: more than ${MAX_ELEMENTS} elements. Work on pages instead.`);
  /** An array, or something with a plain `length` that the native cannot read differently. */
  const checkLength = (value, what) => {
    if (typeof value === 'string') return;
    if (value === undefined || value === null || typeof value === 'function')
      throw new p.TypeError(`${what} needs an array`);
    if (typeof value !== 'object') return;
    if ((isArray(value) ? value.length : plainLength(value, what)) > MAX_ELEMENTS) throw tooMany(what);
  };
  p.checkLength = checkLength;
  const plainLength = (value, what) => {
    for (let at = value; at !== null; at = p.getPrototypeOf(at)) {
      const property = getOwnPropertyDescriptor(at, 'length');
      if (property === undefined) continue;
      if (typeof property.value !== 'number')
        throw new p.TypeError(`${what} needs an array or an object with a number as its length`);
      return property.value;
    }
    return 0;
  };
  const append = (list, value) => p.define(list, list.length, value);

  const byText = (a, b) => {
    const left = `${a}`;
    const right = `${b}`;
    return left < right ? -1 : left > right ? 1 : 0;
  };
  const sorted = (native, self, args) =>
    apply(native, self, args.length === 0 || args[0] === undefined ? [byText] : args);
  /** Comparing long strings is native work; a loop of guest code can be stopped. */
  const searched = (name) => (native, self, args) => {
    const wanted = args[0];
    if (typeof wanted !== 'string' || wanted.length < LONG_STRING) return apply(native, self, args);
    const found =
      args.length > 1 || name === 'lastIndexOf'
        ? scan(self, wanted, name, args)
        : scan(self, wanted, name, [wanted, 0]);
    return name === 'includes' ? found !== -1 : found;
  };
  const scan = (list, wanted, name, args) => {
    const { length } = list;
    if (name === 'lastIndexOf') {
      for (let at = length - 1; at >= 0; at -= 1) if (list[at] === wanted) return at;
      return -1;
    }
    const from = +args[1];
    for (let at = from < 0 ? length + from : from || 0; at < length; at += 1) if (list[at] === wanted) return at;
    return -1;
  };
  const spreads = (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const asked = value[p.isConcatSpreadable];
    return asked === undefined ? isArray(value) : Boolean(asked);
  };
  const concatenated = (_native, self, args) => {
    const out = [];
    let length = 0;
    const add = (value) => {
      if (!spreads(value)) {
        out[length] = value;
        length += 1;
        return;
      }
      checkLength(value, 'concat');
      const own = value.length;
      if (length + own > MAX_ELEMENTS) throw tooMany('concat');
      for (let at = 0; at < own; at += 1) if (at in value) out[length + at] = value[at];
      length += own;
    };
    add(self);
    for (let at = 0; at < args.length; at += 1) add(args[at]);
    out.length = length;
    return out;
  };
  const flattened = (_native, self, args) => {
    const depth = args.length === 0 || args[0] === undefined ? 1 : +args[0];
    const out = [];
    const visit = (list, left) => {
      if (list.length > MAX_ELEMENTS) throw tooMany('flat');
      for (let at = 0; at < list.length; at += 1) {
        if (!(at in list)) continue;
        if (left >= 1 && isArray(list[at])) visit(list[at], left - 1);
        else append(out, list[at]);
      }
    };
    visit(self, depth);
    return out;
  };

  // Without a prototype: "toString" is one of the names.
  const special = p.create(null);
  special.sort = sorted;
  special.toSorted = sorted;
  special.concat = concatenated;
  special.flat = flattened;
  for (const name of ['indexOf', 'lastIndexOf', 'includes']) special[name] = searched(name);
  /** What a method costs for each element, in what a character of a text costs; those that call back are counted by the engine. */
  const WEIGHTS = { __proto__: null, join: 1, toString: 1, toLocaleString: 1 };
  for (const name of ['includes', 'indexOf', 'lastIndexOf', 'reverse', 'shift', 'slice']) WEIGHTS[name] = 0.2;
  for (const name of ['copyWithin', 'fill', 'splice', 'toReversed', 'toSpliced', 'unshift', 'with'])
    WEIGHTS[name] = 0.5;
  const lengthOf = (value) => (typeof value === 'string' || isArray(value) ? value.length : 0);
  const METHODS = [
    'at',
    'concat',
    'copyWithin',
    'every',
    'fill',
    'filter',
    'find',
    'findIndex',
    'findLast',
    'findLastIndex',
    'flat',
    'flatMap',
    'forEach',
    'includes',
    'indexOf',
    'join',
    'lastIndexOf',
    'map',
    'pop',
    'push',
    'reduce',
    'reduceRight',
    'reverse',
    'shift',
    'slice',
    'some',
    'sort',
    'splice',
    'toLocaleString',
    'toReversed',
    'toSorted',
    'toSpliced',
    'toString',
    'unshift',
    'with',
  ];
  for (const name of METHODS) {
    const run = special[name] ?? ((native, self, args) => apply(native, self, args));
    const weight = WEIGHTS[name];
    p.wrap(p.Array.prototype, name, (native, self, args) => {
      checkLength(self, name);
      if (weight !== undefined) p.spend(lengthOf(self) * weight);
      return run(native, self, args);
    });
  }
}
