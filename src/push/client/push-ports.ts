import type { fetch } from 'undici';
import type { Intent } from '../../contract/push/push-messages.js';

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
