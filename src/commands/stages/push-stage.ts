import type { Bundle } from '../../build/stage-values.js';
import type { PushSource, Receipt } from '../../contract/push/push-messages.js';
import { VERSION } from '../../contract/version.js';
import type { PushError, PushOutcome } from '../../push/client/push-outcome.js';
import type { PushEvent } from '../../push/client/push-ports.js';
import { pushBundle } from '../../push/send.js';
import type { Failure, Ports } from '../ports.js';
import type { SignedWith, Signer } from './sign-stage.js';

/** Where to push, and what for. */
export interface PushStageOptions {
  /** Address of the Worker. */
  url: string;
  expect: 'head' | 'any';
  source?: PushSource;
  access?: { clientId: string; clientSecret: string };
}

/** What the last stage came to. */
export type PushStage = {
  signedWith?: SignedWith;
  push?: { attempts: number; sentArtifacts: number; bytes: number };
} & (
  | { result: 'applied' | 'unchanged'; receipt: Receipt; statement: string }
  | { result: 'redeploy_required'; redeployPointers: string[]; failure: Failure }
  | { result: 'failed'; failure: Failure }
);

/** Stage 7: pushes the bundle. Each try is signed anew: a Worker takes a statement once. */
export async function pushStage(
  bundle: Bundle,
  { key, kid, signedWith }: Signer,
  { url, expect, source, access }: PushStageOptions,
  ports: Ports,
): Promise<PushStage> {
  ports.reporter.stage('push');
  const outcome = await pushBundle(
    { url, bundle, key, kid, expect, source, access, version: VERSION },
    { ...ports, reporter: (event) => ports.reporter.info(sentenceOf(event)) },
  );
  const { attempts, artifacts, bytes } = outcome.sent;
  return { signedWith, push: { attempts, sentArtifacts: artifacts, bytes }, ...stageResult(outcome) };
}

function stageResult(outcome: PushOutcome): PushStage {
  switch (outcome.result) {
    case 'applied':
    case 'unchanged':
      return { result: outcome.result, receipt: outcome.receipt, statement: outcome.statement };
    case 'redeploy_required':
      return { result: 'redeploy_required', redeployPointers: outcome.pointers, failure: failureOf(outcome.error) };
    case 'conflict':
    case 'failed':
      return { result: 'failed', failure: failureOf(outcome.error) };
    default:
      throw new Error(`A push cannot come to "${outcome.result}".`);
  }
}

/** A push error, as commands tell it. */
export function failureOf({ code, message, hint, requestId }: PushError): Failure {
  return { code, message, hint, ...(requestId === undefined ? {} : { requestId }) };
}

function sentenceOf(event: PushEvent): string {
  switch (event.kind) {
    case 'request':
      return `${event.intent}: ${event.bytes} bytes${event.attempt > 1 ? `, attempt ${event.attempt}` : ''}`;
    case 'retry':
      return `${event.intent}: ${event.reason.replace(/\.$/, '')}; trying again in ${Math.ceil(event.delayMs / 1000)} s with a new statement`;
    case 'missing':
      return `The Worker lacks ${event.artifacts} artifacts and ${event.blobs} blobs.`;
    case 'settling':
      return `${event.reason.replace(/\.$/, '')}: asking the Worker what is live.`;
  }
}
