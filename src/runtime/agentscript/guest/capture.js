/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Takes what the rest of the guest code needs of the language, before a script can change it.
 */
export function capture() {
  const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const { create, freeze, is, keys } = Object;
  const { isArray } = Array;
  const { parse, stringify } = JSON;
  const { floor, imul, max, min } = Math;
  const { then } = Promise.prototype;
  const { get: mapGet, set: mapSet, delete: mapDelete, has: mapHas } = Map.prototype;
  const { get: weakGet, set: weakSet } = WeakMap.prototype;
  const { slice, repeat, indexOf, split, normalize, toLowerCase, replace, charCodeAt } = String.prototype;
  const { toString: errorToString } = Error.prototype;
  /** Defines what a script can use and not change. */
  const constant = (target, name, value) =>
    defineProperty(target, name, { value, writable: false, enumerable: false, configurable: false });
  /** Gives an object a property as an assignment would, whatever a script has made of Object.prototype: get, set, value. */
  const define = (target, name, value, enumerable = true) =>
    defineProperty(target, name, { __proto__: null, value, writable: true, enumerable, configurable: true });
  /** Puts a function before a native one; it decides what becomes of the call. */
  const wrap = (target, name, before) => {
    const native = target[name];
    if (typeof native !== 'function') return;
    const guarded = {
      [name](...args) {
        return before(native, this, args);
      },
    }[name];
    defineProperty(guarded, 'length', { value: native.length, configurable: true });
    defineProperty(target, name, { value: guarded, writable: true, enumerable: false, configurable: true });
  };
  const {
    toPrimitive,
    isConcatSpreadable,
    match,
    matchAll,
    replace: replaceSymbol,
    split: splitSymbol,
    search: searchSymbol,
    species,
  } = Symbol;
  return {
    apply,
    construct,
    wrap,
    define,
    defineProperty,
    getOwnPropertyDescriptor,
    getPrototypeOf,
    ownKeys,
    create,
    freeze,
    is,
    keys,
    isArray,
    parse,
    stringify,
    floor,
    imul,
    max,
    min,
    then,
    mapGet,
    mapSet,
    mapDelete,
    mapHas,
    weakGet,
    weakSet,
    slice,
    repeat,
    indexOf,
    split,
    normalize,
    toLowerCase,
    replace,
    charCodeAt,
    errorToString,
    constant,
    toPrimitive,
    isConcatSpreadable,
    match,
    matchAll,
    replaceSymbol,
    splitSymbol,
    searchSymbol,
    species,
    Array,
    BigInt,
    Boolean,
    Date,
    now: Date.now,
    Error,
    Map,
    Number,
    Object,
    Promise,
    RangeError,
    RegExp,
    Set,
    String,
    TypeError,
    WeakMap,
    global: globalThis,
  };
}
