/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * JSON.stringify visits shared parts again and again, and never asks the interrupt handler; a replacer makes it ask at
 * every value. JSON.parse is charged for what it reads.
 */
export function guardJson(p) {
  const { apply, isArray } = p;
  const nativeStringify = p.stringify;
  const nativeParse = p.parse;
  const own = p.Object.prototype.hasOwnProperty;

  const namesIn = (list) => {
    const names = [];
    for (let at = 0; at < list.length; at += 1) {
      const item = list[at];
      const isName =
        typeof item === 'string' || typeof item === 'number' || item instanceof p.String || item instanceof p.Number;
      if (isName) p.define(names, names.length, `${item}`);
    }
    return names;
  };
  /** As a list of names does: of objects only these members, in this order. */
  const pick = (value, names) => {
    if (typeof value !== 'object' || value === null || isArray(value)) return value;
    if (value instanceof p.String || value instanceof p.Number || value instanceof p.Boolean) return value;
    const picked = p.create(null);
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at];
      if (!apply(own, picked, [name])) p.define(picked, name, value[name]);
    }
    return picked;
  };
  const stringify = (value, replacer, space) => {
    const names = isArray(replacer) ? namesIn(replacer) : undefined;
    const visit = function (key, item) {
      if (typeof replacer === 'function') return apply(replacer, this, [key, item]);
      p.spend(key.length);
      if (typeof item === 'string') p.spend(item.length);
      return names === undefined ? item : pick(item, names);
    };
    return nativeStringify(value, visit, space);
  };
  p.stringify = (value) => stringify(value);
  p.wrap(p.global.JSON, 'stringify', (_native, _self, args) => stringify(args[0], args[1], args[2]));
  p.wrap(p.global.JSON, 'parse', (_native, _self, args) => {
    const text = `${args[0]}`;
    p.spend(text.length);
    return nativeParse(text, args[1]);
  });
}
