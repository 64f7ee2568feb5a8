import type { Failure, Ports } from './ports.js';

/** Largest answer of /readyz that is read, in bytes. */
const MAX_ANSWER_BYTES = 64 * 1024;
/** How long /readyz may take, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** What a Worker tells anybody: the digest and generation it serves. */
export type LiveDigest = { ok: true; head: { sha256?: string; generation?: number } } | { ok: false; failure: Failure };

/** Reads `/readyz` of a Worker; needs no key. A Worker without a bundle answers with an empty head. */
export async function readLiveDigest(url: string, ports: Pick<Ports, 'fetch' | 'signal'>): Promise<LiveDigest> {
  const address = new URL('/readyz', url);
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await ports.fetch(address, {
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: ports.signal ? AbortSignal.any([ports.signal, timeout]) : timeout,
    });
    const text = (await response.text()).slice(0, MAX_ANSWER_BYTES);
    const { bundleSha256: sha256, generation } = JSON.parse(text) as { bundleSha256?: unknown; generation?: unknown };
    return {
      ok: true,
      head: {
        ...(typeof sha256 === 'string' ? { sha256 } : {}),
        ...(typeof generation === 'number' ? { generation } : {}),
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no answer';
    return {
      ok: false,
      failure: { code: 'worker-unreachable', message: `${address.href} did not answer as expected: ${reason}.`, hint: 'Check the address; a sign-in page in front of the Worker needs access-client-id and access-client-secret.' },
    };
  }
}
