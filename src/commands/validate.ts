import type { BuildResult } from '../build/build.js';
import type { Ports, ProjectOptions } from './ports.js';
import { buildProject } from './stages/build-project.js';

/** `frontmcp deploy validate`. */
export interface ValidateResult {
  build: BuildResult;
}

/** `frontmcp deploy validate`: stages 1 to 5, every finding. Needs no variable, key or network. */
export async function validate(options: ProjectOptions, ports: Ports): Promise<ValidateResult> {
  return { build: await buildProject({ ...options, placeholders: true }, ports) };
}
