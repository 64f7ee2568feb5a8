import type { JsonObject } from '../../src/contract/encoding/json.js';

/** An elicitation of one text. */
export function askFor(message: string, field: string, type = 'string'): object {
  return {
    method: 'elicitation/create',
    params: {
      mode: 'form',
      message,
      requestedSchema: { type: 'object', properties: { [field]: { type } }, required: [field] },
    },
  };
}

/** A question to the client's model. */
export function askModel(question: string, maxTokens: number): object {
  return {
    method: 'sampling/createMessage',
    params: { messages: [{ role: 'user', content: { type: 'text', text: question } }], maxTokens },
  };
}

/** A question for the client's roots. */
export const ASK_ROOTS = { method: 'roots/list', params: {} };

/** The result that asks (SEP-2322). */
export function askingFor(inputRequests: object, requestState?: string): object {
  return { resultType: 'input_required', inputRequests, ...(requestState !== undefined && { requestState }) };
}

/** What the client answered to one question. */
export function answerTo(params: JsonObject, key: string): Record<string, unknown> | undefined {
  const answer = (params.inputResponses as JsonObject | undefined)?.[key];
  return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : undefined;
}
