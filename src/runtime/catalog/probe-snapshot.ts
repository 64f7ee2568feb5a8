import type { Snapshot } from '../snapshot.js';
import { createBudget } from './budget.js';
import { DESCRIBE_BUDGET_BYTES } from './describe.js';
import { describeOperation } from './describe-operation.js';
import { openSearcher } from './search-skills.js';

/**
 * Tries a snapshot before it goes live, whoever may use it: opens the search index and searches once, reads one
 * skill, describes one operation. Throws what a caller would have run into.
 */
export async function probeSnapshot(snapshot: Snapshot): Promise<void> {
  const { skills, operations, search } = snapshot.index;
  const searcher = await openSearcher(snapshot, search);
  const skill = Object.values(skills)[0];
  if (skill) searcher.search(skill.description);
  const instructions = skill?.files['SKILL.md'];
  if (instructions) await snapshot.text(instructions);
  const operation = Object.entries(operations)[0];
  if (!operation) return;
  const [key, entry] = operation;
  await describeOperation(snapshot, { key, entry, skills: [] }, createBudget(DESCRIBE_BUDGET_BYTES));
}
