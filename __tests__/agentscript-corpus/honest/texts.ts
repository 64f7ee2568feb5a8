import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Strings and regular expressions. */
export const TEXTS: HonestCase[] = [
  {
    name: 'case, trim, pad and repeat',
    script: js`
return ['  x '.trim(), ' x '.trimStart(), ' x '.trimEnd(), 'a'.padStart(3, '-'), 'a'.padEnd(4, 'xy'), 'ab'.repeat(3), 'Straße'.toUpperCase(), 'İ'.toLowerCase().length];`,
  },
  {
    name: 'cuts and finds',
    script: js`
const s = 'order A-1001, order A-1002';
return [s.slice(-6), s.substring(6, 12), s.indexOf('A-'), s.lastIndexOf('A-'), s.includes('1002'), s.startsWith('order'), s.endsWith('2'), s.split(', '), s.at(-1), s.charAt(2)];`,
  },
  {
    name: 'code points and surrogates',
    script: js`
const s = 'a😀b';
return [s.length, [...s].length, s.codePointAt(1), s.charCodeAt(1), String.fromCodePoint(128512), s.split(''). length, s.isWellFormed(), '\ud83d'.toWellFormed()];`,
  },
  {
    name: 'normalises',
    script: js`
return ['e\u0301'.normalize('NFC') === 'é', 'ﬁ'.normalize('NFKC'), 'é'.normalize('NFD').length, 'Łódź'.normalize('NFD').replace(/[\u0300-\u036f]/g, '')];`,
  },
  {
    name: 'replaces with strings and functions',
    script: js`
const t = 'Dear {name}, order {id} ships to {city}.';
const c = await shop.getCustomer({ id: 'C-1' });
const data = { name: c.name, id: 'A-1', city: c.address.city };
return [t.replace(/\{(\w+)\}/g, (_, k) => data[k]), 'a-b-c'.replaceAll('-', '+'), 'x'.replace('x', '$&$&'), 'John Smith'.replace(/(\w+)\s(\w+)/, '$2, $1')];`,
  },
  {
    name: 'named groups',
    script: js`
const { groups } = /(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/.exec('on 2026-11-21.');
return { ...groups, swapped: '2026-11-21'.replace(/(?<y>\d+)-(?<m>\d+)-(?<d>\d+)/, '$<d>/$<m>/$<y>') };`,
  },
  {
    name: 'matchAll with indices',
    script: js`
const text = 'A-1001 and A-1002; not B-7';
return [...text.matchAll(/A-(\d+)/g)].map((m) => ({ id: m[0], n: Number(m[1]), at: m.index }));`,
  },
  {
    name: 'match with and without g',
    script: js`
return ['x1y22'.match(/\d+/g), 'x1y22'.match(/[a-z](\d+)/).slice(), 'none'.match(/\d/), 'none'.match(/\d/g)];`,
  },
  {
    name: 'sticky and lastIndex',
    script: js`
const re = /\w/y; const out = [];
const s = 'ab c';
while (re.test(s)) out.push(re.lastIndex);
return out;`,
  },
  {
    name: 'a tokenizer with a sticky expression',
    script: js`
const source = 'total * (1 + 0.19) - rebate';
const re = /\s*(?:(?<num>\d+(?:\.\d+)?)|(?<name>[a-z]+)|(?<op>[-+*/()]))/gy;
const tokens = [];
for (const m of source.matchAll(re)) tokens.push(m.groups.num ? ['num', m.groups.num] : m.groups.name ? ['name', m.groups.name] : ['op', m.groups.op]);
return tokens;`,
  },
  {
    name: 'look-ahead, look-behind, lazy and back references',
    script: js`
return ['price: 42 EUR'.match(/\d+(?= EUR)/)[0], '$5 €6'.match(/(?<=€)\d/)[0], '<a><b>'.match(/<.+?>/)[0], /(['"]).*?\1/.exec('say "hi" now')[0], '1234567.5'.replace(/\B(?=(\d{3})+(?!\d))/g, ',')];`,
  },
  {
    name: 'flags s, m, i, u',
    script: js`
return [/a.b/s.test('a\nb'), 'x\ny'.match(/^y$/m) !== null, /É/i.test('é'), /^\p{Lu}/u.test('Ł'), /\u{1F600}/u.test('😀'), 'ab'.replace(/(?<c>a)/, '[$<c>]'), /x/gimsu.flags];`,
  },
  {
    name: 'property escapes and the v flag',
    script: js`
return ['Aé1_林'.match(/\p{L}/gu), /[\p{L}--[a-z]]/v.test('q'), /^\p{Script=Han}$/u.test('林')];`,
  },
  {
    name: 'a regular expression made of data',
    script: js`
const escape = (s) => s.replace(/[.*+?^\${}()|[\]\\]/g, '\\$&');
const words = ['LED', 'S', 'x10'];
const products = await shop.listProducts();
const re = new RegExp(words.map(escape).join('|'), 'i');
return products.filter((p) => re.test(p.name)).map((p) => p.sku);`,
  },
  {
    name: 'splits by expression with captures',
    script: js`
return ['a1b22c'.split(/\d+/), 'a1b2'.split(/(\d)/), 'a, b ;c'.split(/\s*[,;]\s*/), 'abc'.split('', 2)];`,
  },
  {
    name: 'searches',
    script: js`
return ['abc5'.search(/\d/), 'abc'.search(/\d/), RegExp('a+').source, String(/a\/b/g), /a/[Symbol.replace]('banana', 'o')];`,
  },
  {
    name: 'parses a CSV with quotes',
    script: js`
const csv = 'id,note\n1,"a ""quoted"", one"\n2,plain';
const rows = csv.split('\n').map((line) => {
  const cells = []; let cell = '', quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quoted) { if (c === '"' && line[i + 1] === '"') { cell += '"'; i++; } else if (c === '"') quoted = false; else cell += c; }
    else if (c === '"') quoted = true;
    else if (c === ',') { cells.push(cell); cell = ''; }
    else cell += c;
  }
  return [...cells, cell];
});
return rows;`,
  },
  {
    name: 'writes a CSV',
    script: js`
const { orders } = await shop.listOrders({ limit: 4 });
const cell = (v) => { const s = String(v ?? ''); return /[",\n]/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s; };
return [['id', 'total', 'note'], ...orders.map((o) => [o.id, o.total, o.note])].map((r) => r.map(cell).join(',')).join('\r\n');`,
  },
  {
    name: 'a markdown table',
    script: js`
const products = await shop.listProducts({ category: 'kitchen' });
const header = ['SKU', 'Name', 'Price'];
const rows = products.map((p) => [p.sku, p.name, p.price.toFixed(2)]);
const widths = header.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i].length)));
const line = (cells) => '| ' + cells.map((c, i) => c.padEnd(widths[i])).join(' | ') + ' |';
return [line(header), '|' + widths.map((w) => '-'.repeat(w + 2)).join('|') + '|', ...rows.map(line)].join('\n');`,
  },
  {
    name: 'escapes HTML',
    script: js`
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const { html } = await shop.getWords();
return html.replace(/[&<>"']/g, (c) => entities[c]);`,
  },
  {
    name: 'slugs and camels',
    script: js`
const slug = (s) => s.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
const camel = (s) => s.replace(/[-_ ](\w)/g, (_, c) => c.toUpperCase());
return ['Mug, Blue!', 'Zoë "Z" Marsh'].map(slug).concat(['snake_case_name', 'kebab-case'].map(camel));`,
  },
  {
    name: 'compares strings',
    script: js`
return ['a' < 'b', 'Z' < 'a', '10' < '9', 'a'.localeCompare('b') < 0, 'b'.localeCompare('a') > 0, 'a'.localeCompare('a')];`,
  },
  {
    name: 'encodes and decodes URIs',
    script: js`
return [encodeURIComponent('a b&c=ü/?'), decodeURIComponent('%C3%BC+%20'), encodeURI('https://x.example/ä b?q=1&r=#h'), decodeURI('%E4%BD%A0')];`,
  },
  {
    name: 'builds a query with URLSearchParams',
    script: js`
const q = new URLSearchParams({ status: 'placed', q: 'a b&c' });
q.append('tag', 'x');
q.append('tag', 'ü');
q.set('status', 'shipped');
q.delete('q');
return [q.toString(), q.get('tag'), q.getAll('tag'), q.has('none'), [...q.entries()], [...q.keys()]];`,
  },
  {
    name: 'reads a query with URLSearchParams',
    script: js`
const q = new URLSearchParams('?a=1&b=two+words&c=%C3%A9&a=3&empty=');
return { a: q.getAll('a'), b: q.get('b'), c: q.get('c'), empty: q.get('empty'), none: q.get('zzz'), all: Object.fromEntries(q) };`,
  },
  {
    name: 'counts words',
    script: js`
const text = 'The order, the refund and THE customer. Order!';
const counts = {};
for (const [w] of text.toLowerCase().matchAll(/\p{L}+/gu)) counts[w] = (counts[w] || 0) + 1;
return Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));`,
  },
  {
    name: 'a Levenshtein distance',
    script: js`
const distance = (a, b) => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row.at(-1);
};
return [distance('kitten', 'sitting'), distance('order', 'ordre'), distance('', 'abc')];`,
  },
];
