import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** Code from text, by other spellings. */
export const MORE_CODE_FROM_TEXT: AttackClass = {
  class: 'code from text, once more',
  cases: [
    {
      name: 'every constructor of functions is looked for at run time',
      expect: 'contained',
      script: js`
const key = ['c', 'o', 'n', 's', 't', 'r', 'u', 'c', 't', 'o', 'r'].join('');
const out = [];
for (const f of [() => 1, async () => 1, function* () {}, async function* () {}, class {}, Math.max, shop.getOrder, [].map, Object, Promise.resolve().then, (() => {}).bind(null)]) { try { out.push(f[key]('return "ESC" + "APED"')()); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: "the constructor of an iterator's prototype's prototype",
      expect: 'contained',
      script: js`
const key = 'rotcurtsnoc'.split('').reverse().join('');
const seen = [];
const roots = [[][Symbol.iterator](), new Map().entries(), ''.matchAll(/x/g), (function* () {})(), (async function* () {})(), [].values().map((x) => x)];
for (let o of roots) for (; o; o = Object.getPrototypeOf(o)) { const c = o[key]; if (typeof c === 'function') { try { const f = c('return "ESC" + "APED"'); seen.push(typeof f === 'function' ? f() : typeof f); } catch (e) { seen.push(e.name); } } }
return seen;`,
    },
    {
      name: 'code in the name of a function, a class, a label of a getter',
      expect: 'contained',
      script: js`
const o = { ['x(){return "ESC"+"APED"}']() { return 1; } };
const [f] = Object.values(o);
return \`\${f.name} \${f()}\`.length;`,
    },
    {
      name: 'JSON with code as its keys',
      expect: 'contained',
      script: js`
const o = JSON.parse('{"toString":"return 1","valueOf":null}');
try { return \`\${o}\`; } catch (e) { return e.name; }`,
    },
    {
      name: 'a timer by the name of queueMicrotask takes no text',
      expect: 'contained',
      script: js`
let r; try { queueMicrotask('r = "ESC" + "APED"'); } catch (e) { r = e.name; }
await null; await null;
return r;`,
    },
    {
      name: 'RegExp as a way to code',
      expect: 'contained',
      script: js`try { return new RegExp('(?{return "ESC"})').source + 'x'.replace(/x/, '$<constructor>'); } catch (e) { return e.name; }`,
    },
    {
      name: 'replace with a function from a string',
      expect: 'contained',
      script: js`return 'x'.replace('x', 'function(){return "ESC"+"APED"}').length;`,
    },
    {
      name: 'import in a string in all places that take text',
      expect: 'contained',
      script: js`
const text = 'import("data:text/javascript,export default 1")';
const out = [];
for (const f of [(t) => Promise.resolve(t), (t) => [].map.call([1], t), (t) => new Promise(t), (t) => Array.from([1], t), (t) => [1].sort(t), (t) => JSON.parse('1', t), (t) => Object.groupBy([1], t)]) { try { out.push(typeof (await f(text))); } catch (e) { out.push(e.name); } }
return out;`,
    },
    {
      name: 'an escaped keyword',
      expect: 'refused',
      script: js`return \u0065val('1');`,
    },
    {
      name: 'a regular expression that a parser may read as a comment',
      expect: 'contained',
      script: js`
const a = 4, g = 2;
return [a /2/g, /[/*]/.test('*'), a++ /2/ g];`,
    },
    {
      name: 'line separators in comments and strings end nothing they should not',
      expect: 'contained',
      script: js`
const s = " "; // x return "ESC" + "APED"
return s.length;`,
    },
    {
      name: 'await as a name in all its spellings',
      expect: 'refused',
      script: js`
var aw\u0061it = 1;
return 1;`,
    },
    {
      name: 'super and new.target in arrows',
      expect: 'refused',
      script: js`
const f = () => super.x;
return f();`,
    },
    {
      name: 'yield, let, static and enum as names',
      expect: 'refused',
      script: js`let yield_ = 1; let static = 2; return static;`,
    },
    {
      name: 'private names outside of classes',
      expect: 'refused',
      script: js`return shop.#secret;`,
    },
    {
      name: 'a class whose heritage is code',
      expect: 'contained',
      script: js`try { class A extends (Object.getPrototypeOf(async () => {})[['construct', 'or'].join('')]) {} return new A('return 1') instanceof A; } catch (e) { return e.name; }`,
    },
  ],
};
