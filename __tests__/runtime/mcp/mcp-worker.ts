import type { BundleIndex } from '../../../src/contract/bundle/bundle-index.js';
import type { Caller } from '../../../src/runtime/auth/caller.js';
import type { SkillActionRecord } from '../../../src/runtime/mcp/action-record.js';
import { serveMcp } from '../../../src/runtime/mcp/serve.js';
import type { Snapshot } from '../../../src/runtime/snapshot.js';
import { memorySnapshot } from './memory-snapshot.js';

/** What the Worker under test is started with. */
interface Bindings extends Record<string, unknown> {
  BUNDLE: { index: BundleIndex; artifacts: Record<string, string> };
  CALLER: Caller;
}

let snapshot: Snapshot | undefined;
const records: SkillActionRecord[][] = [];

/** The MCP side of the Worker alone: a bundle in memory, a caller that is given, no store. */
export default {
  async fetch(request: Request, env: Bindings, execution: ExecutionContext): Promise<Response> {
    if (new URL(request.url).pathname === '/records') return Response.json(records);
    snapshot ??= memorySnapshot(env.BUNDLE);
    return serveMcp(request, {
      snapshot,
      env,
      caller: env.CALLER,
      requestId: 'request-1',
      record: async (batch) => void records.push(batch),
      waitUntil: (promise) => execution.waitUntil(promise),
      announce: () => undefined,
      spendApproval: async () => 'ok',
      requestStates: {
        mint: () => Promise.reject(new Error('no key')),
        verify: () => Promise.reject(new Error('no key')),
      },
    });
  },
};
