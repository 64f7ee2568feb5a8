import type { PlanBase, PlanResult } from './plan-result.js';
import type { Ports, ProjectOptions } from './ports.js';
import { buildProject } from './stages/build-project.js';
import { planAgainst } from './stages/plan-against.js';
import type { LiveAccess } from './stages/plan-live.js';

/** `frontmcp deploy plan`: builds the working tree and compares it with the base. Changes nothing. */
export async function plan(
  options: ProjectOptions & LiveAccess & { against: PlanBase },
  ports: Ports,
): Promise<PlanResult> {
  const result = await buildProject({ ...options, placeholders: true }, ports);
  if (!result.bundle) return { build: result };
  ports.reporter.stage('plan');
  return { build: result, plan: await planAgainst(result.bundle, options, ports, options) };
}
