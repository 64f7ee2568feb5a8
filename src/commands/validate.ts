import { buildProject } from './build-project.js';
import type { ValidateResult } from './command-results.js';
import type { Ports, ProjectOptions } from './ports.js';

/** `frontmcp deploy validate`: stages 1 to 5, every finding. Needs no variable, key or network. */
export async function validate(options: ProjectOptions, ports: Ports): Promise<ValidateResult> {
  return { build: await buildProject({ ...options, placeholders: true }, ports) };
}
