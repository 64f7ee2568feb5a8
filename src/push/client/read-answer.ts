import type { Response } from 'undici';
import { MAX_JSON_DEPTH } from '../../contract/bundle/bundle-limits.js';
import { parseJson } from '../../contract/encoding/json.js';
import type { Receipt, Refused } from '../../contract/push/push-messages.js';
import { asReceipt, asRefused, foreignProtocol } from './answer-shape.js';
import { cleanJson } from './clean-text.js';
import { foreignAnswer, loginPage, notJson, redirected, unknownProtocol } from './client-errors.js';
import type { PushError } from './push-outcome.js';
import type { PushTarget } from './push-target.js';

/** What an HTTP answer says. */
export type Answer =
  | { kind: 'receipt'; receipt: Receipt }
  | { kind: 'refused'; refused: Refused; httpStatus: number; retryAfter: string | null }
  /** Not the Worker's own answer: a proxy, a login page, another server. */
  | { kind: 'answer-unusable'; error: PushError; httpStatus: number; retryAfter?: string | null };

/** Narrows an HTTP answer to one of the Worker's two shapes, or says what it is instead. */
export function readAnswer(
  response: Response,
  text: string,
  target: PushTarget,
  redact: (text: string) => string,
): Answer {
  const { status } = response;
  const isHtml = /^text\/html\b/i.test(response.headers.get('content-type') ?? '');
  const unusable = (error: PushError): Answer => ({
    kind: 'answer-unusable',
    error: { ...error, httpStatus: status },
    httpStatus: status,
    retryAfter: response.headers.get('retry-after'),
  });
  if (status >= 300 && status < 400) {
    const location = redact(response.headers.get('location') ?? '');
    return unusable(isAccessLogin(location) ? loginPage(target) : redirected(location, target));
  }
  if (isHtml && (status === 401 || status === 403 || isAccessLogin(text))) return unusable(loginPage(target));
  const parsed = parseJson(text, { maxDepth: MAX_JSON_DEPTH });
  if (!parsed.ok) return unusable(notJson(status, isHtml));
  const value = cleanJson(parsed.value);
  const protocol = foreignProtocol(value);
  if (protocol !== undefined) return unusable(unknownProtocol(protocol));
  const receipt = response.ok ? asReceipt(value) : undefined;
  if (receipt) return { kind: 'receipt', receipt };
  const refused = response.ok ? undefined : asRefused(value);
  if (refused) return { kind: 'refused', refused, httpStatus: status, retryAfter: response.headers.get('retry-after') };
  return unusable(foreignAnswer(status));
}

/** Whether a redirect or a page leads to Cloudflare Access. */
function isAccessLogin(text: string): boolean {
  return text.includes('.cloudflareaccess.com') || text.includes('/cdn-cgi/access/');
}
