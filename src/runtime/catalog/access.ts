import type { HotManifest } from '../../contract/bundle/bundle-index.js';

/** What of a caller decides about skills. */
export interface SkillUser {
  scopes: readonly string[];
  groups: readonly string[];
}

/**
 * Whether a caller may use a skill: one of the scopes or groups that `skills.access` names for it is enough. A
 * skill that it does not name is open to every caller of the Worker; an entry that names nothing, to none.
 */
export function mayUseSkill(access: HotManifest['skills']['access'], skillId: string, user: SkillUser): boolean {
  const rule = access && Object.hasOwn(access, skillId) ? access[skillId] : undefined;
  if (!rule) return true;
  const hasScope = (rule.scopes ?? []).some((scope) => user.scopes.includes(scope));
  return hasScope || (rule.groups ?? []).some((group) => user.groups.includes(group));
}
