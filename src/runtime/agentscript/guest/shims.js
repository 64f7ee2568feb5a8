/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * What agents expect of a runtime and the language does not have: structuredClone, URLSearchParams, base64.
 */
export function installShims(p) {
  const { apply } = p;
  const publish = (name, value) =>
    p.defineProperty(p.global, name, { value, writable: true, enumerable: false, configurable: true });

  const errors = { __proto__: null, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const copy = (value, seen) => {
    if (typeof value === 'function' || typeof value === 'symbol') {
      const error = new p.Error(`structuredClone cannot copy a ${typeof value}`);
      p.define(error, 'name', 'DataCloneError', false);
      throw error;
    }
    if (typeof value !== 'object' || value === null) return value;
    const known = apply(p.mapGet, seen, [value]);
    if (known !== undefined) return known;
    const remember = (made) => (apply(p.mapSet, seen, [value, made]), made);
    if (p.isArray(value)) return fill(remember(new p.Array(value.length)), value, seen);
    if (value instanceof p.Date) return remember(new p.Date(+value));
    if (value instanceof p.RegExp) return remember(new p.RegExp(value.source, value.flags));
    if (value instanceof p.Map) {
      const made = remember(new p.Map());
      for (const [key, item] of value) apply(p.mapSet, made, [copy(key, seen), copy(item, seen)]);
      return made;
    }
    if (value instanceof p.Set) {
      const made = remember(new p.Set());
      for (const item of value) made.add(copy(item, seen));
      return made;
    }
    if (value instanceof p.Error) {
      const Class = errors[value.name] ?? p.Error;
      const made = remember(new Class(value.message));
      p.define(made, 'stack', value.stack, false);
      if ('cause' in value) p.define(made, 'cause', copy(value.cause, seen), false);
      return made;
    }
    return fill(remember({}), value, seen);
  };
  const fill = (made, value, seen) => {
    for (const key of p.keys(value)) p.define(made, key, copy(value[key], seen));
    return made;
  };
  publish('structuredClone', function structuredClone(value) {
    return copy(value, new p.Map());
  });

  const encode = encodeURIComponent;
  const decode = decodeURIComponent;
  const encodePart = (text) =>
    encode(text)
      .replace(/%20/g, '+')
      .replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const decodePart = (text) => {
    const spaced = text.replace(/\+/g, ' ');
    try {
      return decode(spaced);
    } catch {
      return spaced;
    }
  };
  class URLSearchParams {
    #pairs = [];

    constructor(init = '') {
      if (typeof init === 'object' && init !== null) {
        const pairs = typeof init[Symbol.iterator] === 'function' ? init : p.Object.entries(init);
        for (const [name, value] of pairs) this.append(name, value);
        return;
      }
      const text = `${init}`.replace(/^\?/, '');
      for (const pair of text.split('&')) {
        if (pair === '') continue;
        const at = pair.indexOf('=');
        this.append(decodePart(at === -1 ? pair : pair.slice(0, at)), at === -1 ? '' : decodePart(pair.slice(at + 1)));
      }
    }

    get size() {
      return this.#pairs.length;
    }
    append(name, value) {
      this.#pairs.push([`${name}`, `${value}`]);
    }
    get(name) {
      return this.#pairs.find(([key]) => key === `${name}`)?.[1] ?? null;
    }
    getAll(name) {
      return this.#pairs.filter(([key]) => key === `${name}`).map(([, value]) => value);
    }
    #is([key, own], name, value) {
      return key === `${name}` && (value === undefined || own === `${value}`);
    }
    has(name, value) {
      return this.#pairs.some((pair) => this.#is(pair, name, value));
    }
    delete(name, value) {
      this.#pairs = this.#pairs.filter((pair) => !this.#is(pair, name, value));
    }
    set(name, value) {
      const first = this.#pairs.find(([key]) => key === `${name}`);
      if (first === undefined) return this.append(name, value);
      first[1] = `${value}`;
      this.#pairs = this.#pairs.filter((pair) => pair === first || pair[0] !== `${name}`);
    }
    sort() {
      this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    }
    forEach(callback, self) {
      for (const [name, value] of this.#pairs) callback.call(self, value, name, this);
    }
    *entries() {
      for (const [name, value] of this.#pairs) yield [name, value];
    }
    *keys() {
      for (const [name] of this.#pairs) yield name;
    }
    *values() {
      for (const [, value] of this.#pairs) yield value;
    }
    [Symbol.iterator]() {
      return this.entries();
    }
    toString() {
      return this.#pairs.map(([name, value]) => `${encodePart(name)}=${encodePart(value)}`).join('&');
    }
  }
  publish('URLSearchParams', URLSearchParams);

  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  publish('btoa', function btoa(input) {
    const text = `${input}`;
    let out = '';
    for (let at = 0; at < text.length; at += 3) {
      const codes = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
      if (codes.some((code) => code > 255)) throw new p.TypeError('btoa takes characters up to U+00FF only');
      const bits = (codes[0] << 16) | ((codes[1] || 0) << 8) | (codes[2] || 0);
      out += ALPHABET[bits >> 18] + ALPHABET[(bits >> 12) & 63];
      out += at + 1 < text.length ? ALPHABET[(bits >> 6) & 63] : '=';
      out += at + 2 < text.length ? ALPHABET[bits & 63] : '=';
    }
    return out;
  });
  publish('atob', function atob(input) {
    const text = `${input}`.replace(/[\t\n\f\r ]/g, '').replace(/={1,2}$/, '');
    let out = '';
    let bits = 0;
    let count = 0;
    for (let at = 0; at < text.length; at += 1) {
      const value = ALPHABET.indexOf(text[at]);
      if (value === -1 || text.length % 4 === 1) throw new p.TypeError('atob takes base64 only');
      bits = ((bits << 6) | value) & 0xffffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        out += p.String.fromCharCode((bits >> count) & 255);
      }
    }
    return out;
  });
}
