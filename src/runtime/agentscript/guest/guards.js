/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Puts bounds on native built-ins that do not ask the interrupt handler while they work: a single call of one of them
 * could otherwise run for hours, and nothing could stop it.
 */
export function installGuards(p, limit) {
  const MAX_ELEMENTS = 200_000;
  const MAX_SEARCH = 2e8;
  const MAX_CHARACTERS = 1_000_000;
  const MAX_NORMALIZED = 200_000;
  const MAX_STRING = 8_000_000;
  const LONG_STRING = 1_000;
  const { apply, isArray, getOwnPropertyDescriptor } = p;

  const wrap = (target, name, before) => {
    const native = target[name];
    if (typeof native !== 'function') return;
    const guarded = { [name](...args) { return before(native, this, args); } }[name];
    p.defineProperty(guarded, 'length', { value: native.length, configurable: true });
    p.defineProperty(target, name, { value: guarded, writable: true, enumerable: false, configurable: true });
  };

  const tooMany = (what) => new p.RangeError(`${what}: more than ${MAX_ELEMENTS} elements. Work on pages instead.`);
  /** An array, or something with a plain `length` that the native cannot read differently. */
  const checkLength = (value, what) => {
    if (typeof value === 'string') return;
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function' || value === undefined || value === null) throw new p.TypeError(`${what} needs an array`);
      return;
    }
    const length = isArray(value) ? value.length : plainLength(value, what);
    if (length > MAX_ELEMENTS) throw tooMany(what);
  };
  const plainLength = (value, what) => {
    for (let at = value; at !== null; at = p.getPrototypeOf(at)) {
      const property = getOwnPropertyDescriptor(at, 'length');
      if (property === undefined) continue;
      if (typeof property.value !== 'number') throw new p.TypeError(`${what} needs an array or an object with a number as its length`);
      return property.value;
    }
    return 0;
  };

  const byText = (a, b) => {
    const left = `${a}`;
    const right = `${b}`;
    return left < right ? -1 : left > right ? 1 : 0;
  };
  const sorted = (native, self, args) => apply(native, self, args.length === 0 || args[0] === undefined ? [byText] : args);
  /** Comparing long strings is native work; a loop of guest code can be stopped. */
  const searched = (name, native, self, args) => {
    const wanted = args[0];
    if (typeof wanted !== 'string' || wanted.length < LONG_STRING) return apply(native, self, args);
    const { length } = self;
    if (name === 'lastIndexOf') {
      for (let at = length - 1; at >= 0; at -= 1) if (self[at] === wanted) return at;
      return -1;
    }
    for (let at = args.length > 1 ? p.min(length, args[1] < 0 ? length + args[1] : args[1]) : 0; at < length; at += 1) {
      if (self[at] === wanted) return name === 'includes' ? true : at;
    }
    return name === 'includes' ? false : -1;
  };
  const special = p.create(null);
  special.sort = sorted;
  special.toSorted = sorted;
  for (const name of ['indexOf', 'lastIndexOf', 'includes']) special[name] = (native, self, args) => searched(name, native, self, args);
  special.concat = (native, self, args) => {
    let total = isArray(self) ? self.length : 1;
    for (let at = 0; at < args.length; at += 1) total += isArray(args[at]) ? args[at].length : 1;
    if (total > MAX_ELEMENTS) throw tooMany('concat');
    return apply(native, self, args);
  };
  special.flat = (_native, self, args) => {
    const depth = args.length === 0 || args[0] === undefined ? 1 : +args[0];
    const out = [];
    const visit = (list, left) => {
      if (list.length > MAX_ELEMENTS) throw tooMany('flat');
      for (let at = 0; at < list.length; at += 1) {
        if (!(at in list)) continue;
        if (left >= 1 && isArray(list[at])) visit(list[at], left - 1);
        else p.defineProperty(out, out.length, { value: list[at], writable: true, enumerable: true, configurable: true });
      }
    };
    visit(self, depth);
    return out;
  };
  const ARRAY_METHODS = [
    'at', 'concat', 'copyWithin', 'every', 'fill', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'forEach', 'includes',
    'indexOf', 'join', 'lastIndexOf', 'map', 'pop', 'push', 'reduce', 'reduceRight', 'reverse', 'shift', 'slice', 'some', 'sort', 'splice', 'toLocaleString',
    'toReversed', 'toSorted', 'toSpliced', 'toString', 'unshift', 'with',
  ];
  for (const name of ARRAY_METHODS) {
    const run = special[name] ?? ((native, self, args) => apply(native, self, args));
    wrap(p.Array.prototype, name, (native, self, args) => {
      checkLength(self, name);
      return run(native, self, args);
    });
  }

  const text = (self, what) => {
    if (self === undefined || self === null) throw new p.TypeError(`${what} needs a string`);
    return typeof self === 'string' ? self : `${self}`;
  };
  const lengthOf = (value) => (typeof value === 'string' ? value.length : 1);
  const tooLong = (what) => new p.RangeError(`${what}: the text is too long`);
  const search = (what) => (native, self, args) => {
    const own = text(self, what);
    if (own.length * lengthOf(args[0]) > MAX_SEARCH) throw tooLong(what);
    return apply(native, own, args);
  };
  for (const name of ['indexOf', 'lastIndexOf', 'includes', 'replace', 'replaceAll', 'split']) {
    const guarded = search(name);
    wrap(p.String.prototype, name, (native, self, args) => {
      const own = text(self, name);
      if (name === 'split' && own.length > MAX_CHARACTERS) throw tooLong(name);
      if (name === 'replaceAll' && typeof args[0] === 'string' && own.length * (1 + lengthOf(args[1])) > MAX_SEARCH * 10) throw tooLong(name);
      return guarded(native, own, args);
    });
  }
  for (const name of ['normalize', 'localeCompare']) {
    wrap(p.String.prototype, name, (native, self, args) => {
      const own = text(self, name);
      if (own.length > MAX_NORMALIZED || lengthOf(args[0]) > MAX_NORMALIZED) throw tooLong(name);
      return apply(native, own, args);
    });
  }
  // What would not fit into the memory of a run ends the run: the refusal of such a text cannot be caught.
  wrap(p.String.prototype, 'repeat', (native, self, args) => {
    const own = text(self, 'repeat');
    if (own.length * +args[0] > MAX_STRING && +args[0] !== Infinity) limit('memory');
    return apply(native, own, args);
  });
  for (const name of ['padStart', 'padEnd']) {
    wrap(p.String.prototype, name, (native, self, args) => {
      const own = text(self, name);
      if (+args[0] > MAX_STRING) limit('memory');
      return apply(native, own, args);
    });
  }
}
