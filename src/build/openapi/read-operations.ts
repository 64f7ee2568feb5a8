import { suggest } from '../../contract/search/suggest.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { FileTree } from '../files/file-tree.js';
import type { EffectiveManifest, OperationSet, SkillSet, SpecSource } from '../stage-values.js';
import { createRuleBook, type RuleBook } from './classify/overrides.js';
import { readSpec } from './document/read-spec.js';
import {
  createUnsendableFinder,
  findReferenced,
  indexOperations,
  type SkillReference,
} from './names/find-referenced.js';
import { listOperations } from './names/list-operations.js';
import { nameOperations } from './names/name-operations.js';
import { resolveSpec } from './resolve-spec.js';
import { validateStrictly } from './validate-strictly.js';

/**
 * Stage 4: the operations that skills mention, resolved. Reads only the specs that a skill refers to, and of those only what
 * is referred to. Everything wrong is reported; what could be resolved is returned all the same.
 */
export async function readOperations(
  files: FileTree,
  manifest: EffectiveManifest,
  skills: SkillSet,
  sink: DiagnosticSink,
): Promise<OperationSet> {
  const found: OperationSet = {
    services: emptyRecord(),
    schemas: emptyRecord(),
    operations: [],
    bySkill: emptyRecord(),
  };
  for (const { id } of skills.skills) found.bySkill[id] = [];
  const references = referencesBySpec(manifest, skills, sink);
  const rules = createRuleBook(manifest.classificationRules);
  let isComplete = true;
  for (const source of bySpecId(manifest.specs)) {
    const mentions = references.get(source.id);
    if (mentions && !(await readOneSpec(files, source, mentions, rules, sink, found))) isComplete = false;
  }
  if (isComplete) reportUnusedRules(rules, sink);
  found.operations.sort((a, b) => compare(a.key, b.key));
  for (const keys of Object.values(found.bySkill)) keys.sort(compare);
  return found;
}

/** Adds one spec to what was found. Returns whether the spec could be read. */
async function readOneSpec(
  files: FileTree,
  source: SpecSource,
  mentions: readonly SkillReference[],
  rules: RuleBook,
  sink: DiagnosticSink,
  found: OperationSet,
): Promise<boolean> {
  // The manifest stage has said already that it cannot be read.
  if (source.unreadable) return false;
  const document = await readSpec(files, source, sink);
  if (!document) return false;
  if (source.strict) await validateStrictly(files, document, sink);
  const named = nameOperations(await listOperations(files, document));
  rules.see(named);
  const wanted = findReferenced(source, indexOperations(named), mentions, createUnsendableFinder(document), sink);
  const resolved = await resolveSpec(files, { document, rules, sink }, named, [...wanted.keys()]);
  const { service, $defs, operations } = resolved;
  if (operations.size > 0) found.services[source.id] = service;
  if (Object.keys($defs).length > 0) found.schemas[source.id] = $defs;
  for (const [operation, skillIds] of wanted) {
    const complete = operations.get(operation);
    if (!complete) continue;
    found.operations.push(complete);
    for (const skill of skillIds) found.bySkill[skill]?.push(complete.key);
  }
  return true;
}

function referencesBySpec(
  manifest: EffectiveManifest,
  skills: SkillSet,
  sink: DiagnosticSink,
): Map<string, SkillReference[]> {
  const known = new Set(manifest.specs.map(({ id }) => id));
  const bySpec = new Map<string, SkillReference[]>();
  for (const skill of skills.skills) {
    for (const reference of skill.references) {
      if (!known.has(reference.spec)) {
        const args = { spec: reference.spec, suggestions: suggest(reference.spec, known), known: [...known].sort() };
        sink.report('openapi-unknown-spec', args, reference.location);
        continue;
      }
      const list = bySpec.get(reference.spec) ?? [];
      bySpec.set(reference.spec, [...list, { skill: skill.id, reference }]);
    }
  }
  return bySpec;
}

function reportUnusedRules(rules: RuleBook, sink: DiagnosticSink): void {
  for (const { match, location } of rules.unused()) sink.report('openapi-rule-unused', { match }, location);
}

function bySpecId(specs: readonly SpecSource[]): SpecSource[] {
  return [...specs].sort((a, b) => compare(a.id, b.id));
}

/** Without a prototype, as the keys come from outside. */
function emptyRecord<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
