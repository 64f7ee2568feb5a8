import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Texts, patterns, tables and addresses. */
export const WRITING: HonestCase[] = [
  {
    name: 'padStart and padEnd make a table',
    script: js`
const rows = (await shop.listProducts({})).map(({ sku, price, stock }) => [sku, price.toFixed(2), String(stock)]);
const head = ['SKU', 'Price', 'Stock'];
const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i].length)));
const line = (cells) => cells.map((c, i) => (i === 0 ? c.padEnd(widths[i]) : c.padStart(widths[i]))).join(' | ');
return [line(head), widths.map((w) => '-'.repeat(w)).join('-+-'), ...rows.map(line)].join('\n');`,
  },
  {
    name: 'markdown with nested templates',
    script: js`
const { orders } = await shop.listOrders({ limit: 3 });
return \`# Orders
\${orders.map((o) => \`- **\${o.id}**: \${o.lines.map((l) => \`\${l.quantity}× ${'\\\\`'}\${l.sku}${'\\\\`'}\`).join(', ')}\${o.note ? \` _\${o.note}_\` : ''}\`).join('\n')}

Total: \${orders.reduce((s, o) => s + o.total, 0).toFixed(2)}\`;`,
  },
  {
    name: 'CSV with quotes and line breaks, out and in',
    script: js`
const quote = (v) => (/[",\n]/.test(v) ? \`"\${String(v).replaceAll('"', '""')}"\` : \`\${v}\`);
const customers = await Promise.all(['C-1', 'C-2', 'C-4'].map((id) => shop.getCustomer({ id })));
const csv = [['id', 'name'], ...customers.map((c) => [c.id, c.name]), ['x', 'two\nlines, "quoted"']].map((r) => r.map(quote).join(',')).join('\r\n');
const parse = (text) => [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)].reduce((rows, [all, cell, sep]) => { if (all === '' ) return rows; rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell); if (sep !== ',' && sep !== '') rows.push([]); return rows; }, [[]]);
return { csv, rows: parse(csv) };`,
  },
  {
    name: 'a tagged template that escapes HTML',
    script: js`
const html = (strings, ...values) => strings.reduce((out, s, i) => out + s + (i < values.length ? String(values[i]).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]) : ''), '');
const { name } = await shop.getProduct({ sku: 'LMP-7' });
return html\`<b title="\${'a"b'}">\${name} & co</b>\`;`,
  },
  {
    name: 'String.raw and the raw strings of a tag',
    script: js`
const tag = (s, ...v) => ({ raw: s.raw, cooked: [...s], v, same: s === s });
return [String.raw\`C:\new\table \${1 + 1}\`, tag\`a\n\${1}b\u0041\`, tag\`\unicode\${2}\`];`,
  },
  {
    name: 'named groups, with matchAll and replace',
    script: js`
const text = 'A-1001 on 2026-01-03, A-1002 on 2026-01-12';
const re = /(?<id>[A-Z]-\d+) on (?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)/g;
return [[...text.matchAll(re)].map(({ groups: { id, m, d }, index }) => ({ id, day: \`\${d}.\${m}.\`, index })), text.replace(re, '$<d>/$<m>: $<id>'), text.replace(re, (...args) => args.at(-1).y)];`,
  },
  {
    name: 'lookbehind, lookahead and lazy quantifiers',
    script: js`
const text = 'EUR 12.50, USD 7, 3 items, $45.99 and $5';
return [text.match(/(?<=\$)\d+(?:\.\d+)?/g), text.match(/\d+(?=\sitems)/)[0], text.match(/(?<!\$|\.)\b\d+(?:\.\d+)?\b/g), '<a><b>'.match(/<.+?>/)[0], 'aaa'.match(/a{2,}?/)[0], '1234567'.replace(/\B(?=(\d{3})+(?!\d))/g, ',')];`,
  },
  {
    name: 'a sticky regular expression as a tokenizer',
    script: js`
const source = 'price >= 12.5 and (status = "shipped" or qty<3)';
const re = /\s*(?:(?<num>\d+(?:\.\d+)?)|(?<str>"[^"]*")|(?<op>>=|<=|[=<>()])|(?<word>\w+))/y;
const tokens = [];
while (re.lastIndex < source.length) {
  const m = re.exec(source);
  if (!m) throw new SyntaxError(\`at \${re.lastIndex}\`);
  const [[kind, value]] = Object.entries(m.groups).filter(([, v]) => v !== undefined);
  tokens.push(\`\${kind}:\${value}\`);
}
return tokens;`,
  },
  {
    name: 'unicode properties and the v flag',
    script: js`return ['Zoë Löwe 林 42'.match(/\p{L}+/gu), 'a1😀b'.replace(/\p{Emoji_Presentation}/gu, ''), /^[\p{L}--[a-z]]+$/v.test('ÄÖ'), /^[\p{L}&&\p{ASCII}]+$/v.test('abc'), [...'👩‍👧x'].length, /^.$/u.test('😀'), '\u{1F600}'.codePointAt(0).toString(16), /\p{Script=Greek}/u.test('λ'), 'İ'.toLowerCase().length];`,
  },
  {
    name: 'flags d and s, and back references',
    script: js`
const m = /(?<first>a+)(b)?/d.exec('xxaab');
return [m.indices[0], m.indices.groups.first, /a.b/s.test('a\nb'), /(\w)\1/.exec('hello')[0], /(?<q>['"]).*?\k<q>/.exec(\`say "it's" now\`)[0], /x/gimsuy.flags, new RegExp('/', 'g').source, String(/[/]\//), /^b/m.test('a\nb')];`,
  },
  {
    name: 'inline modifiers and duplicate named groups',
    script: js`
const re = /(?<y>\d{4})-(?<m>\d\d)|(?<m>\d\d)\/(?<y>\d{4})/;
return [re.exec('2026-07').groups.m, re.exec('07/2026').groups.y, /(?i:abc)D/.test('ABCD'), /(?i:abc)D/.test('ABCd')];`,
  },
  {
    name: 'split with limits, groups and regular expressions',
    script: js`return ['a1b2c3'.split(/\d/), 'a1b2c3'.split(/(\d)/), 'a,b,c'.split(',', 2), ''.split(','), ''.split(''), 'abc'.split(''), 'a  b'.split(/\s+/), '😀b'.split('')[1] === '\ude00', 'camelCaseWord'.split(/(?=[A-Z])/)];`,
  },
  {
    name: 'cases of names: camel, kebab, snake, title',
    script: js`
const words = (s) => s.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[^A-Za-z\d]+/).filter(Boolean).map((w) => w.toLowerCase());
const title = (w) => w[0].toUpperCase() + w.slice(1);
return ['orderLineItems', 'order-line-items', 'Order line_items'].map((s) => { const w = words(s); return [w.join('-'), w.join('_'), w.map((x, i) => (i ? title(x) : x)).join(''), w.map(title).join(' ')]; });`,
  },
  {
    name: 'replace with patterns, functions and special signs',
    script: js`return ['a-b-c'.replace('-', '+'), 'a-b-c'.replaceAll('-', '+'), 'abc'.replace(/(b)/, "[$1|$&|$\`|$'|$$]"), 'x'.replace('x', '$&$&'), 'aXbX'.replace(/X/g, (m, at) => at), 'John Smith'.replace(/(\w+)\s(\w+)/, '$2, $1'), 'aaa'.replaceAll(/a/g, (_, i) => i), 'a.b'.replaceAll('.', '$1')];`,
  },
  {
    name: 'trimming, searching, slicing',
    script: js`
const s = '  Mug, blue  ';
return [s.trim(), s.trimStart().length, s.trimEnd().length, s.at(-3), s.slice(-6, -2), s.substring(5, 2), s.indexOf('u'), s.lastIndexOf('u'), s.includes('blue'), s.trim().startsWith('Mug'), s.endsWith(' '), s.search(/b/), 'abc'.charAt(9), 'a'.localeCompare('b'), 'abc'.substr(-2, 1), 'ab'.concat('c', 1), 'b' > 'a', 'Z' < 'a'];`,
  },
  {
    name: 'normalisation and slugs',
    script: js`
const slug = (s) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
return [slug('Zoë "Z" Márshé!'), slug('Crème brûlée 2.0'), '\u00e9' === 'e\u0301', '\u00e9' === 'e\u0301'.normalize(), 'ﬁ'.normalize('NFKC'), 'Å'.normalize('NFD').length, 'STRASSE'.toLowerCase(), 'straße'.toUpperCase(), 'ǆ'.toUpperCase(), 'ΑΣ'.toLowerCase()];`,
  },
  {
    name: 'lone surrogates',
    script: js`return ['a\ud83d'.isWellFormed(), 'a\ud83d'.toWellFormed().charCodeAt(1), JSON.stringify('\ud83d'), '\ud83d\ude00'.isWellFormed(), [...'\ud83d\ude00'].length, 'z'.codePointAt(0), String.fromCodePoint(128512).length, String.fromCharCode(72, 105)];`,
  },
  {
    name: 'names sorted with localeCompare',
    script: js`return ['zebra', 'Äpfel', 'apple', 'Zoo', 'eclair', 'éclair', 'item 10', 'item 9', 'a-b', 'ab', 'A'].sort((a, b) => a.localeCompare(b)).concat(['x10', 'x9', 'x1'].sort((a, b) => a.localeCompare(b, undefined, { numeric: true })), ['b', 'A', 'a'].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));`,
  },
  {
    name: 'word wrap and truncate',
    script: js`
const wrap = (text, width) => text.split(' ').reduce((lines, word) => { const last = lines.at(-1); if ((last + ' ' + word).trim().length <= width) lines[lines.length - 1] = (last + ' ' + word).trim(); else lines.push(word); return lines; }, ['']);
const truncate = (s, n) => (s.length > n ? \`\${s.slice(0, n - 1)}…\` : s);
return [wrap('Leave at the door of the construction site please', 16), truncate('A very long product name', 10)];`,
  },
  {
    name: 'a URL made of URLSearchParams and encodeURIComponent',
    script: js`
const params = new URLSearchParams({ q: 'mug & "cup"', page: 2 });
params.append('tag', 'a b');
params.append('tag', 'ü');
params.set('page', '3');
const url = \`https://example.com/search/\${encodeURIComponent('a/b?c')}?\${params}\`;
const back = new URLSearchParams(url.split('?')[1]);
return [url, back.get('q'), back.getAll('tag'), back.has('nope'), [...back.keys()], params.size, encodeURI('a b/ü?x=1&y=é#'), decodeURIComponent('%F0%9F%98%80'), Object.fromEntries(new URLSearchParams('a=1&b=2&a=3'))];`,
  },
  {
    name: 'URLSearchParams from pairs, sorted, without one',
    script: js`
const p = new URLSearchParams([['b', '2'], ['a', '1'], ['b', '1']]);
p.sort();
const sorted = p.toString();
p.delete('b', '2');
return [sorted, p.toString(), p.has('b', '2'), [...p].length, new URLSearchParams('?x=%20+%2B&y').toString(), new URLSearchParams(new Map([['k', 'v']])).get('k'), new URLSearchParams(p).toString()];`,
  },
  {
    name: 'parse a query string by hand',
    script: js`
const query = '?a=1&b=two%20words&c&a=3';
const parsed = query.slice(1).split('&').reduce((o, part) => { const [k, v = ''] = part.split('=').map(decodeURIComponent); o[k] = k in o ? [].concat(o[k], v) : v; return o; }, {});
return parsed;`,
  },
  {
    name: 'base64 with atob and btoa',
    script: js`
const utf8 = btoa(unescape2('Löwe'));
function unescape2(text) { return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))); }
return [btoa('hello'), atob('aGVsbG8='), utf8, decodeURIComponent([...atob(utf8)].map((c) => '%' + c.charCodeAt(0).toString(16).padStart(2, '0')).join('')), JSON.parse(atob('eyJzdWIiOiIxIn0')), btoa('a').replace(/=+$/, ''), atob(' aGk= ')];`,
  },
  {
    name: 'a decoded token payload with url-safe base64',
    script: js`
const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJDLTEiLCJyb2xlcyI6WyJhZG1pbiIsInVzZXIiXX0.x_-';
const [head, body] = token.split('.').slice(0, 2).map((part) => JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/'))));
return { alg: head.alg, roles: body.roles, who: (await shop.getCustomer({ id: body.sub })).name };`,
  },
  {
    name: 'an email masked, a phone number grouped',
    script: js`
const mask = (email) => email.replace(/^(.)(.*)(?=@)/, (_, a, b) => a + '*'.repeat(b.length));
const customers = await Promise.all(['C-1', 'C-4'].map((id) => shop.getCustomer({ id })));
return [...customers.map((c) => mask(c.email)), '+41791234567'.replace(/^(\+\d\d)(\d\d)(\d{3})(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5'), /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(customers[1].email)];`,
  },
  {
    name: 'a tiny template engine with a loop and a condition',
    script: js`
const render = (text, data) => text.replace(/\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g, (_, key, inner) => (Array.isArray(data[key]) ? data[key].map((item) => render(inner, { ...data, ...item })).join('') : data[key] ? render(inner, data) : '')).replace(/\{\{(\w+)\}\}/g, (_, key) => data[key] ?? '');
return render('Hi {{name}}!{{#items}} [{{sku}}]{{/items}}{{#vip}} VIP{{/vip}}', { name: 'Ada', items: [{ sku: 'A' }, { sku: 'B' }], vip: false });`,
  },
  {
    name: 'roman numbers, ordinals and plurals',
    script: js`
const roman = (n) => [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']].reduce((s, [v, r]) => { while (n >= v) { s += r; n -= v; } return s; }, '');
const ordinal = (n) => n + (['th', 'st', 'nd', 'rd'][(n % 100 >> 3) ^ 1 && n % 10] || 'th');
return [roman(2026), [1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal), ((n) => \`\${n} order\${n === 1 ? '' : 's'}\`)((await shop.listOrders({})).total)];`,
  },
];
