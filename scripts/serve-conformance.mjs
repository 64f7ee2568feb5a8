// Serves the Worker with the conformance suite's fixtures. Run: npm run serve:conformance -- --port 8787 [--verbose]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startConformanceWorker } from './conformance/start-worker.mjs';

const { values: flags } = parseArgs({
  options: { port: { type: 'string', default: '0' }, verbose: { type: 'boolean' } },
});
const port = Number(flags.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port takes a number from 0 to 65535, not "${flags.port}".`);
  process.exit(2);
}
const worker = await startConformanceWorker(
  fileURLToPath(new URL('..', import.meta.url)),
  port,
  flags.verbose ? (line) => console.error(line) : undefined,
);
console.log(worker.url);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void worker.close());
