import type { PushClaims, Receipt } from '../../../src/contract/push/push-messages.js';
import type { ReleaseWorker } from './start-release.js';
import type { TestBundle } from '../../support/worker-bundles.js';
import { applyBody, sendStatement, type PushAnswer } from '../../support/worker-client.js';
import { signTestStatement, type StatementChanges, type TestKey } from '../../support/worker-statements.js';

const WINDOW_SECONDS = 300;

/** What a test asks of the Worker of a release: pushes with the key `next`, and calls without a session. */
export interface ReleaseClient {
  /** A statement by the Worker's clock. */
  sign(op: PushClaims['op'], bundle: TestBundle, claims?: StatementChanges['claims']): string;
  push(bundle: TestBundle, claims?: StatementChanges['claims']): Promise<PushAnswer>;
  rollBack(bundle: TestBundle): Promise<PushAnswer>;
  status(bundle: TestBundle): Promise<Receipt>;
  /** The status and body of `/readyz`. */
  ready(): Promise<{ status: number; generation?: number; bundleSha256?: string; error?: { message: string } }>;
  /** The result of a request of MCP, 2025-06-18. */
  ask<T = object>(method: string, params?: object): Promise<T>;
  /** The structured content of a tool's answer. */
  use(tool: string, args: object): Promise<Record<string, unknown>>;
}

/** Talks to a Worker. */
export function releaseClient(worker: ReleaseWorker, key: TestKey): ReleaseClient {
  const { url } = worker;
  const sign: ReleaseClient['sign'] = (op, bundle, claims = {}) => signByClock(key, worker.now(), op, bundle, claims);
  const ask = async <T>(method: string, params: object = {}): Promise<T> => {
    const response = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2025-06-18',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const text = await response.text();
    const { result, error } = JSON.parse(/^data: (\{.*)$/m.exec(text)?.[1] ?? text) as { result: T; error?: object };
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  };
  return {
    sign,
    push: (bundle, claims) => sendStatement(url, sign('apply', bundle, claims), { body: applyBody(bundle) }),
    rollBack: (bundle) => sendStatement(url, sign('rollback', bundle)),
    async status(bundle) {
      const { status, body } = await sendStatement(url, sign('status', bundle));
      if (status !== 200) throw new Error(`status was refused: ${JSON.stringify(body)}`);
      return body;
    },
    async ready() {
      const response = await fetch(`${url}/readyz`);
      return { ...((await response.json()) as object), status: response.status };
    },
    ask,
    async use(name, args) {
      const params = { name, arguments: args };
      const { structuredContent } = await ask<{ structuredContent: Record<string, unknown> }>('tools/call', params);
      return structuredContent;
    },
  };
}

/** A statement of the key `next`, made at a time in milliseconds since 1970. */
export function signByClock(
  key: TestKey,
  now: number,
  op: PushClaims['op'],
  bundle: TestBundle,
  claims: StatementChanges['claims'] = {},
): string {
  const iat = Math.floor(now / 1000);
  return signTestStatement(key, op, bundle, {
    header: { kid: 'next' },
    claims: { iat, exp: iat + WINDOW_SECONDS, ...claims },
  });
}
