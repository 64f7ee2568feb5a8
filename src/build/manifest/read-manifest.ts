import { BASE_ENVIRONMENT } from '../../contract/bundle/types.js';
import type { DiagnosticArguments, DiagnosticSink, Location } from '../diagnostics/diagnostic.js';
import type { FileTree } from '../files/file-tree.js';
import type { EffectiveManifest } from '../stage-values.js';
import { readTree, type TreeFault } from '../yaml/read-tree.js';
import { locate, type MapTree } from '../yaml/tree.js';
import { textsAt } from './checks/context.js';
import { hotPart, structuralPart } from './effective-manifest.js';
import { checkChoice, checkOverlays, checkWorkerNames, environmentsOf } from './environments.js';
import { inspectEnvironment, readNamedFiles } from './inspect-environment.js';
import { identityOf, inEnvironment, reportAll, type Problem } from './problem.js';
import { readManifestFile } from './read-manifest-file.js';
import { repairManifest } from './repair-manifest.js';
import { rememberFiles } from './specs/remember-files.js';
import { joinWithin, type ManifestFiles } from './specs/resolve-file.js';
import { fillStandIns } from './stand-ins.js';
import { checkPlaceholders, fillVariables, type Filled, type Variables } from './variables.js';

/** How a manifest is read. */
export interface ManifestOptions {
  /** The overlay to apply; none, or `base`, for the manifest by itself. */
  environment?: string;
  /** Values for `${env:…}`. */
  variables: Variables;
  /** Whether unset variables become placeholders (a dry run) instead of errors. */
  placeholders: boolean;
}

/**
 * Stages 1 and 2: the manifest of one environment, complete and with every default, or undefined when what is wrong leaves
 * the next stages nothing to work on. Every problem of the whole file is reported, those of the other environments
 * included. When there were errors the value is good for finding more of them only: a section that the schema refuses
 * holds a stand-in.
 *
 * `path` is relative to the root of the file tree.
 */
export async function readManifest(
  files: FileTree,
  path: string,
  options: ManifestOptions,
  sink: DiagnosticSink,
): Promise<EffectiveManifest | undefined> {
  const file = joinWithin('', path) ?? path;
  const text = await readManifestFile(files, file, sink);
  const root = text === undefined ? undefined : readTree(text, file, (fault, at) => reportTreeFault(fault, at, sink));
  if (root && root.kind !== 'map') {
    const actual = root.kind === 'list' ? 'array' : root.value === null ? 'null' : typeof root.value;
    sink.report('manifest-type', { path: 'the manifest', expected: ['object'], actual }, root.at);
  }
  if (root?.kind !== 'map') return undefined;
  const named = { files: rememberFiles(files), directory: file.split('/').slice(0, -1).join('/') };
  const { problems, chosen } = await inspect(root, named, options);
  reportAll(problems, sink);
  return chosen && complete(file, chosen, named, options);
}

/** Reports a fault of the YAML under its own code. */
function reportTreeFault({ fault, ...facts }: TreeFault, at: Location, sink: DiagnosticSink): void {
  const code = `manifest-${fault}` as const;
  sink.report(code, facts as DiagnosticArguments<typeof code>, at);
}

/** The environment that was asked for, with its variables filled in. */
interface Chosen extends Filled {
  environment: string;
}

/** Checks the manifest by itself and with each overlay; only the one that was asked for has its variables filled in. */
async function inspect(
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
    const found = await inspectEnvironment({ tree: filled?.tree ?? tree, base }, files);
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

async function complete(
  file: string,
  { tree: filled, used, missing, environment }: Chosen,
  files: ManifestFiles,
  { variables }: ManifestOptions,
): Promise<EffectiveManifest | undefined> {
  const repaired = repairManifest(missing.size > 0 ? fillStandIns(filled, variables) : filled);
  if (!repaired) return undefined;
  const { tree, manifest } = repaired;
  const { specs, skillsDirectory } = await readNamedFiles(tree, files);
  if (skillsDirectory === undefined) return undefined;
  const { skills, classification } = manifest;
  return {
    name: manifest.name,
    environment,
    file,
    hot: hotPart(manifest),
    structural: await structuralPart(manifest, environment),
    specs,
    skillsDirectory,
    skillTags: { include: skills?.tags?.include ?? [], exclude: skills?.tags?.exclude ?? [] },
    classificationRules: (classification?.rules ?? []).map((rule, index) => ({
      ...rule,
      location: locate(tree, `/classification/rules/${index}`),
    })),
    usedVariables: [...used].sort(),
    placeholders: [...missing].sort(),
    locate: (pointer) => locate(tree, pointer),
  };
}
