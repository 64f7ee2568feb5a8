import type { ActionInputs } from './inputs.js';
import type { RunContext } from './run-context.js';

/** A run whose inputs are read and whose mode is decided. */
export interface Run {
  inputs: ActionInputs;
  context: RunContext;
  dryRun: boolean;
  /** Absolute path of the workspace. */
  workspace: string;
  /** Sentences for the summary. */
  notes: readonly string[];
}
