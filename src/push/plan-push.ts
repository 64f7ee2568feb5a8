import { askWorker } from './ask-worker.js';
import { planBody } from './push-body.js';
import type { PushOutcome, PushPorts, PushTarget } from './types.js';

/** Asks the Worker what a push would change and what it lacks; changes nothing. */
export function planPush(target: PushTarget, ports: PushPorts): Promise<PushOutcome> {
  const question = { intent: 'plan', expect: '*', body: planBody(target.bundle) } as const;
  return askWorker(target, ports, question, { statuses: ['planned', 'unchanged'], result: 'planned' });
}
