import type { Head } from '../contract/push/push-messages.js';
import { askWorker } from './ask-worker.js';
import { emptyBody } from './push-body.js';
import type { PushOutcome, PushPorts, PushTarget } from './types.js';

/** Makes a kept generation live again, by a fresh statement. */
export interface RollbackOptions extends PushTarget {
  /** Digest to go back to. */
  to: string;
  /** The head that is to be left, or `*` for whatever is live. */
  expect: Head | '*';
}

/** Rolls the Worker back to a bundle that it keeps. The receipt must name that bundle. */
export function rollback(options: RollbackOptions, ports: PushPorts): Promise<PushOutcome> {
  const { to, expect } = options;
  const question = { intent: 'rollback', subject: { sha256: to }, expect, body: emptyBody() } as const;
  return askWorker(options, ports, question, {
    statuses: ['rolled_back', 'unchanged'],
    result: 'rolled_back',
    sha256: to,
  });
}
