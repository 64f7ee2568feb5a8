// From a signed push until connected clients hear of it: one, and a hundred, of either generation.
import { median, printTable } from '../table.mjs';
import { makeBundle, SMALL } from './bundles.mjs';
import { LEGACY, MODERN, openClient } from './client.mjs';
import { pushBundle } from './push-bundle.mjs';
import { ourWorker } from './workers.mjs';

const PUSHES = 15;
const MANY = 100;
const HEARD = 'notifications/resources/list_changed';

/** Prints a table; a round trip to the Worker is what nothing can be quicker than. */
export async function measurePush(bench) {
  const { source, key, runtime, api, launch } = bench;
  const first = await makeBundle(source, SMALL, api.url);
  const worker = await launch(
    ourWorker(runtime, first, { statement: source.signTestStatement(key, 'embed', first), publicKey: key.publicPem }),
  );
  const rows = [];
  for (const [generation, withSession, what] of [
    [MODERN, false, 'listeners'],
    [LEGACY, true, 'sessions'],
  ]) {
    for (const count of [1, MANY])
      rows.push([
        `${count === 1 ? `one of the ${what}` : `the last of ${count} ${what}`}, ${generation}`,
        await heardBy(bench, worker, { generation, withSession, count }),
      ]);
  }
  const trip = median(await roundTrips(worker));
  console.log(`\nFrom the start of a push of ${(Buffer.byteLength(first.text) / 1024).toFixed(0)} KiB`);
  const row = (name, times) => [
    name,
    median(times).toFixed(1),
    [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)].toFixed(1),
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

async function heardBy(bench, worker, { generation, withSession, count }) {
  const [clients, streams] = [[], []];
  for (let at = 0; at < count; at += 1) {
    clients.push(await openClient(worker.url, { generation, withSession, connections: 2 }));
    streams.push(await clients[at].listen());
  }
  const [answered, heard] = [[], []];
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

async function roundTrips({ url }) {
  const times = [];
  for (let at = 0; at < 100; at += 1) {
    const started = performance.now();
    await (await fetch(`${url}/health`)).text();
    times.push(performance.now() - started);
  }
  return times;
}
