import type { Server, ServerContext } from '@modelcontextprotocol/server';
import type { Asking } from './approve-call.js';

/**
 * How the client of a request asks a person. Only 2026-07-28 has an envelope; in a session the SDK turns the same
 * question into `elicitation/create` and calls again with the answer.
 */
export function clientAsking(
  server: Server,
  { envelope, inputResponses, requestState }: ServerContext['mcpReq'],
): Asking {
  const forms = server.getClientCapabilities()?.elicitation;
  return {
    // A client that names no mode means forms: older generations know no other.
    canAsk: forms !== undefined && (forms.form !== undefined || forms.url === undefined),
    via: envelope ? 'input_required' : 'elicitation',
    state: requestState(),
    responses: inputResponses,
  };
}
