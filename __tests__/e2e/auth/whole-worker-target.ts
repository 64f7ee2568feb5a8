import { makeTestBundle } from '../../support/worker-bundles.js';
import { startTestWorkers } from '../../support/worker-start.js';
import { makeTestKey, signTestStatement } from '../../support/worker-statements.js';
import type { AuthTarget, RunningTarget, TargetSettings } from './auth-target.js';

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1.0.0' } },
};

/** The whole runtime, serving the bundle that it was deployed with. */
export const wholeWorkerTarget: AuthTarget = { name: 'the whole Worker', start };

async function start({ auth, secrets = {} }: TargetSettings): Promise<RunningTarget> {
  const key = makeTestKey();
  const compiled = await makeTestBundle({ change: (index) => void (index.manifest.structural.auth = auth) });
  const statement = signTestStatement(key, 'embed', compiled);
  const workers = await startTestWorkers([
    { compiled, statement, secrets: { ...secrets, TRUSTED_PUBKEY: key.publicPem } },
  ]);
  const url = await workers.url();
  return {
    ask: (headers) =>
      fetch(`${url}/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
        body: JSON.stringify(INITIALIZE),
      }),
    get: (path, headers = {}, signal) =>
      fetch(`${url}${path}`, { headers, ...(signal === undefined ? {} : { signal }) }),
    stop: () => workers.stop(),
  };
}
