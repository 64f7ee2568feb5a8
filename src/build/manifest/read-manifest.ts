import { BASE_ENVIRONMENT } from '../../contract/bundle/bundle-index.js';
import { identityOf, inEnvironment, reportAll, type Problem } from '../diagnostics/collector.js';
import type { DiagnosticArguments, DiagnosticSink, Location } from '../diagnostics/diagnostic.js';
import type { FileTree } from '../files/file-tree.js';
import { decodeUtf8 } from '../files/interpret-file.js';
import type { EffectiveManifest } from '../stage-values.js';
import { readTree, type TreeFault } from '../yaml/read-tree.js';
import { valueOf, type MapTree } from '../yaml/tree.js';
import { NAME_CHECKS } from './check-names.js';
import { VALUE_CHECKS } from './check-values.js';
import { effectiveManifest, type Chosen } from './effective-manifest.js';
import { checkChoice, checkOverlays, checkWorkerNames, environmentsOf, type Environment } from './environments.js';
import { explainErrors } from './explain-errors.js';
import { readNamedFiles } from './read-named-files.js';
import { joinWithin, rememberFiles, type ManifestFiles } from './resolve-file.js';
import { validateSchema } from './validate-schema.js';
import { checkPlaceholders, fillVariables, textsAt, type Variables } from './variables.js';

/** How a manifest is read. */
export interface ManifestOptions {
  /** The overlay to apply; none, or `base`, for the manifest by itself. */
  environment?: string;
  /** Values for `${env:…}`. */
  variables: Variables;
  /** Whether unset variables become placeholders (a dry run) instead of errors. */
  placeholders: boolean;
}

/** Hundreds of times a large manifest; bounds the work of the YAML parser. */
const MAX_MANIFEST_BYTES = 1024 * 1024;

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
  return chosen && effectiveManifest(file, chosen, named, options.variables);
}

/** The text of the manifest, without a byte order mark; undefined, and reported, when there is none to read. */
async function readManifestFile(files: FileTree, path: string, sink: DiagnosticSink): Promise<string | undefined> {
  const content = await files.read(path, { maxBytes: MAX_MANIFEST_BYTES });
  const location = { file: path };
  if (!content.ok) {
    const { fault, detail } = content;
    if (fault === 'absent') sink.report('manifest-absent', { path }, location);
    else if (fault === 'too-large') sink.report('manifest-too-large', { path, maxBytes: MAX_MANIFEST_BYTES }, location);
    else sink.report('manifest-unreadable', { path, fault, ...(detail === undefined ? {} : { detail }) }, location);
    return undefined;
  }
  const text = decodeUtf8(content.bytes);
  if (text === undefined) sink.report('manifest-encoding', { path }, location);
  return text;
}

/** Reports a fault of the YAML under its own code. */
function reportTreeFault({ fault, ...facts }: TreeFault, at: Location, sink: DiagnosticSink): void {
  const code = `manifest-${fault}` as const;
  sink.report(code, facts as DiagnosticArguments<typeof code>, at);
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
  return [...shape, ...[...NAME_CHECKS, ...VALUE_CHECKS].flatMap((check) => check(environment)), ...named.problems];
}
