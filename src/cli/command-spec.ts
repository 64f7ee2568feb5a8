import type { Session } from './session.js';

/** One option of a command. */
export interface OptionSpec {
  name: string;
  aliases?: readonly string[];
  /** Placeholder of the value, such as `FILE`; a flag without one. */
  value?: string;
  /** Allowed values, when they are few. */
  choices?: readonly string[];
  summary: string;
  /** Shown in the help. */
  default?: string;
}

/** One command: everything that help, docs, parser and dispatch know about it. */
export interface CommandSpec {
  name: string;
  summary: string;
  /** More than the summary, one paragraph. */
  description: string;
  options: readonly OptionSpec[];
  examples: readonly { command: string; says: string }[];
  /** Loads what runs it: heavy, so only when it is asked for. */
  load(): Promise<{ run(session: Session): Promise<number> }>;
}
