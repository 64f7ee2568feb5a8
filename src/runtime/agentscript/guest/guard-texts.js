/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Puts bounds on what is done with texts in one native step, during which the interrupt handler is not asked.
 */
export function guardTexts(p, limit) {
  const MAX_SEARCH = 2e8;
  const MAX_REPLACED = 2e8;
  const MAX_SPLIT = 1_000_000;
  const MAX_NORMALIZED = 200_000;
  const MAX_STRING = 8_000_000;
  const MAX_PATTERN = 20_000;
  const MAX_PARTS = 200_000;
  /** Unicode classes of one pattern (as preflight/preflight.ts has it for those in the script's text), and what reading one costs. */
  const MAX_CLASSES = 100;
  const CLASS = 10_000;
  /** What looking at a character costs, in what writing one costs. */
  const SEARCHED = 0.1;
  /** A piece that is cut off, or a character that is taken apart. */
  const PIECE = 4;
  const { apply } = p;

  const tooLong = (what) => new p.RangeError(`${what}: the text is too long`);
  const own = (self, what) => {
    if (self === undefined || self === null) throw new p.TypeError(`${what} needs a string`);
    return typeof self === 'string' ? self : `${self}`;
  };
  /** As a native would read it; done here, so that what is measured is what is used. */
  const textOf = (value) => (typeof value === 'string' ? value : `${value}`);
  const handles = (value, symbol) =>
    typeof value === 'object' && value !== null && value[symbol] !== undefined && value[symbol] !== null;

  for (const name of ['indexOf', 'lastIndexOf', 'includes']) {
    p.wrap(p.String.prototype, name, (native, self, args) => {
      const text = own(self, name);
      if (name === 'includes' && handles(args[0], p.match)) return apply(native, text, args);
      const wanted = textOf(args[0]);
      if (text.length * wanted.length > MAX_SEARCH) throw tooLong(name);
      p.spend(text.length * SEARCHED);
      return apply(native, text, args.length > 1 ? [wanted, args[1]] : [wanted]);
    });
  }
  for (const name of ['startsWith', 'endsWith']) {
    p.wrap(p.String.prototype, name, (native, self, args) => {
      if (typeof args[0] === 'string') p.spend(args[0].length * SEARCHED);
      return apply(native, self, args);
    });
  }
  const checkReplaced = (name, text, wanted, value) => {
    if (wanted === '' && name === 'replaceAll' && text.length * (1 + value.length) > MAX_STRING) limit('memory');
    if (text.length * (1 + value.length) > MAX_REPLACED) throw tooLong(name);
  };
  for (const name of ['replace', 'replaceAll']) {
    p.wrap(p.String.prototype, name, (native, self, args) => {
      if (handles(args[0], p.replaceSymbol)) return apply(native, self, args);
      const text = own(self, name);
      const wanted = textOf(args[0]);
      const value = typeof args[1] === 'function' ? args[1] : textOf(args[1]);
      if (text.length * wanted.length > MAX_SEARCH) throw tooLong(name);
      if (typeof value === 'string') checkReplaced(name, text, wanted, value);
      p.spend(text.length * SEARCHED);
      return apply(native, text, [wanted, value]);
    });
  }
  p.wrap(p.String.prototype, 'split', (native, self, args) => {
    if (handles(args[0], p.splitSymbol)) return apply(native, self, args);
    const text = own(self, 'split');
    const separator = args[0] === undefined ? undefined : textOf(args[0]);
    if (text.length > MAX_SPLIT || text.length * (separator?.length ?? 1) > MAX_SEARCH) throw tooLong('split');
    const parts = apply(native, text, [separator, args[1]]);
    p.spend(text.length * SEARCHED + parts.length * PIECE);
    return parts;
  });
  for (const name of ['normalize', 'localeCompare']) {
    p.wrap(p.String.prototype, name, (native, self, args) => {
      const text = own(self, name);
      const other = args[0] === undefined && name === 'normalize' ? undefined : textOf(args[0]);
      if (text.length > MAX_NORMALIZED || (other?.length ?? 0) > MAX_NORMALIZED) throw tooLong(name);
      p.spend((text.length + (other?.length ?? 0)) * PIECE);
      return apply(native, text, other === undefined ? [] : [other]);
    });
  }
  for (const name of ['fromCharCode', 'fromCodePoint']) {
    p.wrap(p.String, name, (native, self, args) => {
      p.spend(args.length);
      return apply(native, self, args);
    });
  }
  // A list of parts says itself how long it is, and the native believes it.
  p.wrap(p.String, 'raw', (native, self, args) => {
    const given = args[0].raw;
    const length = +given.length;
    if (length > MAX_PARTS) throw tooLong('raw');
    const raw = [];
    for (let at = 0; at < length; at += 1) p.define(raw, at, given[at]);
    args[0] = { __proto__: null, raw };
    return apply(native, self, args);
  });
  // What would not fit into the memory of a run ends the run: the refusal of such a text cannot be caught.
  p.wrap(p.String.prototype, 'repeat', (native, self, args) => {
    const text = own(self, 'repeat');
    const count = +args[0];
    if (text.length * count > MAX_STRING && count !== Infinity) limit('memory');
    if (count !== Infinity) p.spend(text.length * count);
    return apply(native, text, [count]);
  });
  for (const name of ['padStart', 'padEnd']) {
    p.wrap(p.String.prototype, name, (native, self, args) => {
      const length = +args[0];
      if (length > MAX_STRING) limit('memory');
      p.spend(length);
      return apply(
        native,
        own(self, name),
        args.length > 1 && args[1] !== undefined ? [length, textOf(args[1])] : [length],
      );
    });
  }

  const charged = (target, name) =>
    p.wrap(target, name, (native, self, args) => {
      const value = target === p.String.prototype ? self : args[0];
      if (typeof value === 'string') p.spend(value.length);
      return apply(native, self, args);
    });
  for (const name of [
    'toUpperCase',
    'toLowerCase',
    'toLocaleUpperCase',
    'toLocaleLowerCase',
    'trim',
    'trimStart',
    'trimEnd',
    'isWellFormed',
    'toWellFormed',
    Symbol.iterator,
  ])
    charged(p.String.prototype, name);
  for (const name of ['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'parseFloat', 'parseInt'])
    charged(p.global, name);

  charged(p.Date, 'parse');

  const Native = p.RegExp;
  const occurrences = (text, wanted) => {
    let count = 0;
    for (let at = apply(p.indexOf, text, [wanted]); at !== -1; at = apply(p.indexOf, text, [wanted, at + 1]))
      count += 1;
    return count;
  };
  const patternOf = (pattern) => {
    if (pattern === undefined || pattern instanceof Native) return pattern;
    const text = textOf(handles(pattern, p.match) ? pattern.source : pattern);
    if (text.length > MAX_PATTERN) throw tooLong('RegExp');
    const classes = occurrences(text, '\\p{') + occurrences(text, '\\P{');
    if (classes > MAX_CLASSES) throw new p.RangeError(`RegExp: more than ${MAX_CLASSES} unicode classes`);
    p.spend(text.length + classes * CLASS);
    return text;
  };
  const Guarded = function RegExp(pattern, flags) {
    const isPlainCall = new.target === undefined;
    if (isPlainCall && pattern instanceof Native && flags === undefined) return pattern;
    const given = flags === undefined && handles(pattern, p.match) ? pattern.flags : flags;
    return p.construct(
      Native,
      [patternOf(pattern), given],
      isPlainCall || new.target === Guarded ? Native : new.target,
    );
  };
  for (const name of p.ownKeys(Native)) {
    if (name === 'length' || name === 'name') continue;
    p.defineProperty(Guarded, name, p.getOwnPropertyDescriptor(Native, name));
  }
  p.defineProperty(Native.prototype, 'constructor', {
    value: Guarded,
    writable: true,
    enumerable: false,
    configurable: true,
  });
  p.defineProperty(p.global, 'RegExp', { value: Guarded, writable: true, enumerable: false, configurable: true });
  delete Native.prototype.compile;
  for (const [name, symbol] of [
    ['match', p.match],
    ['matchAll', p.matchAll],
    ['search', p.searchSymbol],
  ]) {
    p.wrap(p.String.prototype, name, (native, self, args) => {
      if (handles(args[0], symbol)) return apply(native, self, args);
      return apply(native, own(self, name), [patternOf(args[0])]);
    });
  }
}
