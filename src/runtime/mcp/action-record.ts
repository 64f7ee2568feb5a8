import { sha256Hex } from '../../contract/encoding/digest.js';
import { canonicalJson } from '../../contract/encoding/canonical-json.js';

/** How an operation's call ended, as the audit chain records it. */
export type ActionResult = 'ok' | 'upstream_error' | 'denied' | 'failed';

/** What a person answered to a call that needs approval (`void`: to another call, too late or twice), and how they were asked. */
export interface ApprovalRecord {
  answer: 'approved' | 'declined' | 'cancelled' | 'void';
  via: 'input_required' | 'elicitation';
}

/** One operation call, for the audit chain: digests, never values. */
export interface SkillActionRecord {
  type: 'action';
  /** The skill that lets the caller use the operation; the first in code-unit order when several do. */
  skill?: string;
  /** `<binding>.<operation name>`. */
  operation: string;
  result: ActionResult;
  /** HTTP status of the API's answer; 0 when there was none. */
  status: number;
  /** SHA-256 of the canonical JSON of the arguments. */
  inputHash: string;
  /** SHA-256 of the canonical JSON of the structured answer; absent when nothing was called. */
  outputHash?: string;
  /** Wall time of the call, in milliseconds. */
  durationMs?: number;
  /** Of an operation under `execution.approve`, once there is an answer. */
  approval?: ApprovalRecord;
}

/** SHA-256 of the canonical JSON of a value; of the text `unhashable` for what has none, such as JSON nested too deeply. */
export async function hashValue(value: unknown): Promise<string> {
  let text: string;
  try {
    text = canonicalJson(value as object);
  } catch {
    text = 'unhashable';
  }
  return sha256Hex(text);
}
