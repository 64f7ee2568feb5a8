import type { Caller } from '../../auth/caller.js';

/** What a Worker tells a session of each request; only Workers reach a session, so that it can be believed. */
export interface CallEnvelope {
  caller: Caller;
  requestId: string;
  /** `sse` for the transport of 2024-11-05, whose answers come over the stream. */
  transport: 'http' | 'sse';
}

const HEADER = 'Frontmcp-Call';

/** Writes the envelope; a header holds ASCII only. */
export function envelopeHeaders(envelope: CallEnvelope): Record<string, string> {
  return { [HEADER]: encodeURIComponent(JSON.stringify(envelope)) };
}

/** Reads the envelope. Throws when the Worker sent none, which is a fault of ours. */
export function readEnvelope(request: Request): CallEnvelope {
  return JSON.parse(decodeURIComponent(request.headers.get(HEADER) ?? '')) as CallEnvelope;
}
