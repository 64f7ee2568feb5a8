import type { BundleProblem } from '../bundle/parse-bundle.js';
import type { Head, Intent, Refused, RetryAdvice } from './push-messages.js';

/** The facts of each refusal; what the Worker's log gets. */
export interface RefusalFacts {
  not_found: { path: string };
  method_not_allowed: { method: string; allowed: string[] };
  length_required: Record<string, never>;
  unsupported_media_type: { contentType: string | null; contentEncoding: string | null };
  header_too_large: { limit: number };
  missing_statement: Record<string, never>;
  malformed_statement: { reason: string };
  unsupported_version: { version: unknown; supported: number[] };
  wrong_type: { typ: unknown };
  unknown_kid: { kid: string };
  alg_key_mismatch: { alg: string; kid: string };
  bad_signature: { kid: string };
  no_trust_root: { unusable: { kid: string; reason: string }[] };
  wrong_audience: { audience: string; expected: string };
  wrong_environment: { environment: string; expected: string };
  wrong_name: { name: string; expected: string };
  wrong_operation: { intent: Intent; allowed: Intent[] };
  outside_window: { issuedAt: number; expiresAt: number; now: number; windowSeconds: number };
  timeout: { seconds: number };
  rate_limited: { retryAfterSeconds: number };
  unavailable: { reason: string; retryAfterSeconds: number };
  too_large: { size: number | null; limit: number; what: string };
  malformed_body: { reason: string };
  digest_mismatch: { what: string; expected: string; actual: string };
  not_canonical: { reason: string };
  invalid_bundle: { problems: BundleProblem[] };
  identity_mismatch: { field: string; statement: string; bundle: string };
  redeploy_required: { pointers: string[]; structuralDigest: string; expected: string };
  missing_secret: { names: string[] };
  unknown_artifact: { digests: string[] };
  artifact_missing: { digests: string[] };
  blob_missing: { files: { path: string; sha256: string; size: number }[] };
  no_blob_store: { binding: string };
  conflict: { expected: Head | null; head: Head | null };
  replayed: { jti: string };
  rollback_target: { target: string; kept: Head[] };
}

/** A refused push statement: its code with the facts of that code. */
export type Refusal = { [C in keyof RefusalFacts]: { code: C; facts: RefusalFacts[C] } }[keyof RefusalFacts];

/** Every code a Worker can refuse with. */
export type RefusalCode = Refusal['code'];

/** One row: how a refusal looks on the wire. */
interface RefusalRow<F> {
  status: number;
  retry: RetryAdvice;
  /** One sentence for whoever reads the answer. */
  message: (facts: F) => string;
  /** What the sender may know; nothing where the sender is not authenticated yet. */
  details?: (facts: F) => Record<string, unknown>;
}

const everything = (facts: object): Record<string, unknown> => ({ ...facts });

