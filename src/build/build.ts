import { assembleBundle } from './bundle/assemble-bundle.js';
import { collectDiagnostics, hasErrors, sortDiagnostics } from './diagnostics/collector.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { FileTree } from './files/file-tree.js';
import { readManifest } from './manifest/read-manifest.js';
import { readOperations } from './openapi/read-operations.js';
import { readSkills } from './skills/read-skills.js';
import { selectSkills } from './skills/select-skills.js';
import type { Bundle, EffectiveManifest, OperationSet, SkillSet } from './stage-values.js';

/** The stages of a build, in order; progress is told by stage. */
export type BuildStage = 'manifest' | 'skills' | 'operations' | 'bundle';

/** What to build. */
interface BuildOptions {
  files: FileTree;
  /** Path of the manifest, relative to the root of the file tree. */
  manifest: string;
  /** Overlay to apply; none for the base manifest. */
  environment?: string;
  /** Values for `${env:…}`. */
  variables: Readonly<Record<string, string | undefined>>;
  /** Whether unset variables become placeholders (a dry run) instead of errors. */
  placeholders: boolean;
  /** Changes the effective manifest before the later stages see it. */
  adjust?: (manifest: EffectiveManifest) => EffectiveManifest;
  /** Told when a stage begins. */
  onStage?: (stage: BuildStage) => void;
  /** Told when a stage has ended, with what is known by then. */
  onStageEnd?: (stage: BuildStage, soFar: BuildSoFar) => void;
}

/** What the stages up to one have found. */
export type BuildSoFar = Readonly<Omit<BuildResult, 'diagnostics'>>;

/** What a build found, as far as it came. */
export interface BuildResult {
  manifest?: EffectiveManifest;
  skills?: SkillSet;
  operations?: OperationSet;
  /** Absent when anything is an error. */
  bundle?: Bundle;
  /** Sorted by place. */
  diagnostics: Diagnostic[];
}

/**
 * Stages 1 to 5: files in, bundle and diagnostics out. No key, clock, randomness or network.
 * A stage that cannot go on says why; what the others found is still reported.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const sink = collectDiagnostics();
  const result: Omit<BuildResult, 'diagnostics'> = {};
  options.onStage?.('manifest');
  result.manifest = await readManifest(options.files, options.manifest, options, sink);
  options.onStageEnd?.('manifest', result);
  if (result.manifest) {
    const manifest = options.adjust?.(result.manifest) ?? result.manifest;
    result.manifest = manifest;
    options.onStage?.('skills');
    result.skills = await readSkills(options.files, manifest, sink);
    options.onStageEnd?.('skills', result);
    options.onStage?.('operations');
    result.operations = await readOperations(options.files, manifest, result.skills, sink);
    options.onStageEnd?.('operations', result);
    options.onStage?.('bundle');
    const selected = selectSkills(result.skills, result.operations, manifest, sink);
    if (!hasErrors(sink.diagnostics)) result.bundle = await assembleBundle(manifest, selected, result.operations, sink);
    options.onStageEnd?.('bundle', result);
  }
  return { ...result, diagnostics: sortDiagnostics(sink.diagnostics) };
}
