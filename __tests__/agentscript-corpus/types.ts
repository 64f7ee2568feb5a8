/** How a run of `codecall_execute` ended. */
export type Status = 'ok' | 'syntax_error' | 'illegal_access' | 'runtime_error' | 'tool_error' | 'timeout';

/** What a script is run with besides its text. */
export interface ScriptInput {
  /** Skills to run with. Default: `orders` alone. */
  skills?: string[];
  allowedTools?: string[];
  context?: Record<string, unknown>;
}

/** A script of the kind that a model writes; what it must return is computed by plain Node. */
export interface HonestCase extends ScriptInput {
  name: string;
  script: string;
}

/** A script of somebody hostile. README.md says when it wins. */
export interface AttackCase extends ScriptInput {
  name: string;
  script: string;
  /** `refused`: nothing ran. `contained`: any end, as long as no sign is seen. */
  expect: 'refused' | 'contained' | Status[];
  /** Runs in a call of its own right after, and wins by the same signs. */
  then?: string;
  /** At most this many requests. */
  upstream?: number;
}

/** Attacks of one class. */
export interface AttackClass {
  class: string;
  /** Whether a clock that stands still could change how a case ends. */
  byClock?: true;
  cases: AttackCase[];
}

/** What a script returns when it got what it must not get; scripts spell it in two halves. */
export const MARKER = 'ESCAPED';
/** The token that the Worker signs in with. */
export const SECRET = 'sk-corpus-5d1f0c9a77e24b63';
/** What `admin.deleteEverything` answers. */
export const ADMIN_RAN = 'admin-operation-has-run';
/** What `vault.readSecret` answers. */
export const VAULT_TEXT = 'the-text-in-the-vault';
