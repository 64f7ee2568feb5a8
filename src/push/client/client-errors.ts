import { cleanText } from './clean-text.js';
import { MAX_ANSWER_BYTES, MAX_TRIES } from './client-limits.js';
import type { PushError } from './push-outcome.js';
import type { PushTarget } from './push-target.js';

const CHECK_ADDRESS =
  'Check deployment.url (or the deployment-url input), and that the Worker has been deployed there once.';

/** A request that got no answer. Only the error's code is shown: its text may quote what was sent. */
export function networkError(error: unknown, url: string): PushError {
  const { host } = new URL(url);
  const code = errorCode(error);
  const message = `${host} could not be reached${code === undefined ? '' : ` (${code})`}.`;
  return {
    code: 'network_error',
    message,
    hint:
      code === 'ENOTFOUND'
        ? `There is no such host. ${CHECK_ADDRESS}`
        : 'Check the network, the proxy settings and deployment.url, and run again.',
  };
}

/** The code of an error or of what caused it, such as `ECONNREFUSED`. */
function errorCode(error: unknown): string | undefined {
  for (let current = error, depth = 0; typeof current === 'object' && current !== null && depth < 5; depth += 1) {
    const { code, cause } = current as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)) return code;
    current = cause;
  }
  return undefined;
}

/** A redirect: the signed audience is one address, so no other is tried. */
export function redirected(location: string, { url }: PushTarget): PushError {
  const to = location === '' ? 'elsewhere' : `to ${cleanText(location)}`;
  return {
    code: 'redirected',
    message: `${cleanText(url)} redirects ${to}; a push never follows a redirect.`,
    hint: 'Set deployment.url to the address at which the Worker itself answers.',
  };
}

/** A page for people, where the Worker should have answered. */
export function loginPage({ access }: PushTarget): PushError {
  const hint = access
    ? 'A service token was sent and not accepted: the Access policy needs a rule with the action "Service Auth" for it, and the token must not have expired. A firewall rule can answer like this too.'
    : 'If Cloudflare Access protects the Worker, give a service token with access-client-id and access-client-secret, and a "Service Auth" policy for it. A firewall rule can answer like this too.';
  return { code: 'login_page', message: 'A login or block page answered instead of the Worker.', hint };
}

/** An answer that is no JSON. */
export function notJson(httpStatus: number, isHtml: boolean): PushError {
  return {
    code: 'answer_not_json',
    message: `The answer (HTTP ${httpStatus}) is ${isHtml ? 'a web page' : 'not JSON'}, so it does not come from the Worker.`,
    hint: CHECK_ADDRESS,
  };
}

/** JSON of somebody else. */
export function foreignAnswer(httpStatus: number): PushError {
  return {
    code: 'answer_not_recognised',
    message: `The answer (HTTP ${httpStatus}) is not that of a FrontMCP Worker.`,
    hint: CHECK_ADDRESS,
  };
}

/** A Worker that speaks another version. */
export function unknownProtocol(protocol: number): PushError {
  return {
    code: 'protocol_unknown',
    message: `The Worker answers with version ${protocol} of the push protocol, which this version does not know.`,
    hint: 'Use the version of the action that the Worker was deployed with, or redeploy the Worker.',
  };
}

/** An answer beyond the cap. */
export function tooLargeAnswer(): PushError {
  return {
    code: 'answer_too_large',
    message: `The answer is larger than ${MAX_ANSWER_BYTES} bytes, so it does not come from the Worker.`,
    hint: CHECK_ADDRESS,
  };
}

/** A request without an answer in time. */
export function timedOut(timeoutMs: number): PushError {
  return {
    code: 'request_timeout',
    message: `The Worker did not answer within ${timeoutMs / 1000} seconds.`,
    hint: 'Run again; if it stays like this, look at the Worker with wrangler tail.',
  };
}

/** No time left for another try. `last` is what the last try came to. */
export function deadlinePassed(deadlineMs: number, last: PushError): PushError {
  return {
    ...last,
    message: `${last.message} The time for the whole push (${deadlineMs / 1000} seconds) does not allow another try.`,
  };
}

/** No tries left. */
export function triesUsedUp(last: PushError): PushError {
  return { ...last, message: `${last.message} It was tried ${MAX_TRIES} times.` };
}

/** The user stopped the push. */
export function cancelled(): PushError {
  return {
    code: 'cancelled',
    message: 'The push was cancelled.',
    hint: 'Run it again; a bundle that is live already is not applied twice.',
  };
}

/** A receipt that does not say what was asked for. */
export function receiptMismatch(message: string, requestId: string): PushError {
  return {
    code: 'receipt_mismatch',
    message,
    hint: 'Do not trust this deploy: something between here and the Worker answers in its place. Compare with a signed status (frontmcp deploy status).',
    requestId,
  };
}
