import type { RefusalCode } from '../../contract/push/refusals.js';
import type { Refused } from '../../contract/push/push-messages.js';
import { cleanText } from './clean-text.js';
import type { PushError } from './push-outcome.js';
import type { PushTarget } from './push-target.js';

/** What a refusal is explained with. */
interface Context {
  refused: Refused;
  target: PushTarget;
  /** This machine's clock when the answer came, in milliseconds. */
  now: number;
}

const REPORT = 'This should not happen; please report it with the request id.';
const OTHER_WORKER = 'Is deployment.url that of this environment? If the manifest changed, redeploy the Worker first.';
const ROOTS = 'Set the public key as the secret that signing.trustRoots names on the Worker (wrangler secret put).';

/** What to do next, by refusal code. */
const HINTS: { readonly [C in RefusalCode]: string | ((context: Context) => string) } = {
  not_found: 'Check deployment.url, and that the deployed Worker is of this version.',
  method_not_allowed: REPORT,
  length_required: REPORT,
  unsupported_media_type: 'Redeploy the Worker: it is older than this version.',
  header_too_large: REPORT,
  missing_statement: 'Something between here and the Worker removes the header Frontmcp-Push; let it pass.',
  malformed_statement: 'Redeploy the Worker: it is older than this version.',
  unsupported_version: 'Redeploy the Worker, or use the version of the action that it was deployed with.',
  wrong_type: REPORT,
  unknown_kid: ({ target }) =>
    `The push was signed as "${target.kid}". ${ROOTS} A new trust root needs a redeploy first.`,
  alg_key_mismatch: ({ target }) => `The Worker holds a key of another kind under "${target.kid}". ${ROOTS}`,
  bad_signature: ({ target }) =>
    `The Worker holds another public key under "${target.kid}" than the one with the thumbprint ${target.key.thumbprint}. ${ROOTS}`,
  no_trust_root: ROOTS,
  wrong_audience: OTHER_WORKER,
  wrong_environment: OTHER_WORKER,
  wrong_name: OTHER_WORKER,
  wrong_operation: REPORT,
  outside_window: compareClocks,
  timeout: 'The upload was too slow; run again.',
  rate_limited: 'Wait, and run again.',
  unavailable: 'Run again in a minute; look at the Worker with wrangler tail if it stays like this.',
  too_large: 'Move large files out of the bundle, or leave skills out with tags.',
  malformed_body: REPORT,
  digest_mismatch: REPORT,
  not_canonical: REPORT,
  invalid_bundle:
    'Redeploy the Worker if it is older than this version; otherwise please report it with the request id.',
  identity_mismatch: REPORT,
  redeploy_required: 'Run: frontmcp deploy emit-wrangler, then wrangler deploy, then push again.',
  missing_secret: 'Set each with: wrangler secret put NAME, and push again.',
  unknown_artifact: REPORT,
  artifact_missing: 'Run again.',
  blob_missing: 'Make each file smaller than 1 MiB, or leave it out of the skill.',
  no_blob_store: 'Add an R2 bucket with the binding SKILL_DATA to the manifest, redeploy, and push again.',
  conflict: 'Somebody else pushed in between. Run again on the newest commit; expect: any overrides the check.',
  replayed: 'Run again.',
  rollback_target: 'Choose one of the kept generations; a signed status and this refusal list them.',
};

/** Turns a refusal into an error for people: the Worker's sentence, our hint, its request id. */
export function explainRefusal(refused: Refused, httpStatus: number, target: PushTarget, now: number): PushError {
  const { code, message, details } = refused.error;
  const hint = Object.hasOwn(HINTS, code)
    ? HINTS[code as RefusalCode]
    : 'The Worker is newer than this version; update the action.';
  return {
    code: cleanText(code),
    message: cleanText(message),
    hint: typeof hint === 'string' ? hint : hint({ refused, target, now }),
    requestId: cleanText(refused.requestId),
    httpStatus,
    details,
  };
}

/** Both clocks and how far they are apart. */
function compareClocks({ refused, now }: Context): string {
  const difference = Math.round((now - Date.parse(refused.serverTime)) / 1000);
  const size = Math.abs(difference);
  const words = size < 120 ? `${size} seconds` : `${Math.round(size / 60)} minutes`;
  const clocks = `The Worker's clock says ${new Date(refused.serverTime).toISOString()}, this machine's ${new Date(now).toISOString()}`;
  if (size < 2)
    return `${clocks}: they agree, so the statement's lifetime does not fit the Worker's window. Redeploy the Worker if signing.replay.windowSeconds changed.`;
  return `${clocks}: this machine is ${words} ${difference > 0 ? 'ahead' : 'behind'}. Set its clock.`;
}