/** Refusal codes, mapped to the wire in this one place; what each means stands in refusal-meanings.ts. */
export const REFUSALS: { readonly [C in RefusalCode]: RefusalRow<RefusalFacts[C]> } = {
  not_found: { status: 404, retry: 'never', message: () => 'There is nothing at this address.' },
  method_not_allowed: {
    status: 405,
    retry: 'never',
    message: ({ allowed }) => `Use ${allowed.join(' or ')} here.`,
    details: everything,
  },
  length_required: { status: 411, retry: 'never', message: () => 'The request needs a Content-Length.' },
  unsupported_media_type: {
    status: 415,
    retry: 'never',
    message: () => 'The body must be application/vnd.frontmcp.push.v1+json, plain or gzip.',
    details: everything,
  },
  header_too_large: {
    status: 431,
    retry: 'never',
    message: ({ limit }) => `The push statement is larger than ${limit} bytes.`,
    details: everything,
  },
  missing_statement: {
    status: 401,
    retry: 'never',
    message: () => 'The request carries no push statement (header Frontmcp-Push).',
  },
  malformed_statement: {
    status: 400,
    retry: 'never',
    message: ({ reason }) => `The push statement is malformed: ${reason}.`,
    details: everything,
  },
  unsupported_version: {
    status: 400,
    retry: 'never',
    message: ({ supported }) => `This Worker reads version ${supported.join(', ')} of the format.`,
    details: everything,
  },
  wrong_type: { status: 401, retry: 'never', message: () => 'The statement is not of type frontmcp-push+jwt.' },
  unknown_kid: {
    status: 401,
    retry: 'never',
    message: () => 'The key id of the statement is not a usable trust root of this Worker.',
  },
  alg_key_mismatch: {
    status: 401,
    retry: 'never',
    message: () => 'The algorithm of the statement is not the one of its key.',
  },
  bad_signature: { status: 401, retry: 'never', message: () => 'The signature does not match.' },
  no_trust_root: {
    status: 401,
    retry: 'never',
    message: () => 'This Worker has no usable trust root, so it accepts no push.',
  },
  wrong_audience: {
    status: 403,
    retry: 'never',
    message: () => 'The statement was made for another Worker.',
    details: everything,
  },
  wrong_environment: {
    status: 403,
    retry: 'never',
    message: ({ environment, expected }) =>
      `The statement is for the environment "${environment}", this Worker serves "${expected}".`,
    details: everything,
  },
  wrong_name: {
    status: 403,
    retry: 'never',
    message: ({ name, expected }) => `The statement is for the project "${name}", this Worker serves "${expected}".`,
    details: everything,
  },
  wrong_operation: {
    status: 403,
    retry: 'never',
    message: ({ intent }) => `A statement with the intent "${intent}" cannot be used here.`,
    details: everything,
  },
  outside_window: {
    status: 401,
    retry: 'new-statement',
    message: () => "The statement is outside its time window by this Worker's clock.",
    details: everything,
  },
  timeout: {
    status: 408,
    retry: 'back-off',
    message: ({ seconds }) => `The body did not arrive within ${seconds} seconds.`,
    details: everything,
  },
  rate_limited: {
    status: 429,
    retry: 'back-off',
    message: ({ retryAfterSeconds }) => `Too many statements; try again in ${retryAfterSeconds} seconds.`,
    details: everything,
  },
  unavailable: {
    status: 503,
    retry: 'back-off',
    message: ({ reason }) => `The Worker cannot take the push now: ${reason}.`,
    details: everything,
  },
  too_large: {
    status: 413,
    retry: 'never',
    message: ({ what, limit }) => `${what} is larger than ${limit} bytes.`,
    details: everything,
  },
  malformed_body: {
    status: 400,
    retry: 'never',
    message: ({ reason }) => `The body is malformed: ${reason}.`,
    details: everything,
  },
  digest_mismatch: {
    status: 422,
    retry: 'never',
    message: ({ what }) => `The bytes of ${what} do not have the digest that was signed.`,
    details: everything,
  },
  not_canonical: {
    status: 422,
    retry: 'never',
    message: ({ reason }) => `The bundle is not canonical JSON: ${reason}.`,
    details: everything,
  },
  invalid_bundle: {
    status: 422,
    retry: 'never',
    message: ({ problems }) => `The bundle has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`,
    details: everything,
  },
  identity_mismatch: {
    status: 422,
    retry: 'never',
    message: ({ field }) => `The bundle and its statement disagree about "${field}".`,
    details: everything,
  },
  redeploy_required: {
    status: 409,
    retry: 'never',
    message: ({ pointers }) =>
      `The push changes ${pointers.length === 1 ? 'a structural part' : `${pointers.length} structural parts`} of the Worker (${pointers.slice(0, 5).join(', ')}${pointers.length > 5 ? ', …' : ''}); redeploy it first.`,
    details: everything,
  },
  missing_secret: {
    status: 422,
    retry: 'never',
    message: ({ names }) => `The Worker has no value for ${names.join(', ')}.`,
    details: everything,
  },
  unknown_artifact: {
    status: 422,
    retry: 'never',
    message: () => 'The push carries an artifact that the index does not name.',
    details: everything,
  },
  artifact_missing: {
    status: 422,
    retry: 'new-statement',
    message: ({ digests }) => `The Worker lacks ${digests.length} artifacts of the bundle.`,
    details: everything,
  },
  blob_missing: {
    status: 422,
    retry: 'never',
    message: ({ files }) => `The Worker lacks ${files.map((file) => file.path).join(', ')}.`,
    details: everything,
  },
  no_blob_store: {
    status: 422,
    retry: 'never',
    message: ({ binding }) => `The Worker has no binding ${binding}, so it cannot keep blobs.`,
    details: everything,
  },
  conflict: {
    status: 409,
    retry: 'never',
    message: ({ head }) =>
      head
        ? `The live bundle is ${head.sha256.slice(0, 12)}, generation ${head.generation}, not the one this push was planned against.`
        : 'No bundle is live, though this push was planned against one.',
    details: everything,
  },
  replayed: { status: 409, retry: 'never', message: () => 'This push statement has been used before.' },
  rollback_target: {
    status: 422,
    retry: 'never',
    message: ({ target }) => `"${target}" is not among the generations this Worker keeps.`,
    details: everything,
  },
};

/** Makes a refusal. */
export function refuse<C extends RefusalCode>(code: C, facts: RefusalFacts[C]): Extract<Refusal, { code: C }> {
  return { code, facts } as Extract<Refusal, { code: C }>;
}

/** The wire form of a refusal. `now` in milliseconds since 1970. */
export function refusedAnswer(
  refusal: Refusal,
  context: { requestId: string; head: Head | null; now: number },
): { status: number; body: Refused; retryAfterSeconds?: number } {
  const row = REFUSALS[refusal.code] as RefusalRow<unknown>;
  const facts = refusal.facts as { retryAfterSeconds?: number };
  return {
    status: row.status,
    ...(row.retry === 'back-off' ? { retryAfterSeconds: facts.retryAfterSeconds ?? 1 } : {}),
    body: {
      protocol: 1,
      requestId: context.requestId,
      error: {
        code: refusal.code,
        message: row.message(refusal.facts),
        retry: row.retry,
        details: row.details?.(refusal.facts) ?? {},
      },
      generation: context.head?.generation ?? null,
      bundleSha256: context.head?.sha256 ?? null,
      serverTime: new Date(context.now).toISOString(),
    },
  };
}
