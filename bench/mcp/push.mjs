// From a signed push until connected clients hear of it: one, and a hundred, of either generation.
import { median, printTable } from '../table.mjs';
import { makeBundle, SMALL } from './bundles.mjs';
import { LEGACY, MODERN, openClient } from './client.mjs';
import { pushBundle } from './push-bundle.mjs';
import { ourWorker } from './workers.mjs';

/** @import { Generation } from './client.mjs' */
/** @import { Bench, RunningWorker } from './workers.mjs' */

/** @typedef {{ answered: number[], heard: number[] }} Times */

const PUSHES = 15;
const MANY = 100;
const HEARD = 'notifications/resources/list_changed';

/**
 * Prints a table; a round trip to the Worker is what nothing can be quicker than.
 * @param {Bench} bench
 */
export async function measurePush(bench) {
  const { source, key, runtime, api, launch } = bench;
  const first = await makeBundle(source, SMALL, api.url);
  const worker = await launch(
    ourWorker(runtime, first, { statement: source.signTestStatement(key, 'embed', first), publicKey: key.publicPem }),
  );
  /** @type {[name: string, times: Times][]} */
  const rows = [];
  for (const { generation, withSession, what } of /** @type {const} */ ([
    { generation: MODERN, withSession: false, what: 'listeners' },
    { generation: LEGACY, withSession: true, what: 'sessions' },
  ])) {
    for (const count of [1, MANY])
      rows.push([
        `${count === 1 ? `one of the ${what}` : `the last of ${count} ${what}`}, ${generation}`,
        await heardBy(bench, worker, { generation, withSession, count }),
      ]);
  }
  const trip = median(await roundTrips(worker));
  console.log(`\nFrom the start of a push of ${(Buffer.byteLength(first.text) / 1024).toFixed(0)} KiB`);
  /**
   * @param {string} name
   * @param {number[]} times
   */
  const row = (name, times) => [
    name,
    median(times).toFixed(1),
    ([...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN).toFixed(1),
    (median(times) / trip).toFixed(1),
  ];
  printTable(
    ['', 'median ms', 'p95 ms', 'x round trip'],
    [
      ['a round trip to the Worker', trip.toFixed(1), '', '1.0'],
      row(
        'the push is answered',
        rows.flatMap(([, { answered }]) => answered),
      ),
      ...rows.map(([name, { heard }]) => row(name, heard)),
    ],
  );
}

/**
 * @param {Bench} bench
 * @param {RunningWorker} worker
 * @param {{ generation: Generation, withSession: boolean, count: number }} options
 * @returns {Promise<Times>}
 */
async function heardBy(bench, worker, { generation, withSession, count }) {
  const [clients, streams] = [
    /** @type {import('./client.mjs').BenchClient[]} */ ([]),
    /** @type {{ next(method?: string): Promise<unknown> }[]} */ ([]),
  ];
  for (let at = 0; at < count; at += 1) {
    const client = await openClient(worker.url, { generation, withSession, connections: 2 });
    clients.push(client);
    streams.push(await client.listen());
  }
  /** @type {Times} */
  const { answered, heard } = { answered: [], heard: [] };
  for (let turn = 0; turn < PUSHES; turn += 1) {
    const bundle = await makeBundle(bench.source, SMALL, bench.api.url, `${generation} ${count} ${turn}`);
    const started = performance.now();
    const all = Promise.all(streams.map((stream) => stream.next(HEARD)));
    await pushBundle(bench, worker, bundle);
    answered.push(performance.now() - started);
    await all;
    heard.push(performance.now() - started);
  }
  await Promise.all(clients.map((client) => client.close()));
  return { answered, heard };
}

/** @param {RunningWorker} worker */
async function roundTrips({ url }) {
  /** @type {number[]} */
  const times = [];
  for (let at = 0; at < 100; at += 1) {
    const started = performance.now();
    await (await fetch(`${url}/health`)).text();
    times.push(performance.now() - started);
  }
  return times;
}
