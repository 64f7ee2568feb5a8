import { js } from '../js.js';
import type { HonestCase } from '../types.js';

/** Dates, read, moved and shown. */
export const CALENDAR: HonestCase[] = [
  {
    name: 'ISO dates, days between and add days in UTC',
    script: js`
const DAY = 86_400_000;
const a = new Date('2026-02-27');
const b = new Date(Date.UTC(2026, 2, 1));
const addDays = (d, n) => { const x = new Date(d); x.setUTCDate(x.getUTCDate() + n); return x.toISOString().slice(0, 10); };
return [(b - a) / DAY, addDays(a, 2), addDays('2024-02-28T12:00:00Z', 1), a < b, +a, a.getUTCDay(), new Date(a).getTime() === a.getTime()];`,
  },
  {
    name: 'orders by month and by weekday',
    script: js`
const { orders } = await shop.listOrders({ limit: 12 });
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const byMonth = Object.groupBy(orders, (o) => o.placedAt.slice(0, 7));
return { months: Object.fromEntries(Object.entries(byMonth).map(([m, list]) => [m, list.length])), days: orders.map((o) => days[new Date(o.placedAt).getUTCDay()]).join(' ') };`,
  },
  {
    name: 'start and end of month, quarter, ISO week',
    script: js`
const iso = (d) => d.toISOString().slice(0, 10);
const d = new Date('2026-05-17T23:30:00Z');
const start = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), 1));
const end = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 1, 0));
const quarter = Math.floor(d.getUTCMonth() / 3) + 1;
const week = (() => { const t = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate())); t.setUTCDate(t.getUTCDate() + 4 - (t.getUTCDay() || 7)); return Math.ceil(((t - Date.UTC(t.getUTCFullYear(), 0, 1)) / 864e5 + 1) / 7); })();
return { start: iso(start), end: iso(end), quarter, week };`,
  },
  {
    name: 'dates in many spellings are read alike',
    script: js`return ['2026-01-03T08:15:00Z', '2026-01-03T08:15:00.123Z', '2026-01-03T08:15+02:00', '2026-01-03', '2026-01', '2026', 'Sat, 03 Jan 2026 08:15:00 GMT', 'Sat Jan 03 2026 08:15:00 GMT+0100', 'Jan 3, 2026 10:00 UTC', '3 January 2026 10:00 GMT', '2026-01-03 08:15:00Z', '2026-01-03T08:15:00-05:00', '2026-01-03T24:00:00Z', '+002026-01-03T00:00:00Z'].map((text) => Date.parse(text));`,
  },
  {
    name: 'texts that are no dates',
    script: js`return ['', 'yesterday', '2026-13-01', '2026-02-30T00:00:00Z', 'x2026', '2026-1-3T1:00Z'].map((text) => Number.isNaN(Date.parse(text)));`,
  },
  {
    name: 'an invalid date is noticed',
    script: js`
const d = new Date('nonsense');
let name = '';
try { d.toISOString(); } catch (error) { name = error.name; }
return [Number.isNaN(d.getTime()), JSON.stringify({ d }), String(d), name, d.toJSON()];`,
  },
  {
    name: 'dates as text in UTC',
    script: js`
const d = new Date(Date.UTC(2026, 6, 4, 5, 6, 7, 8));
return [d.toISOString(), d.toUTCString(), d.toJSON(), JSON.stringify([d]), d.getUTCMilliseconds(), d.valueOf(), \`\${d.getUTCFullYear()}-\${String(d.getUTCMonth() + 1).padStart(2, '0')}\`];`,
  },
  {
    name: 'dates for people, en-US in UTC with options',
    script: js`
const d = new Date('2026-01-03T08:15:09Z');
return [
  d.toLocaleDateString('en-US', { timeZone: 'UTC' }), d.toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }), d.toLocaleDateString('en-US', { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }),
  d.toLocaleDateString('en-US', { month: '2-digit', day: '2-digit', year: 'numeric', timeZone: 'UTC' }), d.toLocaleDateString('en-US', { month: 'short', timeZone: 'UTC' }), d.toLocaleDateString('en-US', { weekday: 'short', timeZone: 'UTC' }), d.toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  d.toLocaleTimeString('en-US', { timeZone: 'UTC' }), d.toLocaleTimeString('en-US', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }), d.toLocaleString('en-US', { timeZone: 'UTC' }), d.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', hour12: false, timeZone: 'UTC' }),
  d.toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' }), d.toLocaleString('en-US', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' }), d.toLocaleString('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }),
];`,
  },
  {
    name: 'sv-SE and en-CA as the trick for ISO dates',
    script: js`
const d = new Date('2026-01-03T08:15:09Z');
return [d.toLocaleDateString('en-CA', { timeZone: 'UTC' }), d.toLocaleDateString('sv-SE', { timeZone: 'UTC' }), d.toLocaleDateString('en-GB', { timeZone: 'UTC' })];`,
  },
  {
    name: 'a countdown in days, hours and minutes',
    script: js`
const ms = Date.parse('2026-03-01T12:30:00Z') - Date.parse('2026-02-27T10:05:00Z');
const parts = { days: Math.floor(ms / 864e5), hours: Math.floor(ms / 36e5) % 24, minutes: Math.floor(ms / 6e4) % 60 };
return Object.entries(parts).filter(([, n]) => n).map(([unit, n]) => \`\${n} \${n === 1 ? unit.slice(0, -1) : unit}\`).join(', ');`,
  },
  {
    name: 'setters that overflow, and copies of dates',
    script: js`
const d = new Date(Date.UTC(2026, 0, 31));
d.setUTCMonth(1);
const e = new Date(d);
e.setUTCHours(36, 0, 0, 0);
const f = new Date(2026e0 > 0 ? 0 : 1);
return [d.toISOString(), e.toISOString(), f.toISOString(), new Date(8.64e15).toISOString(), String(new Date(8.64e15 + 1)), new Date(0, 0).getFullYear(), Date.UTC(99, 0)];`,
  },
  {
    name: 'age groups from a reference day in the context',
    context: { today: '2026-04-15T00: 00: 00Z', limitDays: 30 },
    script: js`
const { today, limitDays } = codecallContext;
const now = new Date(today);
const { orders } = await shop.listOrders({ limit: 12 });
return orders.map(({ id, placedAt }) => ({ id, age: Math.floor((now - new Date(placedAt)) / 864e5) })).filter(({ age }) => age >= 0 && age <= limitDays);`,
  },
  {
    name: 'a cutoff made of a duration',
    script: js`
const parse = (text) => { const [, n, unit] = /^(\d+)([dhm])$/.exec(text); return n * { d: 864e5, h: 36e5, m: 6e4 }[unit]; };
const since = new Date(Date.parse('2026-02-10T00:00:00Z') - parse('14d'));
const { orders } = await shop.listOrders({ limit: 12 });
return { since: since.toISOString(), recent: orders.filter((o) => new Date(o.placedAt) >= since).length, eq: parse('2h') === parse('120m') };`,
  },
];
