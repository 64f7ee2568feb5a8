import type { BuildResult } from '../build/build.js';
import type { OperationChange } from '../build/compare/compare-operations.js';
import type { BundleDiff } from '../contract/bundle/diff.js';
import type { Failure } from './ports.js';

/** What a plan compares with. */
export type PlanBase =
  | { kind: 'git'; ref: string }
  | { kind: 'file'; path: string }
  | { kind: 'live'; url: string }
  | { kind: 'none'; reason: string };

/** What would change. */
export interface Plan {
  base: PlanBase & { sha256?: string; generation?: number };
  /** Absent when the base has no content to compare: a live Worker tells only its digest without a key. */
  diff?: BundleDiff;
  /** What became of the operations that stay, arguments and answers included; only where the base's artifacts are at hand. */
  operationChanges?: OperationChange[];
  /** Whether nothing at all would change; unknown without a digest on both sides. */
  unchanged?: boolean;
  /** Why the base could not be built or read; the plan then shows everything as new. */
  baseProblem?: Failure;
}

/** The outcome of `plan`. */
export interface PlanResult {
  build: BuildResult;
  plan?: Plan;
}
