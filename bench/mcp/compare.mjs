// The same requests to each Worker in turns: CPU of its workerd a request, latency of one client, throughput of several.
import { median, printTable } from '../table.mjs';
import { LEGACY, MODERN, openClient, resultOf } from './client.mjs';
import { cpuMilliseconds } from './process-cost.mjs';

/** @import { BenchClient, Generation, Request } from './client.mjs' */
/** @import { RunningWorker } from './workers.mjs' */

/** @typedef {Record<string, Request>} Requests requests by the name they have in the table */
/**
 * A Worker that requests are sent to, in a generation, and whether the client holds a session.
 * @typedef {{ name: string, worker: RunningWorker, generation: Generation, withSession?: boolean }} Subject
 */
/** @typedef {{ name: string, times: number[], perSecond: number, cpu: number }} Turn */
/** @typedef {Subject & { client: BenchClient, turns: Turn[] }} OpenSubject */

/** Requests that are under way at once when throughput is measured. */
const AT_ONCE = 8;
const WARM_UP = 200;

/** What is asked. */
export const REQUESTS = /** @satisfies {Requests} */ ({
  'tools/list': ['tools/list', {}],
  describe: ['tools/call', { name: 'codecall_describe', arguments: { skillNames: ['skill-0003'] } }],
  search: ['tools/call', { name: 'codecall_searchSkills', arguments: { queries: ['refund an invoice'] } }],
  invoke: [
    'tools/call',
    { name: 'codecall_invoke', arguments: { tool: 'acme.op00030', input: { id: 'a1', state: 'open' } } },
  ],
});

/**
 * Measures, and prints one table a request and generation; each row beside the row called `beside`.
 * @param {Subject[]} subjects
 * @param {object} options
 * @param {number} options.rounds how often each has its turn
 * @param {number} options.count requests of one turn, one after the other; as many again come at once
 * @param {string} [options.beside] name of the subject that the others are compared with
 * @param {Requests} [options.requests]
 * @param {boolean} [options.isQuiet] whether nothing is printed
 */
export async function compareWorkers(subjects, { rounds, count, beside, requests = REQUESTS, isQuiet = false }) {
  /** @type {OpenSubject[]} */
  const opened = [];
  for (const subject of subjects)
    opened.push({
      ...subject,
      client: await openClient(subject.worker.url, { ...subject, connections: AT_ONCE }),
      turns: [],
    });
  for (const subject of opened) {
    for (const request of Object.values(requests)) resultOf(await subject.client.ask(...request));
    for (const request of Object.values(requests)) await oneByOne(subject.client, request, WARM_UP);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, request] of Object.entries(requests)) {
      // Each round begins with another one: whoever comes first after a pause has the machine to itself.
      for (const [at] of opened.entries()) {
        const subject = opened[(at + round) % opened.length];
        if (subject) subject.turns.push({ name, ...(await turn(subject, request, count)) });
      }
    }
  }
  for (const generation of isQuiet ? [] : /** @type {const} */ ([MODERN, LEGACY])) {
    const rows = opened.filter((subject) => subject.generation === generation);
    if (rows.length > 0) for (const name of Object.keys(requests)) printRequest(name, generation, rows, beside);
  }
  await Promise.all(opened.map(({ client }) => client.close()));
  return opened;
}

/**
 * @param {OpenSubject} subject
 * @param {Request} request
 * @param {number} count
 */
async function turn({ client, worker }, request, count) {
  const cpuBefore = cpuMilliseconds(worker.pid);
  const times = await oneByOne(client, request, count);
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, () => oneByOne(client, request, Math.ceil(count / AT_ONCE))));
  const perSecond = (Math.ceil(count / AT_ONCE) * AT_ONCE * 1000) / (performance.now() - started);
  const requests = count + Math.ceil(count / AT_ONCE) * AT_ONCE;
  return { times, perSecond, cpu: (cpuMilliseconds(worker.pid) - cpuBefore) / requests };
}

/**
 * @param {BenchClient} client
 * @param {Request} request
 * @param {number} count
 */
async function oneByOne(client, request, count) {
  /** @type {number[]} */
  const times = [];
  for (let at = 0; at < count; at += 1) {
    const started = performance.now();
    const { status, text } = await client.ask(...request);
    times.push(performance.now() - started);
    if (status !== 200 || !text.includes('"result"')) throw new Error(`${request[0]}: ${status} ${text.slice(0, 300)}`);
  }
  return times;
}

/**
 * The figures of a subject for one request: medians over its turns.
 * @param {OpenSubject} subject
 * @param {string} name
 */
export function figuresOf({ turns }, name) {
  const own = turns.filter((each) => each.name === name);
  const times = own.flatMap((each) => each.times).sort((a, b) => a - b);
  const pick = (/** @type {'cpu' | 'perSecond'} */ key) => median(own.map((each) => each[key]));
  return {
    cpu: pick('cpu'),
    perSecond: pick('perSecond'),
    middle: median(times),
    late: times[Math.floor(times.length * 0.95)] ?? NaN,
  };
}

/**
 * @param {string} name
 * @param {Generation} generation
 * @param {OpenSubject[]} rows
 * @param {string | undefined} beside
 */
function printRequest(name, generation, rows, beside) {
  const other = rows.find((row) => row.name === beside);
  const base = other && figuresOf(other, name);
  /**
   * @param {number} value
   * @param {number | undefined} of
   */
  const ratio = (value, of) => (of === undefined ? '' : (value / of).toFixed(2));
  console.log(`\n${name}, ${generation}`);
  printTable(
    ['', 'CPU ms', 'x SDK', 'median ms', 'x SDK', 'p95 ms', 'requests/s', 'x SDK'],
    rows.map((row) => {
      const { cpu, middle, late, perSecond } = figuresOf(row, name);
      return [
        row.name,
        cpu.toFixed(3),
        ratio(cpu, base?.cpu),
        middle.toFixed(2),
        ratio(middle, base?.middle),
        late.toFixed(2),
        perSecond.toFixed(0),
        ratio(perSecond, base?.perSecond),
      ];
    }),
  );
}
