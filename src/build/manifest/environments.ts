import { BASE_ENVIRONMENT } from '../../contract/bundle/types.js';
import { suggest } from '../../contract/search/suggest.js';
import { locate, treeAt, valueOf, type MapTree } from '../yaml/tree.js';
import { applyOverlay } from './apply-overlay.js';
import { membersAt, textAt } from './checks/context.js';
import { defaultWorkerName } from './effective-manifest.js';
import { explainErrors } from './explain-errors.js';
import { inEnvironment, problem, type Problem } from './problem.js';
import { validateSchema } from './validate-schema.js';

/** One way to read a manifest: by itself, or with one of its overlays. */
export interface Environment {
  name: string;
  tree: MapTree;
  /** The manifest by itself; absent when that is what this is. */
  base?: MapTree;
}

/** The manifest by itself, then with each of its overlays, in its order. */
export function environmentsOf(root: MapTree): Environment[] {
  const base = applyOverlay(root, undefined);
  const overlays = membersAt(root, '/environments').filter(([name]) => name !== BASE_ENVIRONMENT);
  return [
    { name: BASE_ENVIRONMENT, tree: base },
    ...overlays.map(([name, { value }]) => ({ name, tree: applyOverlay(root, value), base })),
  ];
}

/** A finding when the environment that was asked for does not exist. */
export function checkChoice(root: MapTree, environments: readonly Environment[], wanted: string): Problem[] {
  const known = environments.filter(({ base }) => base).map(({ name }) => name);
  if (wanted === BASE_ENVIRONMENT || known.includes(wanted)) return [];
  const args = { name: wanted, known, suggestions: suggest(wanted, known) };
  return [problem('manifest-unknown-environment', args, locate(root, '/environments'))];
}

/** What is wrong with `environments` itself; what the overlays make of the manifest is checked after the merge. */
export function checkOverlays(root: MapTree): Problem[] {
  const errors = validateSchema(valueOf(root)).filter(({ instancePath }) => instancePath.startsWith('/environments'));
  // An overlay's specs and vars are judged where they end up, with the environment's name in the message.
  const own = errors.filter(
    ({ instancePath }) => !/^\/environments\/[^/]+\/(?:specs(?:\/|$)|vars\/)/.test(instancePath),
  );
  const reserved = membersAt(root, '/environments').filter(([name]) => name === BASE_ENVIRONMENT);
  return [
    ...explainErrors(own, root),
    ...reserved.map(([name, { key }]) => problem('manifest-environment-reserved', { name }, key)),
  ];
}

/** Warns of two environments with one Worker: the second deployment would take the place of the first, unless their accounts differ. */
export async function checkWorkerNames(environments: readonly Environment[]): Promise<Problem[]> {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { name, tree, base } of environments) {
    const workerName = base && (await workerNameOf(tree, name));
    if (workerName === undefined) continue;
    const other = first.get(workerName);
    const at = locate(tree, '/deployment/workerName');
    if (other === undefined) first.set(workerName, name);
    else problems.push(inEnvironment(problem('manifest-worker-shared', { workerName, other }, at), name));
  }
  return problems;
}

async function workerNameOf(tree: MapTree, environment: string): Promise<string | undefined> {
  if (treeAt(tree, '/deployment/workerName')) return textAt(tree, '/deployment/workerName')?.text;
  const name = textAt(tree, '/name');
  return name && defaultWorkerName(name.text, environment);
}
