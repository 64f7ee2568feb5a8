import { relative, resolve, sep } from 'node:path';
import { build, type BuildResult } from '../../build/build.js';
import type { FileTree } from '../../build/files/file-tree.js';
import { openWorkingTree } from '../../build/files/working-tree.js';
import type { EffectiveManifest } from '../../build/stage-values.js';
import type { Ports, ProjectOptions } from '../ports.js';

/** A project, opened: where its files are, and where its manifest stands among them. */
export interface OpenProject {
  files: FileTree;
  /** Path of the manifest, relative to the root of the file tree. */
  manifest: string;
}

/** Opens the working tree of a project. The manifest need not exist yet: the build says so. */
export async function openProject(options: ProjectOptions): Promise<OpenProject> {
  const { tree, prefix } = await openWorkingTree(options.directory);
  const within = relative(options.directory, resolve(options.directory, options.manifest)).split(sep).join('/');
  return { files: tree, manifest: prefix === '' ? within : `${prefix}/${within}` };
}

/** Builds a project from its working tree. `placeholders`: whether unset variables are filled in (a dry run). */
export async function buildProject(
  options: ProjectOptions & { placeholders: boolean; adjust?: Adjust },
  ports: Pick<Ports, 'reporter' | 'variables'>,
): Promise<BuildResult> {
  const { files, manifest } = await openProject(options);
  return build({
    files,
    manifest,
    environment: options.environment,
    variables: ports.variables,
    placeholders: options.placeholders,
    adjust: combine(options),
    onStage: (stage) => ports.reporter.stage(stage),
    onStageEnd: (stage, soFar) => ports.reporter.stageEnd?.(stage, soFar),
  });
}

/** A change of the effective manifest that a command asks for. */
export type Adjust = (manifest: EffectiveManifest) => EffectiveManifest;

function combine({ strict, adjust }: { strict?: boolean; adjust?: Adjust }): Adjust {
  return (manifest) => {
    const adjusted = adjust?.(manifest) ?? manifest;
    return strict ? { ...adjusted, specs: adjusted.specs.map((spec) => ({ ...spec, strict: true })) } : adjusted;
  };
}
