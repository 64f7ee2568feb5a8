import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import { findProblems } from '../../../contract/schema/find-problems.js';
import type { Schema } from '../../../contract/schema/schema-types.js';
import { messageProblem, type Message } from '../message.js';
import { CODES, errorResponse } from '../protocol-error.js';
import { isStateless, SESSION_VERSIONS, STATELESS_VERSION } from '../versions.js';

const META = 'io.modelcontextprotocol/';
const VERSION_KEY = `${META}protocolVersion`;
const CAPABILITIES_KEY = `${META}clientCapabilities`;
/** What describes the client in each request of 2026-07-28 ("RequestMetaObject"). */
const ENVELOPE: Schema = {
  type: 'object',
  properties: {
    [VERSION_KEY]: { type: 'string' },
    [`${META}clientInfo`]: {
      type: 'object',
      properties: { name: { type: 'string' }, version: { type: 'string' } },
      required: ['name', 'version'],
    },
    [CAPABILITIES_KEY]: { type: 'object' },
    [`${META}logLevel`]: {
      type: 'string',
      enum: ['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'],
    },
  },
  required: [VERSION_KEY, CAPABILITIES_KEY],
};

/** The parameter that the `Mcp-Name` header repeats, by method (SEP-2243). */
const NAMED_BY = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
]);

/** Whether a POST says that its body is JSON, with or without parameters (RFC 9110 section 8.3.1). */
export function isJsonBody({ headers }: Request): boolean {
  const type = headers.get('Content-Type') ?? '';
  return type.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}

