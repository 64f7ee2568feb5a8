import type { JsonValue } from '../../contract/encoding/json.js';
import { log } from '../log.js';

/** Error codes of JSON-RPC 2.0 (section 5.1) and of the protocol (MCP 2026-07-28, "Error codes"). */
export const CODES = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  /** Left to servers by JSON-RPC: what is wrong with the HTTP request. */
  transport: -32000,
  sessionNotFound: -32001,
  headerMismatch: -32020,
  missingCapability: -32021,
  unsupportedVersion: -32022,
} as const;

/** An error that the protocol defines, for the client to read. Everything else that is thrown is a fault of the Worker. */
export class ProtocolError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: JsonValue,
  ) {
    super(message);
    this.name = 'ProtocolError';
  }
}

/** The error of a resource that does not exist, or that the caller may not read (SEP-2164). */
export function resourceNotFound(uri: string): ProtocolError {
  return new ProtocolError(CODES.invalidParams, `Resource not found: ${uri}`, { uri });
}

/** Logs a fault of the Worker, and returns the sentence that a client gets instead of it. */
export function reportFault(requestId: string, error: unknown, facts: Record<string, unknown>): string {
  const fault =
    error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: 'unknown' };
  log('error', 'mcp_fault', { requestId, ...facts, fault });
  return `Internal error. See the Worker's log for request ID ${requestId}.`;
}

/** What an error response says besides its status and message. */
export interface ErrorResponseOptions {
  code?: number;
  id?: string | number | null;
  data?: JsonValue;
  headers?: Record<string, string>;
}

/** An HTTP response that carries a JSON-RPC error, for requests that do not reach the dispatcher. */
export function errorResponse(
  status: number,
  message: string,
  { code = CODES.transport, id = null, data, headers = {} }: ErrorResponseOptions = {},
): Response {
  const retry: Record<string, string> = status === 429 || status === 503 ? { 'Retry-After': '10' } : {};
  return Response.json(
    { jsonrpc: '2.0', error: { code, message, ...(data !== undefined && { data }) }, id },
    { status, headers: { 'Cache-Control': 'no-store', ...retry, ...headers } },
  );
}

/** The answer when there is no such session any more: the client has to begin a new one (2025-11-25, "Session management"). */
export function sessionNotFound(): Response {
  return errorResponse(404, 'Session not found', { code: CODES.sessionNotFound });
}
