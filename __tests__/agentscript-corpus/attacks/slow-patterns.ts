import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Regular expressions that are slow to read or to run. */
export const SLOW_PATTERNS: AttackClass = {
  class: 'slow patterns',
  byClock: true,
  cases: [
    {
      name: 'patterns in the source that take seconds to read',
      expect: 'refused',
      script: `return /${'\\p{RGI_Emoji}'.repeat(2000)}/v.source.length;`,
    },
    {
      name: 'many patterns in the source that take seconds to read together',
      expect: 'refused',
      script: `return [${'/[\\p{L}--\\p{Lu}]/vi, '.repeat(900)}].length;`,
    },
    {
      name: 'lookbehind with a quantifier',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`return /(?<=(a+)+b)c/.test('a'.repeat(40) + 'c');`,
    },
    {
      name: 'lookahead in a lookbehind in a loop',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`return /(?:(?=(?<!(a|b|ab)+)).)*x/.test('ab'.repeat(3000));`,
    },
    {
      name: 'a quantifier of two billion',
      expect: 'contained',
      script: js`try { return new RegExp('(?:a{0,2147483647}){0,2147483647}b').test('a'.repeat(30)); } catch (e) { return e.name; }`,
    },
    {
      name: 'counted repeats of counted repeats',
      expect: ['timeout', 'runtime_error', 'ok', 'syntax_error'],
      script: js`return /(?:(?:(?:(?:(?:x{1,1000}){1,1000}){1,1000}){1,1000}){1,1000})y/.test('x'.repeat(30));`,
    },
    {
      name: 'empty matches without end',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`return /(?:(?:)*)*(?:a?)*(?:|b)*$/.test('c'.repeat(100_000));`,
    },
    {
      name: 'a global match of nothing over megabytes',
      expect: ['timeout', 'runtime_error'],
      script: js`return 'x'.repeat(4_000_000).match(/(?:)/g).length;`,
    },
    {
      name: 'matchAll that is never used up',
      expect: ['timeout', 'runtime_error'],
      script: js`
const s = 'x'.repeat(1_000_000);
for (;;) s.matchAll(/x/g).next();`,
    },
    {
      name: 'an exec that puts lastIndex back',
      expect: ['timeout', 'runtime_error'],
      script: js`
const r = /x/g;
r.exec = function () { this.lastIndex = 0; return Object.assign(['x'], { index: 0, input: 'x' }); };
return 'x'.replace(r, 'y');`,
    },
    {
      name: 'an exec that is native and always finds',
      expect: ['timeout', 'runtime_error'],
      script: js`
const r = /x/g;
r.exec = Object.bind(null, Object.assign(['x'], { index: 0 }));
return 'x'.match(r).length;`,
    },
    {
      name: 'flags that are a getter, lastIndex that is an object',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const r = /x/g; let n = 0;
Object.defineProperty(r, 'flags', { get() { return n++ ? 'g' : 'gy'; } });
r.lastIndex = { valueOf() { return -5; } };
return String('xxx'.replace(r, 'y'));`,
    },
    {
      name: "Symbol.replace, split, match and search of one's own",
      expect: ['ok'],
      script: js`
const o = { [Symbol.replace]: () => 1, [Symbol.split]: () => 2, [Symbol.match]: () => 3, [Symbol.search]: () => 4 };
return ['x'.replace(o, ''), 'x'.split(o), 'x'.match(o), 'x'.search(o)];`,
    },
    {
      name: 'a species of regular expressions with a split that never ends',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
class R extends RegExp { static get [Symbol.species]() { return function () { return { exec: () => null, get lastIndex() { return 0; }, set lastIndex(v) {} }; }; } }
return 'x'.repeat(100_000_0).split(new R('y'));`,
    },
    {
      name: 'a pattern of many unicode classes without case',
      expect: 'contained',
      script: js`try { return new RegExp('[\\p{L}--\\p{Lu}]'.repeat(1200), 'vi').test('x'); } catch (e) { return e.name; }`,
    },
    {
      name: 'a pattern of many unicode classes, always new',
      expect: ['timeout', 'runtime_error'],
      script: js`for (let i = 0; ; i++) new RegExp(\`[\\p{L}\\p{N}\${i}]\`.repeat(300), 'iu');`,
    },
    {
      name: 'a pattern of twenty thousand groups',
      expect: 'contained',
      script: js`
const out = [];
for (const p of ['(a)'.repeat(6000), '('.repeat(9000) + ')'.repeat(9000), '(?:'.repeat(6000) + ')'.repeat(6000), '(?=' .repeat(5000) + ')'.repeat(5000), '[a-z]|'.repeat(3000), '(?<a>x)|'.repeat(2000), 'a{1,9}'.repeat(3000), '\\k<a>'.repeat(3000)]) { try { out.push(new RegExp(p).test('a'.repeat(50))); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'a pattern of twenty thousand signs against a text of a megabyte',
      expect: ['timeout', 'runtime_error', 'ok'],
      script: js`
const r = new RegExp('(?:' + 'a?'.repeat(5000) + ')' + 'a'.repeat(5000));
return r.test('a'.repeat(5000));`,
    },
    {
      name: 'case-insensitive classes over a long text',
      expect: ['timeout', 'runtime_error'],
      script: js`
const s = 'ſK'.repeat(500_000);
for (;;) s.replace(/[^\p{L}]|[\W]/giu, '');`,
    },
  ],
};
