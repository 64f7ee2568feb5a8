import type { SpecSource } from '../stage-values.js';
import { locate, treeAt, valueOf, type MapTree } from '../yaml/tree.js';
import { checkManifest } from './checks/check-manifest.js';
import { textAt, type CheckContext } from './checks/context.js';
import { explainErrors } from './explain-errors.js';
import type { Problem } from './problem.js';
import { readSpecs } from './specs/read-specs.js';
import { resolveFile, type ManifestFiles } from './specs/resolve-file.js';
import { validateSchema } from './validate-schema.js';

/** Where skills are when the manifest does not say. */
const DEFAULT_SKILLS_SOURCE = './skills/';

/** The files that a manifest names, as far as they can be said, and what is wrong with them. */
export interface NamedFiles {
  specs: SpecSource[];
  /** From the root of the file tree; absent when it is unknown or outside. */
  skillsDirectory?: string;
  problems: Problem[];
}

/** All that is wrong with one environment's manifest: against the schema, across its fields, and with the files it names. */
export async function inspectEnvironment(context: CheckContext, files: ManifestFiles): Promise<Problem[]> {
  const { tree } = context;
  const shape = explainErrors(validateSchema(valueOf(tree)), tree);
  const named = await readNamedFiles(tree, files);
  return [...shape, ...checkManifest(context), ...named.problems];
}

/** Looks up the specs and the skills of one environment's manifest. */
export async function readNamedFiles(tree: MapTree, files: ManifestFiles): Promise<NamedFiles> {
  const specs = await readSpecs(tree, files);
  const skills = await findSkills(tree, files);
  return { ...specs, ...skills, problems: [...specs.problems, ...skills.problems] };
}

async function findSkills(tree: MapTree, files: ManifestFiles): Promise<Omit<NamedFiles, 'specs'>> {
  const source = treeAt(tree, '/skills/source');
  const text = source ? textAt(source, '')?.text : DEFAULT_SKILLS_SOURCE;
  if (text === undefined) return { problems: [] };
  const at = source?.at ?? locate(tree, '/skills');
  const { path, problems } = await resolveFile(files, { field: 'skills.source', text, at }, 'directory');
  return { ...(path === undefined ? {} : { skillsDirectory: path }), problems };
}
