import type { InputRequiredResult } from '@modelcontextprotocol/server';
import { sha256Hex } from '../../../contract/encoding/digest.js';
import { canonicalJson } from '../../../contract/encoding/canonical-json.js';
import { isJsonObject } from '../../../contract/encoding/json.js';
import type { ApprovalRecord } from '../action-record.js';
import type { McpContext } from '../context.js';
import { failure, type ToolFailure } from '../tool-failure.js';
import { approvalQuestion, type WaitingCall } from './approval-question.js';

/** How long a person may take to answer, in milliseconds. */
export const APPROVAL_MS = 5 * 60_000;
/** Name of the one question. */
const QUESTION = 'approval';

/** How a client asks a person, and what it brought back with a call. */
export interface Asking {
  canAsk: boolean;
  via: ApprovalRecord['via'];
  /** What was minted for the question, verified; absent in a first round. */
  state: unknown;
  responses: unknown;
}

/** What a question was about. The state that holds it is signed, and worth nothing to another caller. */
interface Asked {
  operation: string;
  /** SHA-256 of the canonical JSON of the arguments. */
  inputHash: string;
  /** Digest of the bundle. */
  sha256: string;
  /** Milliseconds since 1970. */
  until: number;
  nonce: string;
}

/** Whether a call may be made now. */
export type Approval = { approved: true; approval: ApprovalRecord } | NotApproved;

/** A call that is not made. With `question`, a person is asked first. */
export interface NotApproved {
  approved: false;
  failure: ToolFailure;
  question?: InputRequiredResult;
  approval?: ApprovalRecord;
}

/**
 * Decides on a call that needs a person's yes: asks, or reads the answer. A yes is good once, for the same caller, operation
 * and arguments under the same bundle, within five minutes. That the client did ask a person is its word: it is the person's own.
 * Throws when the store is out of reach, or the arguments have no digest of their own: then nothing is called either.
 * @param now milliseconds since 1970
 */
export async function approveCall(
  context: McpContext,
  call: WaitingCall,
  input: unknown,
  asking: Asking,
  now: number,
): Promise<Approval> {
  const { key } = call.operation;
  const { via } = asking;
  const asked = asking.state as Asked | undefined;
  const action = readAnswer(asking.responses);
  const inputHash = await sha256Hex(canonicalJson(input as object));
  if (!asked || action === undefined) return ask(context, call, inputHash, now);
  const { sha256 } = context.snapshot;
  if (asked.operation !== key || asked.inputHash !== inputHash)
    return isVoid(via, 'The answer that came with the call is about another call.');
  if (asked.sha256 !== sha256) return isVoid(via, OUTDATED);
  if (asked.until < now)
    return isVoid(via, `The answer came later than ${APPROVAL_MS / 60_000} minutes after the question.`);
  if (action !== 'accept') return declined(key, action, via);
  const spent = await context.spendApproval(asked.nonce, asked.until);
  if (spent === 'outdated') return isVoid(via, OUTDATED);
  if (spent === 'used')
    return isVoid(via, 'That yes has been used, and is good for one call: look whether it was carried out.');
  return { approved: true, approval: { answer: 'approved', via } };
}

/** What the person answered to the one question (`ElicitResult.action`); `undefined` when there is no answer to it. */
function readAnswer(responses: unknown): 'accept' | 'decline' | 'cancel' | undefined {
  const answer = isJsonObject(responses) && Object.hasOwn(responses, QUESTION) ? responses[QUESTION] : undefined;
  const action = isJsonObject(answer) ? answer.action : undefined;
  return action === 'accept' || action === 'decline' || action === 'cancel' ? action : undefined;
}

const OUTDATED = 'What this server offers has changed since the person was asked.';

async function ask(context: McpContext, call: WaitingCall, inputHash: string, now: number): Promise<NotApproved> {
  const { key } = call.operation;
  const asked: Asked = {
    operation: key,
    inputHash,
    sha256: context.snapshot.sha256,
    until: now + APPROVAL_MS,
    nonce: crypto.randomUUID(),
  };
  const params = {
    mode: 'form' as const,
    message: approvalQuestion(call),
    requestedSchema: { type: 'object' as const, properties: {} },
  };
  return {
    approved: false,
    failure: failure('approval_required', `A person is asked whether ${key} may be called.`),
    question: {
      resultType: 'input_required',
      inputRequests: { [QUESTION]: { method: 'elicitation/create', params } },
      requestState: await context.requestStates.mint(asked),
    },
  };
}

function isVoid(via: ApprovalRecord['via'], why: string): NotApproved {
  const message = `${why} Nothing was called now. Call again without that answer, and the person is asked again.`;
  return { approved: false, failure: failure('approval_void', message), approval: { answer: 'void', via } };
}

function declined(key: string, action: 'decline' | 'cancel', via: ApprovalRecord['via']): NotApproved {
  const message =
    action === 'decline'
      ? `The person declined ${key}: nothing was called. Do not call it again unless they ask for it.`
      : `The person closed the question about ${key} without an answer: nothing was called. Ask them how to go on before you call it again.`;
  return {
    approved: false,
    failure: failure('approval_declined', message),
    approval: { answer: action === 'decline' ? 'declined' : 'cancelled', via },
  };
}

/** The refusal of a call about which nobody can be asked: in a script, as a resource, by a client without forms. */
export function cannotAsk(key: string, asking: Asking | undefined): ToolFailure {
  const advice = asking
    ? 'and this client cannot ask one: it has not declared "elicitation", or has no session to be asked in. Nothing was called: tell the person what you would have done.'
    : `which is asked for only when it is called by itself, and so not from a script and not as a resource: nothing was called. Finish without it, and call it with codecall_invoke({ tool: "${key}", input: { … } }).`;
  return failure(
    'approval_required',
    `${key} needs a person's approval (execution.approve in the manifest), ${advice}`,
  );
}
