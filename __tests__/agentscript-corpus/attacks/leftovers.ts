import { js } from '../js.js';
import type { AttackClass } from '../types.js';

/** What one run leaves for the next. */
export const LEFTOVERS: AttackClass = {
  class: 'leftovers',
  cases: [
    {
      name: 'prototypes that are changed stay changed for this run alone',
      expect: ['ok'],
      script: js`
Object.prototype.leak = Array.prototype.leak = String.prototype.leak = 'x'; Math.PI2 = 1; JSON.extra = 1; Promise.extra = 1; Error.stackTraceLimit = 1;
return 'left';`,
      then: js`return {}.leak || [].leak || ''.leak || Math.PI2 || JSON.extra || Promise.extra ? 'ESC' + 'APED' : 'clean';`,
    },
    {
      name: 'built-ins that are replaced stay replaced for this run alone',
      expect: ['ok'],
      script: js`
Array.prototype.map = () => ['ESC' + 'APED']; JSON.stringify = () => '"x"'; Promise.all = () => 'ESC' + 'APED'; Object.keys = () => ['ESC' + 'APED']; String.prototype.replace = () => 'ESC' + 'APED'; Map.prototype.get = () => 'ESC' + 'APED'; Date.now = () => 0; Math.max = () => 'ESC' + 'APED';
return 1;`,
      then: js`return [[1].map((x) => x)[0], JSON.stringify(1), await Promise.all([1]), Object.keys({ a: 1 })[0], 'a'.replace('a', 'b'), new Map([[1, 2]]).get(1), Math.max(1), Date.now() > 1e12];`,
    },
    {
      name: 'symbols in the registry, counters, random numbers and names are of this run alone',
      expect: ['ok'],
      script: js`
const s = Symbol.for('kept'); Object.defineProperty(Object.prototype, s, { value: 'ESC' + 'APED', configurable: true });
shop[s];
return Math.random() < 1;`,
      then: js`return {}[Symbol.for('kept')] ?? 'clean';`,
    },
    {
      name: 'promises that are left open do not reach the next run',
      expect: 'contained',
      script: js`
shop.getOrder({ id: 'A-1001' }).then(() => { console.log('ESC' + 'APED'); });
shop.hang({}).finally(() => shop.getOrder({ id: 'A-1002' }));
return 'left';`,
      then: js`
await shop.listOrders({ limit: 1 }); await shop.listOrders({ limit: 2 });
return 'next';`,
    },
    {
      name: 'memory of the run before is not seen',
      expect: ['ok'],
      script: js`
const secret = ('ESC' + 'APED ').repeat(50_000);
const keep = Array.from({ length: 20 }, (_, i) => secret + i);
return keep.length;`,
      then: js`
const a = new Array(1000); const s = 'x'.padEnd(100_000); const o = [];
return JSON.stringify([a, s.trim(), o, Array.from({ length: 100 })]).includes('ESC' + 'APED') ? 'ESC' + 'APED' : 'clean';`,
    },
    {
      name: 'a run that ended by memory leaves nothing behind',
      expect: ['runtime_error', 'timeout'],
      script: js`
const keep = [];
for (;;) keep.push(('ESC' + 'APED').repeat(10_000) + keep.length);`,
      then: js`return Array.from({ length: 10 }, () => new Array(100)).flat().filter(Boolean).length;`,
    },
    {
      name: 'the engine that compiles keeps nothing: a script that it refuses',
      expect: 'refused',
      script: js`class A { #x; #x; }`,
      then: js`
class A { #x = 1; get x() { return this.#x; } }
return new A().x;`,
    },
    {
      name: 'the engine that compiles keeps nothing: large constants',
      expect: ['ok'],
      script: js`
const table = { abcdefghijklmnop: 'qrstuvwxyz', 'a b c': [1.5, 2.5, 3.5] };
return Object.keys(table).length;`,
      then: js`return typeof table === 'undefined' ? 'clean' : 'ESC' + 'APED';`,
    },
  ],
};
