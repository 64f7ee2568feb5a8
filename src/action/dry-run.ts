import type { Failure } from '../commands/ports.js';
import type { RunContext } from './run-context.js';

/** Whether the run is a dry run, with a sentence that says why when nobody asked for it; or why it must not go on. */
export type DryRunDecision = { ok: true; dryRun: boolean; note?: string } | { ok: false; failure: Failure };

/**
 * Decides from the input `dry-run` and the run: pull requests are dry runs unless the workflow says otherwise, and code
 * from forks and from Dependabot never gets near the key.
 */
export function decideDryRun(setting: boolean | 'auto', context: RunContext): DryRunDecision {
  if (setting === true) return { ok: true, dryRun: true };
  const { untrusted } = context;
  if (setting === 'auto' && untrusted !== undefined)
    return { ok: true, dryRun: true, note: `Dry run: ${untrusted}, so nothing is signed or pushed.` };
  if (setting === 'auto' && context.isProposal)
    return { ok: true, dryRun: true, note: 'Dry run: this is a pull request. It is pushed when it is merged.' };
  if (untrusted === undefined) return { ok: true, dryRun: false };
  return {
    ok: false,
    failure: {
      code: 'untrusted-run',
      message: `This run (${context.event || 'unknown event'}) must not sign: ${untrusted}.`,
      hint: 'Leave "dry-run" at "auto", so that such runs check and plan only; they are pushed after the merge.',
    },
  };
}
