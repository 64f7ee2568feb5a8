import { BASE_ENVIRONMENT } from '../../contract/bundle/types.js';
import type { SpecSource } from '../stage-values.js';
import { locate, treeAt, valueOf, type MapTree } from '../yaml/tree.js';
import {
  checkAlwaysLoad,
  checkBindingNames,
  checkDurableObjectClasses,
  checkNonceKv,
  checkSecrets,
  checkTagFilter,
  checkUniqueNames,
} from './check-names.js';
import { checkBaseUrls, checkDate, checkDeploymentUrl, checkSpecAuth, checkTokenUrls } from './check-values.js';
import {
  checkChoice,
  checkOverlays,
  checkWorkerNames,
  environmentsOf,
  type Check,
  type Environment,
} from './environments.js';
import { explainErrors } from './explain-errors.js';
import { identityOf, inEnvironment, type Problem } from './problem.js';
import { readSpecs } from './read-specs.js';
import { resolveFile, type ManifestFiles } from './resolve-file.js';
import { validateSchema } from './validate-schema.js';
import { checkPlaceholders, fillVariables, textAt, textsAt, type Filled, type Variables } from './variables.js';

/** How a manifest is read. */
export interface ManifestOptions {
  /** The overlay to apply; none, or `base`, for the manifest by itself. */
  environment?: string;
  /** Values for `${env:…}`. */
  variables: Variables;
  /** Whether unset variables become placeholders (a dry run) instead of errors. */
  placeholders: boolean;
}

/** The environment that was asked for, with its variables filled in. */
export interface Chosen extends Filled {
  environment: string;
}

/** Checks the manifest by itself and with each overlay; only the one that was asked for has its variables filled in. */
export async function inspectManifest(
  root: MapTree,
  files: ManifestFiles,
  { environment: wanted = BASE_ENVIRONMENT, variables, placeholders }: ManifestOptions,
): Promise<{ problems: Problem[]; chosen?: Chosen }> {
  const environments = environmentsOf(root);
  const problems = [
    ...checkChoice(root, environments, wanted),
    ...checkOverlays(root),
    ...checkPlaceholders(root, new Set(textsAt(root, '/secrets', '/name').map(({ text }) => text))),
    ...(await checkWorkerNames(environments)),
  ];
  const said = new Set<string>();
  let chosen: Chosen | undefined;
  for (const { name, tree, base } of environments) {
    if (name === wanted) chosen = { ...fillVariables(tree, variables), environment: name };
    const filled = name === wanted ? chosen : undefined;
    const found = await inspectEnvironment({ name, tree: filled?.tree ?? tree, base }, files);
    const missing = placeholders ? [] : (filled?.problems ?? []);
    problems.push(...newProblems([...found, ...missing], base && name, said));
  }
  return { problems, chosen };
}

/** A problem of the manifest by itself is said once, not again for every environment that inherits it. */
function newProblems(found: readonly Problem[], environment: string | undefined, said: Set<string>): Problem[] {
  if (environment !== undefined) {
    return found.filter((each) => !said.has(identityOf(each))).map((each) => inEnvironment(each, environment));
  }
  for (const each of found) said.add(identityOf(each));
  return [...found];
}

/** All that is wrong with one environment's manifest: against the schema, across its fields, and with the files it names. */
async function inspectEnvironment(environment: Environment, files: ManifestFiles): Promise<Problem[]> {
  const { tree } = environment;
  const shape = explainErrors(validateSchema(valueOf(tree)), tree);
  const named = await readNamedFiles(tree, files);
  return [...shape, ...CHECKS.flatMap((check) => check(environment)), ...named.problems];
}

const CHECKS: readonly Check[] = [
  checkUniqueNames,
  checkBindingNames,
  checkDurableObjectClasses,
  checkAlwaysLoad,
  checkSecrets,
  checkNonceKv,
  checkTagFilter,
  checkDate,
  checkDeploymentUrl,
  checkBaseUrls,
  checkTokenUrls,
  checkSpecAuth,
];

/** Where skills are when the manifest does not say. */
const DEFAULT_SKILLS_SOURCE = './skills/';

/** The files that a manifest names, as far as they can be said, and what is wrong with them. */
interface NamedFiles {
  specs: SpecSource[];
  /** From the root of the file tree; absent when it is unknown or outside. */
  skillsDirectory?: string;
  problems: Problem[];
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
