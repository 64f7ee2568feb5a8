/** What every failed call answers, whichever tool it was. */
export interface ToolFailure {
  ok: false;
  /** HTTP status of the API; 0 when it was not called, or did not answer. */
  status: number;
  code: string;
  /** What happened and what to do next. */
  message: string;
  /** Whether the same call may succeed later without harm. */
  retryable: boolean;
  /** Seconds to wait before that, when the API said. */
  retryAfterSeconds?: number;
  details?: unknown;
}

/** A failure of the caller's making, or the bundle's: nothing was called. */
export function failure(code: string, message: string, details?: unknown): ToolFailure {
  return { ok: false, status: 0, code, message, retryable: false, ...(details !== undefined && { details }) };
}

/** The failure of a call whose arguments do not fit: nothing was called. */
export function invalidArguments(what: string, problems: readonly { pointer: string; message: string }[]): ToolFailure {
  const sentences = problems.map(({ message }) => (/[.?]$/.test(message) ? message : `${message}.`));
  return failure('invalid_arguments', `The input of ${what} does not fit; nothing was called. ${sentences.join(' ')}`, {
    problems,
  });
}
