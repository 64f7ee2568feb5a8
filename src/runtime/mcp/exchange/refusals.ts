import { isJsonContentType, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/server';
import { rpcError } from '../rpc-error.js';

/** Refuses a POST whose client does not take both forms of an answer, or that is not JSON (Streamable HTTP, sending messages). */
export function formRefusal({ headers }: Request): Response | undefined {
  const accept = headers.get('Accept') ?? '';
  if (!accept.includes('application/json') || !accept.includes('text/event-stream')) {
    return rpcError(406, 'Not Acceptable: Client must accept both application/json and text/event-stream');
  }
  return isJsonContentType(headers.get('Content-Type'))
    ? undefined
    : rpcError(415, 'Unsupported Media Type: Content-Type must be application/json');
}

/** Refuses a request whose header names a version before 2026-07-28 that nobody speaks. */
export function versionRefusal({ headers }: Request): Response | undefined {
  const version = headers.get('MCP-Protocol-Version');
  return version === null || SUPPORTED_PROTOCOL_VERSIONS.includes(version)
    ? undefined
    : rpcError(400, `Bad Request: Unsupported protocol version: ${version.slice(0, 64)}`);
}
