import type { OptionSpec } from './command-options.js';
import type { Session } from './session.js';

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
