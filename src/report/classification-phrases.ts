import type { ClassificationRow } from '../commands/classification-table.js';
import type { ClassificationDoubt } from '../build/stage-values.js';
import { plural } from './counts.js';

const DOUBTS: Record<ClassificationDoubt, string> = {
  'reads-by-name': 'counts as reading because of its name alone',
  'writes-by-name': 'is a GET that is named like a change, so it is no resource',
  'nothing-above': 'changes something, and no GET stands at or above its path: nobody hears of it',
  'far-above': 'is said to change what stands several steps above it',
  'not-addressable': 'changes a resource whose address needs what the call does not have: nobody hears of it',
  'rule-impossible': 'cannot be the resource that was asked for',
};

const SURFACES = { tool: 'tool', resource: 'resource', both: 'resource and tool' } as const;
const DECIDED = { http: '', document: 'x-frontmcp', rule: 'a rule' } as const;

/** Where a person settles what the classification could not. */
export const SETTLE_HINT = 'Settle it with a rule in classification.rules, or with x-frontmcp in the description.';

/** Such as `12 operations, 2 to look at`. */
export function classificationCounts(rows: readonly ClassificationRow[]): string {
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0).length;
  return `${plural(rows.length, 'operation')}${doubtful > 0 ? `, ${doubtful} to look at` : ''}`;
}

/** Those to look at first; within that the order stays. */
export function doubtfulFirst(rows: readonly ClassificationRow[]): ClassificationRow[] {
  return [...rows].sort((a, b) => Number(b.doubts.length > 0) - Number(a.doubts.length > 0));
}

/** Such as `tool, changes data` or `resource and tool, reads (a rule)`. */
export function surfaceText({ surface, readOnly, decidedBy }: ClassificationRow): string {
  const by = DECIDED[decidedBy];
  return `${SURFACES[surface]}, ${readOnly ? 'reads' : 'changes data'}${by === '' ? '' : ` (${by})`}`;
}

/** Why a person should look at an operation, a text each. */
export function doubtTexts({ doubts }: ClassificationRow): string[] {
  return doubts.map((doubt) => DOUBTS[doubt]);
}
