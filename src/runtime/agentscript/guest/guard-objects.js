/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Charges for native work on objects, lists, sets and maps that is as long as they are: the engine counts it as one step.
 */
export function guardObjects(p) {
  const { apply, isArray } = p;
  const MAX_ELEMENTS = 200_000;
  /** What a key, or an element that is handed out, costs, in what a character of a text costs. */
  const KEY = 2;
  const ELEMENT = 0.4;
  const NEW_PAIR = 0.3;
  const isObject = (value) => typeof value === 'object' && value !== null;

  for (const name of ['keys', 'values', 'entries', 'getOwnPropertyNames', 'getOwnPropertySymbols']) {
    p.wrap(p.Object, name, (native, self, args) => {
      const found = apply(native, self, args);
      p.spend(found.length * KEY);
      return found;
    });
  }
  const chargeKeys = (value) => {
    if (isObject(value)) p.spend(p.ownKeys(value).length * KEY);
  };
  for (const name of ['freeze', 'seal', 'preventExtensions', 'isFrozen', 'isSealed', 'getOwnPropertyDescriptors']) {
    p.wrap(p.Object, name, (native, self, args) => {
      chargeKeys(args[0]);
      return apply(native, self, args);
    });
  }
  const { assign } = p.Object;
  /** What an error costs: its trace. */
  const ERROR = 200;
  const publish = (name, value) => p.constant(p.global, name, p.freeze(value));
  // The preflight puts these into a script (preflight/make-edits.ts).
  publish('__caught', () => p.spend(ERROR));
  publish('__keys', (value) => (chargeKeys(value), value));
  publish('__spread', (value) => (typeof value === 'string' ? assign({}, value) : (chargeKeys(value), value)));
  p.wrap(p.Object, 'assign', (native, self, args) => {
    for (let at = 1; at < args.length; at += 1) chargeKeys(args[at]);
    return apply(native, self, args);
  });
  p.wrap(p.Array, 'from', (native, self, args) => {
    const [source] = args;
    if (isArray(source) || (isObject(source) && source[Symbol.iterator] === undefined)) p.spend(+source.length);
    return apply(native, self, args);
  });

  // A list with a length of four billion can be made at no cost, and handed out by a native that never asks.
  const handsOut = (name, weight) =>
    p.wrap(p.Array.prototype, name, (native, self, args) => {
      p.checkLength(self, name);
      if (isArray(self)) p.spend(self.length * weight);
      return apply(native, self, args);
    });
  handsOut('values', ELEMENT);
  handsOut('keys', ELEMENT);
  handsOut('entries', NEW_PAIR);
  const { values } = p.Array.prototype;
  p.define(p.Array.prototype, Symbol.iterator, values, false);

  // An iterator asks its list for the length at each step, and the list may have grown to four billion since: natives that take
  // from an iterator and keep nothing get a list that this loop has made, in which the interrupt handler is asked.
  const listOf = (iterable) => {
    const list = [];
    for (const item of iterable) p.define(list, list.length, item);
    p.define(list, Symbol.iterator, values, false);
    return list;
  };
  for (const name of ['Set', 'WeakSet']) {
    const Native = p.global[name];
    const Guarded = {
      [name]: function (items) {
        if (new.target === undefined) throw new p.TypeError(`Constructor ${name} requires 'new'`);
        return p.construct(Native, items === undefined || items === null ? [] : [listOf(items)], new.target);
      },
    }[name];
    p.defineProperty(Guarded, 'length', { value: 0, configurable: true });
    p.defineProperty(Guarded, 'prototype', { value: Native.prototype, writable: false });
    if (p.species in Native) p.defineProperty(Guarded, p.species, p.getOwnPropertyDescriptor(Native, p.species));
    p.define(Native.prototype, 'constructor', Guarded, false);
    p.define(p.global, name, Guarded, false);
  }
  if (p.global.Math.sumPrecise)
    p.wrap(p.global.Math, 'sumPrecise', (native, self, args) => apply(native, self, [listOf(args[0])]));
  p.wrap(p.getPrototypeOf(p.getPrototypeOf([].values())), 'drop', (native, self, args) => {
    const count = +args[0];
    if (count > MAX_ELEMENTS) throw new p.RangeError(`drop: more than ${MAX_ELEMENTS} elements.`);
    if (count > 0) p.spend(count);
    return apply(native, self, [count]);
  });

  const bySize = (target, names, weight) => {
    const size = p.getOwnPropertyDescriptor(target, 'size').get;
    for (const name of names) {
      p.wrap(target, name, (native, self, args) => {
        p.spend(apply(size, self, []) * weight);
        return apply(native, self, args);
      });
    }
  };
  const {
    Set: { prototype: sets },
    Map: { prototype: maps },
  } = p;
  bySize(sets, ['values', 'entries'], 2);
  bySize(maps, ['keys', 'values', 'entries'], 2);
  const { add, has, keys } = sets;
  for (const name of [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
    'isDisjointFrom',
  ]) {
    p.wrap(sets, name, (native, self, args) => {
      const [other] = args;
      if (!isObject(other) || typeof other.keys !== 'function') return apply(native, self, args);
      const own = new p.Set();
      const iterator = other.keys();
      for (const key of { __proto__: null, [Symbol.iterator]: () => iterator }) apply(add, own, [key]);
      p.define(own, 'has', has, false);
      p.define(own, 'keys', keys, false);
      return apply(native, self, [own]);
    });
  }
  bySize(
    sets,
    ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
    3,
  );
  p.define(sets, 'keys', sets.values, false);
  p.define(sets, Symbol.iterator, sets.values, false);
  p.define(maps, Symbol.iterator, maps.entries, false);
}
