import type { fetch } from 'undici';
import type { Head, Intent, PushSource, Receipt } from '../contract/push/push-messages.js';
import type { SigningKey } from './keys/signing-key.js';
import type { PushableBundle } from './pushable-bundle.js';

/** Which Worker to speak to, as whom, and about which bundle. */
export interface PushTarget {
  /** Where the Worker answers, without the path of the resync endpoint. */
  url: string;
  /** Gives the statement its identity; what is pushed. */
  bundle: PushableBundle;
  key: SigningKey;
  kid: string;
  /** Where the push comes from, for the audit. */
  source?: PushSource;
  /** Cloudflare Access service token, sent with every request. */
  access?: { clientId: string; clientSecret: string };
  /** Version of this product, for the User-Agent header. */
  version?: string;
  /** Overall, in milliseconds; 120,000 by default. */
  deadlineMs?: number;
  /** For one request, in milliseconds; 30,000 by default. */
  requestTimeoutMs?: number;
}

/** A push. */
export interface PushOptions extends PushTarget {
  /** `any` overrides the compare-and-set against the head. */
  expect: 'head' | 'any';
}

/** The outside world, as the push client gets it. */
export interface PushPorts {
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits; settles at once, either way, when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** That many random bytes, from a cryptographic source. */
  random(bytes: number): Uint8Array;
  /** Fires when the user wants to stop. */
  signal?: AbortSignal;
  /** Hears what the client does. */
  reporter?(event: PushEvent): void;
}

/** What the push client does, as it does it. */
export type PushEvent =
  | { kind: 'request'; intent: Intent; attempt: number; bytes: number }
  | { kind: 'retry'; intent: Intent; attempt: number; delayMs: number; reason: string }
  | { kind: 'missing'; artifacts: number; blobs: number }
  | { kind: 'settling'; reason: string };

/** Why a push did not work; every text is safe to print. */
export interface PushError {
  /** A refusal code of the Worker, or one of this client's. */
  code: string;
  /** What happened, one sentence. */
  message: string;
  /** What to do next. */
  hint: string;
  /** The Worker's request id, when it answered. */
  requestId?: string;
  httpStatus?: number;
  /** The facts that the Worker gave with its refusal. */
  details?: Record<string, unknown>;
}

/** What the push has cost. */
export interface Sent {
  /** Requests, retries included. */
  attempts: number;
  /** Artifacts in the last push body. */
  artifacts: number;
  /** Bytes of all request bodies, as sent. */
  bytes: number;
}

/** What a push came to. */
export type PushOutcome = { sent: Sent } & (
  | {
      result: 'applied' | 'unchanged' | 'planned' | 'rolled_back';
      receipt: Receipt;
      /** The statement that the Worker accepted. */
      statement: string;
    }
  | { result: 'redeploy_required'; pointers: string[]; error: PushError }
  | { result: 'conflict'; expected: Head | null; head: Head | null; error: PushError }
  | {
      result: 'failed';
      error: PushError;
      /** What is live, where it was asked for after a failure. */
      live?: Head | null;
    }
);
