import { signsOf } from './signs.js';
import type { Corpus } from './start-corpus.js';
import type { AttackCase } from './types.js';

/** An honest script: a call, a loop, a sort. It must work after everything. */
const HONEST = `const { orders } = await shop.listOrders({ limit: 3 });
const ids = [];
for (const { id } of orders) ids.unshift(id);
return ids.sort().join();`;
const ANSWER = 'A-1001,A-1002,A-1003';

/** Runs an attack, what it looks for afterwards, and an honest script. Returns the signs of its success. */
export async function runAttack(attack: AttackCase, corpus: Corpus): Promise<string[]> {
  const { script, then, upstream, skills, allowedTools, context } = attack;
  const input = { ...(skills && { skills }), ...(allowedTools && { allowedTools }), ...(context && { context }) };
  const before = corpus.api.count();
  const signs = signsOf(attack, await corpus.execute(script, input), corpus);
  const sent = corpus.api.count() - before;
  if (upstream !== undefined && sent > upstream) signs.push(`sent ${sent} requests`);
  if (then !== undefined)
    signs.push(
      ...signsOf({ ...attack, expect: 'contained' }, await corpus.execute(then), corpus).map(
        (sign) => `afterwards: ${sign}`,
      ),
    );
  let honest = await corpus.execute(HONEST);
  // On a busy machine a pause can use up the second that the quick clock leaves; harm that was done stays.
  if (honest.error?.code === 'LIMIT_CPU') honest = await corpus.execute(HONEST);
  if (honest.result !== ANSWER) signs.push(`an honest script fails afterwards: ${honest.text.slice(0, 500)}`);
  return signs;
}
