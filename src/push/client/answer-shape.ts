import { isJsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { PUSH_PROTOCOL } from '../../contract/push/routes.js';
import type { PushStatus, Receipt, Refused, RetryAdvice } from '../../contract/push/push-messages.js';

type Check = (value: JsonValue | undefined) => boolean;

const DIGEST = /^[0-9a-f]{64}$/;
const STATUSES: readonly string[] = ['applied', 'unchanged', 'planned', 'rolled_back', 'status'] satisfies PushStatus[];
const ADVICE: readonly string[] = ['never', 'new-statement', 'back-off'] satisfies RetryAdvice[];

const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const digest: Check = (value) => typeof value === 'string' && DIGEST.test(value);
const time: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const flag: Check = (value) => typeof value === 'boolean';
const object =
  (members: Record<string, Check>): Check =>
  (value) =>
    isJsonObject(value) &&
    Object.entries(members).every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : undefined));
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);

const texts = list(text);
const names = object({ added: texts, removed: texts, changed: texts });
const mention = object({ operation: text, method: text, path: text, readOnly: flag, approval: optional(flag) });
const diff = object({
  capabilities: list(object({ skill: text, gained: list(mention), lost: list(mention) })),
  hosts: object({ gained: texts, lost: texts }),
  credentials: names,
  weaker: list(object({ kind: text })),
  skills: names,
  revokedApprovals: texts,
  operations: names,
  structural: texts,
});
const worker = object({
  name: text,
  environment: text,
  audience: text,
  runtimeVersion: text,
  structuralDigest: digest,
  appliedAt: nullable(text),
  trustRoots: list(object({ kid: text, algorithm: text, thumbprint: text })),
  unusableTrustRoots: list(object({ kid: text, reason: text })),
  missingBindings: list(object({ binding: text, consequence: text })),
  missingSecrets: texts,
  auditPending: count,
  unauthenticatedRefusals: count,
});
const protocol: Check = (value) => value === PUSH_PROTOCOL;
const receipt = object({
  protocol,
  requestId: text,
  status: oneOf(STATUSES),
  generation: count,
  bundleSha256: nullable(digest),
  previous: nullable(object({ generation: count, sha256: digest })),
  diff: optional(diff),
  missing: optional(object({ artifacts: list(digest), blobs: list(digest) })),
  audit: nullable(object({ seq: count, hash: digest })),
  serverTime: time,
  worker: optional(worker),
});
const refused = object({
  protocol,
  requestId: text,
  error: object({ code: text, message: text, retry: oneOf(ADVICE), details: object({}) }),
  generation: nullable(count),
  bundleSha256: nullable(digest),
  serverTime: time,
});

/** Narrows an answer to a receipt; behind it nobody checks again. */
export function asReceipt(value: JsonValue): Receipt | undefined {
  return receipt(value) ? (value as unknown as Receipt) : undefined;
}

/** Narrows an answer to a refusal. */
export function asRefused(value: JsonValue): Refused | undefined {
  return refused(value) ? (value as unknown as Refused) : undefined;
}

/** The protocol version that an answer names, when it looks like one of ours and is not the version we speak. */
export function foreignProtocol(value: JsonValue): number | undefined {
  if (!isJsonObject(value) || typeof value.requestId !== 'string') return undefined;
  return typeof value.protocol === 'number' && value.protocol !== PUSH_PROTOCOL ? value.protocol : undefined;
}
