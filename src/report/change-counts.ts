import type { BundleDiff, NameDiff } from '../contract/bundle/diff.js';

/** A diff in numbers: the action's output `changes`. Part of the action's contract. */
export interface ChangeCounts {
  skills: { added: number; removed: number; changed: number };
  operations: { added: number; removed: number; changed: number };
  credentials: { added: number; removed: number; changed: number };
  /** Operations that skills may newly call, or no longer. */
  capabilities: { gained: number; lost: number };
  hosts: { gained: number; lost: number };
  weaker: number;
  revokedApprovals: number;
  structural: number;
}

/** Counts a diff. */
export function changeCounts(diff: BundleDiff): ChangeCounts {
  return {
    skills: countNames(diff.skills),
    operations: countNames(diff.operations),
    credentials: countNames(diff.credentials),
    capabilities: {
      gained: diff.capabilities.reduce((sum, { gained }) => sum + gained.length, 0),
      lost: diff.capabilities.reduce((sum, { lost }) => sum + lost.length, 0),
    },
    hosts: { gained: diff.hosts.gained.length, lost: diff.hosts.lost.length },
    weaker: diff.weaker.length,
    revokedApprovals: diff.revokedApprovals.length,
    structural: diff.structural.length,
  };
}

function countNames({ added, removed, changed }: NameDiff): { added: number; removed: number; changed: number } {
  return { added: added.length, removed: removed.length, changed: changed.length };
}
