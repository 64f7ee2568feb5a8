import { gzipSync } from 'node:zlib';
import type { Receipt, Refused } from '../../src/contract/push/push-messages.js';
import type { TestBundle } from './worker-bundles.js';

/** An answer of the push channel. */
export interface PushAnswer {
  status: number;
  headers: Headers;
  body: Receipt & Refused;
}

/** What a test changes about a request. */
export interface PushRequestOptions {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  /** A stream is sent without its length. */
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream | null;
  /** Compresses a text. */
  gzip?: boolean;
}

/** Body of an apply with every artifact. */
export function applyBody(bundle: TestBundle, artifacts: Record<string, string> = bundle.artifacts): string {
  return JSON.stringify({ v: 1, bundle: bundle.text, artifacts });
}

/** Body of a plan. */
export function planBody(bundle: TestBundle): string {
  return JSON.stringify({ v: 1, bundle: bundle.text });
}

/** Sends a statement. */
export async function sendStatement(
  url: string,
  statement: string | null,
  options: PushRequestOptions = {},
): Promise<PushAnswer> {
  const { method = 'POST', path = '/_frontmcp/resync', body = null, gzip = false } = options;
  const headers = new Headers({
    ...(body === null ? {} : { 'Content-Type': 'application/vnd.frontmcp.push.v1+json' }),
    ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
    ...(statement === null ? {} : { 'Frontmcp-Push': statement }),
    ...options.headers,
  });
  const sent = gzip && typeof body === 'string' ? new Uint8Array(gzipSync(body)) : body;
  const init: RequestInit & { duplex: 'half' } = { method, headers, body: sent, duplex: 'half' };
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : (text as never),
  };
}
