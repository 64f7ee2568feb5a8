import { rpcError } from '../rpc-error.js';

/** The answer where there is no such session, or none any more: the client is to begin a new one (2025-11-25, session management). */
export function sessionNotFound(): Response {
  return rpcError(404, 'Session not found', { code: -32001 });
}
