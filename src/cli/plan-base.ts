import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PlanBase } from '../commands/plan-result.js';
import { UsageError } from './misuse.js';
import type { Session } from './session.js';
import { isHttpUrl } from './worker-options.js';

/**
 * What `--against` names: an address, a file that is there or ends with `.json`, else a git ref; HEAD when it is left out.
 * Throws {@link UsageError} for what can be none of them.
 */
export async function planBase({ option, io }: Session): Promise<PlanBase> {
  const against = option('against');
  if (against === undefined) return { kind: 'git', ref: 'HEAD' };
  if (isHttpUrl(against)) return { kind: 'live', url: against };
  if (against.includes('://'))
    throw new UsageError(`--against is "${against}"; an address must begin with http:// or https://.`);
  const path = resolve(io.cwd, against);
  const isFile = await stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
  return isFile || against.endsWith('.json') ? { kind: 'file', path } : { kind: 'git', ref: against };
}
