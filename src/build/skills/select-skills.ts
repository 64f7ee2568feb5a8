import { escapePointer } from '../../contract/encoding/json.js';
import { suggest } from '../../contract/search/suggest.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type {
  EffectiveManifest,
  OperationSet,
  SelectedSkill,
  SelectedSkills,
  Skill,
  SkillSet,
} from '../stage-values.js';

/**
 * Applies the manifest's tag filter, with the tags of operations inherited, and its list of always-loaded skills, and
 * checks that what it names exists. `exclude` wins over everything; a skill that `skills.alwaysLoad` names needs no
 * tag of `include`.
 */
export function selectSkills(
  skills: SkillSet,
  operations: OperationSet,
  manifest: EffectiveManifest,
  sink: DiagnosticSink,
): SelectedSkills {
  const alwaysLoad = new Set(manifest.hot.skills.alwaysLoad);
  const known = skills.skills.map((skill) => withOperations(skill, operations, alwaysLoad));
  checkNamedSkills(known, manifest, sink);
  checkFilterTags(known, manifest, sink);
  return { skills: known.filter((skill) => isSelected(skill, alwaysLoad, manifest)) };
}

function withOperations(skill: Skill, operations: OperationSet, alwaysLoad: ReadonlySet<string>): SelectedSkill {
  const own = Object.hasOwn(operations.bySkill, skill.id) ? (operations.bySkill[skill.id] ?? []) : [];
  const keys = new Set(own);
  const inherited = operations.operations.filter(({ key }) => keys.has(key)).flatMap(({ entry }) => entry.tags);
  return {
    ...skill,
    alwaysLoad: skill.alwaysLoad || alwaysLoad.has(skill.id),
    operations: [...keys].sort(),
    allTags: [...new Set([...skill.tags, ...inherited])].sort(),
  };
}

function isSelected(skill: SelectedSkill, alwaysLoad: ReadonlySet<string>, manifest: EffectiveManifest): boolean {
  const { include, exclude } = manifest.skillTags;
  if (hasAny(skill, exclude)) return false;
  return include.length === 0 || alwaysLoad.has(skill.id) || hasAny(skill, include);
}

function hasAny(skill: SelectedSkill, tags: readonly string[]): boolean {
  return tags.some((tag) => skill.allTags.includes(tag));
}

function checkNamedSkills(known: readonly SelectedSkill[], manifest: EffectiveManifest, sink: DiagnosticSink): void {
  const byId = new Map(known.map((skill) => [skill.id, skill]));
  manifest.hot.skills.alwaysLoad.forEach((id, index) => {
    const at = manifest.locate(`/skills/alwaysLoad/${index}`);
    const skill = byId.get(id);
    if (!skill) return sink.report('skill-always-load-unknown', { id, suggestions: suggest(id, byId.keys()) }, at);
    const tags = manifest.skillTags.exclude.filter((tag) => skill.allTags.includes(tag));
    if (tags.length > 0) sink.report('skill-always-load-excluded', { id, tags }, at);
  });
  for (const id of Object.keys(manifest.hot.skills.access ?? {})) {
    if (byId.has(id)) continue;
    const at = manifest.locate(`/skills/access/${escapePointer(id)}`);
    sink.report('skill-access-unknown', { id, suggestions: suggest(id, byId.keys()) }, at);
  }
}

function checkFilterTags(known: readonly SelectedSkill[], manifest: EffectiveManifest, sink: DiagnosticSink): void {
  const tags = new Set([
    ...known.flatMap((skill) => skill.allTags),
    ...(manifest.hot.tags ?? []).map(({ name }) => name),
  ]);
  for (const kind of ['include', 'exclude'] as const) {
    manifest.skillTags[kind].forEach((tag, index) => {
      if (tags.has(tag)) return;
      sink.report(
        'skill-tag-unknown',
        { tag, suggestions: suggest(tag, tags) },
        manifest.locate(`/skills/tags/${kind}/${index}`),
      );
    });
  }
}
