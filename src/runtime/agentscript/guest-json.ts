import { nestingDepth, type JsonValue } from '../../contract/encoding/json.js';

/** Deepest nesting of arguments and results. */
export const MAX_GUEST_DEPTH = 100;

/** Whether a text is nested deeper than what goes in and out of a script may be. */
export function isTooDeep(text: string): boolean {
  return nestingDepth(text) > MAX_GUEST_DEPTH;
}

/** Reads what the guest wrote. That is always JSON: what cannot be read of it, `undefined`, is nested too deep. */
export function readGuestJson(text: string): JsonValue | undefined {
  try {
    return isTooDeep(text) ? undefined : (JSON.parse(text) as JsonValue);
  } catch {
    return undefined;
  }
}
