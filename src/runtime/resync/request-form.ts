import { refuse, type Refusal } from '../../contract/push/refusals.js';
import { MAX_STATEMENT_BYTES, PUSH_MEDIA_TYPE, STATEMENT_HEADER } from '../../contract/push/routes.js';

const ENCODINGS: readonly (string | null)[] = [null, 'identity', 'gzip'];

/** The first checks of a push: method, type, encoding, header size; before anything is verified or read. */
export function pushFormRefusal(request: Request): Refusal | undefined {
  return methodRefusal(request, 'POST') ?? typeRefusal(request) ?? statementSizeRefusal(request);
}

/** Refuses every method but one. */
export function methodRefusal({ method }: Request, allowed: string): Refusal | undefined {
  return method === allowed ? undefined : refuse('method_not_allowed', { method, allowed: [allowed] });
}

/** Refuses a statement that is too large to be one. */
export function statementSizeRefusal({ headers }: Request): Refusal | undefined {
  const size = headers.get(STATEMENT_HEADER)?.length ?? 0;
  return size > MAX_STATEMENT_BYTES ? refuse('header_too_large', { limit: MAX_STATEMENT_BYTES }) : undefined;
}

/** Intents without a body may come without a type. */
function typeRefusal(request: Request): Refusal | undefined {
  const contentType = request.headers.get('Content-Type');
  const contentEncoding = request.headers.get('Content-Encoding');
  const typed = contentType === null ? hasNoBody(request) : isPushType(contentType);
  if (typed && ENCODINGS.includes(contentEncoding)) return undefined;
  return refuse('unsupported_media_type', { contentType, contentEncoding });
}

function hasNoBody({ body, headers }: Request): boolean {
  return body === null || headers.get('Content-Length') === '0';
}

/** The push media type, with no parameter but `charset=utf-8` (JSON is nothing else, RFC 8259 section 8.1). */
function isPushType(contentType: string): boolean {
  const [type, ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  return type === PUSH_MEDIA_TYPE && parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter));
}
