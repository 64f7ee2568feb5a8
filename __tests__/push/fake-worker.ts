import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { identityOf } from '../../src/contract/push/identity.js';
import { refusedAnswer, type Refusal } from '../../src/contract/push/refusals.js';
import type { Head, PushBody, PushClaims, Receipt } from '../../src/contract/push/push-messages.js';
import { loadTrustRoots } from '../../src/contract/keys/trust-roots.js';
import { verifyStatement } from '../../src/contract/push/verify-statement.js';
import type { PushableBundle } from '../../src/push/sign.js';
import { RFC8037 } from '../contract/keys/known-keys.js';

/** A request as the Worker saw it. */
export interface Seen {
  claims: PushClaims;
  body: PushBody;
  headers: IncomingMessage['headers'];
  path: string;
  /** Bytes on the wire. */
  size: number;
}

/** What the fake answers: JSON with a status, or anything by hand. */
export type Script = (
  seen: Seen,
  response: ServerResponse,
) => { status: number; body: unknown; headers?: Record<string, string> } | undefined;

/** A Worker on loopback that verifies every statement as the real one does, and answers by a script or by what it keeps. */
export interface FakeWorker {
  url: string;
  seen: Seen[];
  head: Head | null;
  artifacts: Set<string>;
  blobs: string[];
  /** Scripts for the next requests, in order; then it behaves. */
  scripts: Script[];
  close(): Promise<void>;
}

export const SERVER_TIME = '2027-01-15T08:00:00.000Z';
/** {@link SERVER_TIME}, in milliseconds. */
export const NOW_MS = Date.parse(SERVER_TIME);

export async function startFakeWorker(bundle: PushableBundle): Promise<FakeWorker> {
  const worker: FakeWorker = {
    url: '',
    seen: [],
    head: null,
    artifacts: new Set(),
    blobs: [],
    scripts: [],
    close: async () => undefined,
  };
  const identity = await identityOf(bundle.index);
  const roots = await loadTrustRoots(identity.trustRoots, () => RFC8037.x);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const header = request.headers['frontmcp-push'];
    const now = NOW_MS / 1000;
    const verified = await verifyStatement(typeof header === 'string' ? header : null, {
      profile: 'push',
      identity,
      roots,
      intents: ['apply', 'plan', 'status', 'rollback'],
      now,
    });
    const refuseAs = (refusal: Refusal) =>
      refusedAnswer(refusal, { requestId: 'fake', head: worker.head, now: NOW_MS });
    if (!verified.ok) return send(response, refuseAs(verified.refusal));
    const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8');
    const { claims } = verified.statement;
    const seen: Seen = {
      claims,
      body: JSON.parse(text) as PushBody,
      headers: request.headers,
      path: request.url ?? '',
      size: raw.length,
    };
    const isReused = worker.seen.some((earlier) => earlier.claims.jti === claims.jti);
    worker.seen.push(seen);
    if (isReused) return send(response, refuseAs({ code: 'replayed', facts: { jti: claims.jti } }));
    const script = worker.scripts.shift();
    const answer = script ? script(seen, response) : behave(worker, seen, bundle);
    if (answer) send(response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  worker.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  worker.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return worker;
}

function send(
  response: ServerResponse,
  { status, body, headers = {} }: { status: number; body: unknown; headers?: Record<string, string> },
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** What a Worker does that nothing goes wrong with. */
function behave(worker: FakeWorker, { claims, body }: Seen, bundle: PushableBundle): { status: number; body: unknown } {
  const previous = worker.head;
  if (claims.op === 'plan') {
    const artifacts = [...bundle.artifacts.keys()].filter((digest) => !worker.artifacts.has(digest));
    return {
      status: 200,
      body: receipt({
        status: 'planned',
        ...headFields(previous),
        previous,
        missing: { artifacts, blobs: worker.blobs },
      }),
    };
  }
  if (claims.op === 'status')
    return { status: 200, body: receipt({ status: 'status', ...headFields(previous), worker: STATUS }) };
  for (const digest of Object.keys(body.artifacts ?? {})) worker.artifacts.add(digest);
  const isLive = previous?.sha256 === claims.sha256;
  const head =
    isLive && previous ? previous : { generation: (previous?.generation ?? 0) + 1, sha256: claims.sha256 ?? '' };
  worker.head = head;
  const done = claims.op === 'rollback' ? 'rolled_back' : 'applied';
  return { status: 200, body: receipt({ status: isLive ? 'unchanged' : done, ...headFields(head), previous }) };
}

function headFields(head: Head | null): Pick<Receipt, 'generation' | 'bundleSha256'> {
  return { generation: head?.generation ?? 0, bundleSha256: head?.sha256 ?? null };
}

const STATUS = {
  name: 'acme',
  environment: 'base',
  audience: 'frontmcp:acme/base',
  runtimeVersion: '0.1.0',
  structuralDigest: 'd'.repeat(64),
  appliedAt: null,
  trustRoots: [{ kid: 'k1', algorithm: 'EdDSA', thumbprint: RFC8037.thumbprint }],
  unusableTrustRoots: [],
  missingBindings: [],
  missingSecrets: [],
  auditPending: 0,
  unauthenticatedRefusals: 0,
};

/** A receipt that nothing is wrong with, changed as told. */
export function receipt(changes: Partial<Receipt>): Receipt {
  return {
    protocol: 1,
    requestId: 'fake',
    status: 'applied',
    generation: 1,
    bundleSha256: null,
    previous: null,
    audit: { seq: 1, hash: 'e'.repeat(64) },
    serverTime: SERVER_TIME,
    ...changes,
  };
}

/** A script that refuses as the real table does. */
export function refusing(refusal: Refusal, head: Head | null = null): Script {
  return () => {
    const { status, body, retryAfterSeconds } = refusedAnswer(refusal, { requestId: 'req-1', head, now: NOW_MS });
    return {
      status,
      body,
      ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
    };
  };
}

/** A script that cuts the connection before any answer. */
export const hangUp: Script = (_, response) => {
  response.destroy();
  return undefined;
};
