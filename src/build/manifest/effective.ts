import type { DeployManifest, Execution, Server, SpecAuth } from '../../contract/generated/manifest.js';

export type { DeployManifest, Execution, Server, SpecAuth };

/** Who may use a skill. */
export interface SkillEntryAccess {
  scopes?: string[];
  groups?: string[];
}