/** Whether a client accepts a media type (RFC 9110 section 12.5.1). A request without `Accept` accepts every type. */
export function accepts({ headers }: Request, type: string): boolean {
  const accept = headers.get('Accept');
  if (accept === null || accept.trim() === '') return true;
  const wanted = [type, `${type.split('/', 1)[0]}/*`, '*/*'];
  return accept.split(',').some((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return wanted.includes(name) && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}

/** Rejects a POST whose body is not JSON, or whose client cannot take an answer in JSON (Streamable HTTP, "Sending messages"). */
export function rejectForm(request: Request): Response | undefined {
  if (!accepts(request, 'application/json'))
    return errorResponse(406, 'Not Acceptable: the client must accept application/json');
  return isJsonBody(request) ? undefined : unsupportedMediaType();
}

/** Rejects a request whose header names a protocol version before 2026-07-28 that the server does not know. */
export function rejectVersion({ headers }: Request): Response | undefined {
  const version = headers.get('MCP-Protocol-Version');
  if (version === null || SESSION_VERSIONS.includes(version.trim())) return undefined;
  return errorResponse(400, `Bad Request: Unsupported protocol version: ${version.slice(0, 64)}`);
}

/** The answer to a body of another media type. */
export function unsupportedMediaType(): Response {
  return errorResponse(415, 'Unsupported Media Type: Content-Type must be application/json');
}

/**
 * Whether a request is one of 2026-07-28, right or wrong: its header names a version that no session has, or a message in its
 * body carries an envelope. A handshake is of the versions before unless its envelope is complete.
 */
export function isStatelessRequest({ headers }: Request, body: JsonValue | undefined): boolean {
  const version = headers.get('MCP-Protocol-Version')?.trim();
  if (version !== undefined && !SESSION_VERSIONS.includes(version)) return true;
  const messages = Array.isArray(body) ? body : [body];
  return messages.some((message) => hasEnvelope(message) && !isHandshake(message));
}

/** A message of 2026-07-28 whose headers and body agree, and what its client declared in its envelope. */
export interface StatelessMessage {
  message: Message;
  capabilities?: JsonObject;
}

/** The outcome of {@link checkStatelessRequest}: the message, or the response that rejects it. */
export type CheckedRequest = { ok: true; checked: StatelessMessage } | { ok: false; response: Response };

/**
 * Checks a POST of 2026-07-28 in the order of the protocol (Streamable HTTP, "Request validation"): its form, its message, its
 * envelope, and that the headers repeat what the body says.
 */
export function checkStatelessRequest(request: Request, body: JsonValue | undefined): CheckedRequest {
  const reject = (response: Response): CheckedRequest => ({ ok: false, response });
  if (!isJsonBody(request)) return reject(unsupportedMediaType());
  if (body === undefined)
    return reject(badRequest('Parse error: the request body is not valid JSON', { code: CODES.parse }));
  const shape = shapeProblem(body);
  if (shape !== undefined) return reject(badRequest(shape, { code: CODES.invalidRequest, id: idOf(body) }));
  const message = body as unknown as Message;
  const envelope = hasEnvelope(body) ? (message.params?._meta as JsonObject) : undefined;
  const id = message.id ?? null;
  const rejected = envelope
    ? (rejectEnvelope(envelope, id) ?? rejectMismatch(request, message, envelope))
    : rejectBare(request, message);
  if (rejected) return reject(rejected);
  return { ok: true, checked: { message, capabilities: envelope?.[CAPABILITIES_KEY] as JsonObject | undefined } };
}

function shapeProblem(body: JsonValue): string | undefined {
  if (Array.isArray(body)) return `Bad Request: ${STATELESS_VERSION} has no batches`;
  const isMessage = isJsonObject(body) && body.jsonrpc === '2.0' && typeof body.method === 'string';
  if (!isMessage) return 'Bad Request: the request body is not a JSON-RPC request or notification';
  const problem = messageProblem(body as unknown as Message);
  return problem && `Bad Request: ${problem}`;
}

/** The id of a body that can be answered under it. */
function idOf(body: JsonValue): string | number | null {
  if (!isJsonObject(body) || typeof body.method !== 'string') return null;
  return typeof body.id === 'string' || typeof body.id === 'number' ? body.id : null;
}

function rejectEnvelope(envelope: JsonObject, id: string | number | null): Response | undefined {
  const [problem] = findProblems(ENVELOPE, envelope);
  if (problem) {
    const where = `params._meta${problem.pointer && `["${problem.pointer.slice(1).replaceAll('~1', '/')}"]`}`;
    return badRequest(`Invalid params: ${where} ${problem.message}`, { code: CODES.invalidParams, id });
  }
  return undefined;
}

/** A body without an envelope under a header that names a version which needs one. Notifications need none. */
function rejectBare({ headers }: Request, { id, method }: Message): Response | undefined {
  const version = headers.get('MCP-Protocol-Version')?.trim() ?? '';
  if (!isStateless(version)) return unsupportedVersion(version, id ?? null);
  if (id === undefined) return rejectMethodHeader(headers, method ?? '', null);
  if (method === 'initialize') return mismatch(id, 'MCP-Protocol-Version', version, `${version} has no initialize`);
  return badRequest(
    `Invalid params: the MCP-Protocol-Version header names ${version}, and params._meta lacks "${VERSION_KEY}"`,
    { code: CODES.invalidParams, id },
  );
}

/** Rejects what is said differently in headers and body, or only in the body (SEP-2243). */
function rejectMismatch(request: Request, message: Message, envelope: JsonObject): Response | undefined {
  const { headers } = request;
  const { id: given, method = '' } = message;
  const id = given ?? null;
  const version = headers.get('MCP-Protocol-Version')?.trim();
  const inBody = String(envelope[VERSION_KEY]);
  if (version !== undefined && version !== inBody)
    return mismatch(id, 'MCP-Protocol-Version', version, `the body names ${inBody}`);
  const methodRejected = rejectMethodHeader(headers, method, id);
  if (methodRejected) return methodRejected;
  if (inBody !== STATELESS_VERSION) return unsupportedVersion(inBody, id);
  if (message.id === undefined) return undefined;
  if (version === undefined) return missing(id, 'MCP-Protocol-Version');
  if (!headers.has('Mcp-Method')) return missing(id, 'Mcp-Method');
  return rejectNameHeader(headers, message);
}

function rejectMethodHeader(headers: Headers, method: string, id: string | number | null): Response | undefined {
  const named = headers.get('Mcp-Method')?.trim();
  return named === undefined || named === method
    ? undefined
    : mismatch(id, 'Mcp-Method', named, `the body names ${method}`);
}

function rejectNameHeader(headers: Headers, { id: own, method = '', params = {} }: Message): Response | undefined {
  const member = NAMED_BY.get(method);
  if (member === undefined) return undefined;
  const id = own ?? null;
  const inBody = params[member];
  const given = headers.get('Mcp-Name')?.trim();
  if (given === undefined) return typeof inBody === 'string' ? missing(id, 'Mcp-Name') : undefined;
  const named = decodeHeader(given);
  if (named === undefined) return mismatch(id, 'Mcp-Name', given, 'it is not valid base64');
  return typeof inBody !== 'string' || named === inBody
    ? undefined
    : mismatch(id, 'Mcp-Name', given, `the body says params.${member} = ${JSON.stringify(inBody)}`);
}

/** A header value that may be wrapped for what headers cannot hold: `=?base64?…?=` (SEP-2243). `undefined` when it is broken. */
function decodeHeader(value: string): string | undefined {
  const wrapped = /^=\?base64\?(.*)\?=$/i.exec(value)?.[1];
  if (wrapped === undefined) return value;
  try {
    const bytes = Uint8Array.from(atob(wrapped), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasEnvelope(message: JsonValue | undefined): boolean {
  const params = isJsonObject(message) ? message.params : undefined;
  const meta = isJsonObject(params) ? params._meta : undefined;
  return isJsonObject(meta) && Object.hasOwn(meta, VERSION_KEY);
}

/** An `initialize` whose envelope is not one of 2026-07-28. */
function isHandshake(message: JsonValue | undefined): boolean {
  if (!isJsonObject(message) || message.method !== 'initialize') return false;
  const meta = (message.params as JsonObject)._meta as JsonObject;
  return findProblems(ENVELOPE, meta).length > 0 || !isStateless(String(meta[VERSION_KEY]));
}

function badRequest(message: string, options: Parameters<typeof errorResponse>[2]): Response {
  return errorResponse(400, message, options);
}

function unsupportedVersion(requested: string, id: string | number | null): Response {
  return badRequest(`Unsupported protocol version: ${requested.slice(0, 64)}`, {
    code: CODES.unsupportedVersion,
    id,
    data: { supported: [STATELESS_VERSION], requested: requested.slice(0, 64) },
  });
}

function missing(id: string | number | null, header: string): Response {
  return mismatch(id, header, '(missing)', 'the header is required');
}

function mismatch(id: string | number | null, header: string, value: string, body: string): Response {
  return badRequest(`Bad Request: header ${header} is ${value.slice(0, 256)}, but ${body}`, {
    code: CODES.headerMismatch,
    id,
    data: { mismatch: { header: value.slice(0, 256), body } },
  });
}
