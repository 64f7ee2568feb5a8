import { BASE_ENVIRONMENT } from '../../contract/bundle/bundle-index.js';
import { sha256Hex } from '../../contract/encoding/digest.js';
import { suggest } from '../../contract/search/suggest.js';
import { inEnvironment, problem, type Problem } from '../diagnostics/collector.js';
import { locate, membersAt, treeAt, valueOf, type Entry, type MapTree, type Tree } from '../yaml/tree.js';
import { explainErrors } from './explain-errors.js';
import { toWorkerName } from './patterns.js';
import { validateSchema } from './validate-schema.js';
import { textAt } from './variables.js';

/** One way to read a manifest: without an overlay, or with one of them. */
export interface Environment {
  name: string;
  tree: MapTree;
  /** The manifest without the overlay, when this has one: says which values the overlay brought. */
  base?: MapTree;
}

/** Compares parts of one environment's manifest that each may be fine alone; tolerates a manifest that the schema refuses. */
export type Check = (environment: Environment) => Problem[];

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

/** A Worker name is a label of `<name>.<account>.workers.dev` (RFC 1035 section 2.3.4). */
const MAX_WORKER_NAME_LENGTH = 63;

/**
 * `<name>` or `<name>-<environment>` as a Worker name. One that is too long is cut and ends with a digest of the whole,
 * so that two environments still differ.
 */
export async function defaultWorkerName(name: string, environment: string): Promise<string> {
  const whole = environment === BASE_ENVIRONMENT ? name : `${name}-${environment}`;
  const workerName = toWorkerName(whole);
  if (workerName.length <= MAX_WORKER_NAME_LENGTH) return workerName;
  const digest = (await sha256Hex(whole)).slice(0, 8);
  return `${toWorkerName(workerName.slice(0, MAX_WORKER_NAME_LENGTH - digest.length - 1))}-${digest}`;
}

/** The sections that an overlay may set; the rest of the manifest is the same everywhere. */
const SECTIONS = ['server', 'skills', 'classification', 'bindings', 'deployment', 'execution'] as const;
/** Providers that know nothing of scopes: switching to one leaves `requiredScopes` behind. */
const WITHOUT_SCOPES: ReadonlySet<unknown> = new Set(['none', 'apiKey']);

/**
 * The manifest of one environment: scalars and objects merge deeply, lists replace. So each kind of binding that the
 * overlay lists replaces that kind, and the kinds it does not list stay; `vars` merge by key, those of
 * `environments.<env>.vars` last. Every value keeps the place it was written at.
 *
 * FrontMCP's text replaces `bindings` whole, under which its own example loses the KV namespace that its replay guard
 * names; merging by kind keeps that example valid.
 */
function applyOverlay(base: MapTree, overlay: Tree | undefined): MapTree {
  const entries = new Map(base.entries);
  entries.delete('environments');
  if (overlay?.kind !== 'map') return { ...base, entries };
  for (const section of SECTIONS) mergeEntry(entries, section, overlay.entries.get(section), merge);
  mergeEntry(entries, 'auth', overlay.entries.get('auth'), mergeAuth);
  const specs = overlay.entries.get('specs');
  if (specs) entries.set('specs', specs);
  mergeVars(entries, overlay.entries.get('vars'));
  return { ...base, entries };
}

type Merge = (base: MapTree, overlay: MapTree) => MapTree;

/** A section that is no object is refused by the schema where it stands; here it changes nothing. */
function mergeEntry(entries: Map<string, Entry>, key: string, overlay: Entry | undefined, mergeMaps: Merge): void {
  if (overlay?.value.kind !== 'map') return;
  const base = entries.get(key);
  if (base?.value.kind !== 'map') entries.set(key, overlay);
  else entries.set(key, { key: base.key, value: mergeMaps(base.value, overlay.value) });
}

function merge(base: MapTree, overlay: MapTree): MapTree {
  const entries = new Map(base.entries);
  for (const [key, entry] of overlay.entries) {
    const before = base.entries.get(key);
    const both = before?.value.kind === 'map' && entry.value.kind === 'map';
    entries.set(key, both ? { key: before.key, value: merge(before.value as MapTree, entry.value as MapTree) } : entry);
  }
  return { ...base, entries };
}

/** `auth` is a union: another provider takes the place of the first one's settings, but scopes are never lost on the way. */
function mergeAuth(base: MapTree, overlay: MapTree): MapTree {
  const before = textOf(base, 'provider');
  const after = textOf(overlay, 'provider');
  if (after === undefined || after === before) return merge(base, overlay);
  const kept = new Map(base.entries);
  if (before !== undefined) kept.delete(before);
  if (WITHOUT_SCOPES.has(after)) kept.delete('requiredScopes');
  return { ...merge({ ...base, entries: kept }, overlay), at: overlay.at };
}

function mergeVars(entries: Map<string, Entry>, vars: Entry | undefined): void {
  if (vars?.value.kind !== 'map') return;
  const bindings: MapTree = { kind: 'map', entries: new Map([['vars', vars]]), at: vars.value.at };
  mergeEntry(entries, 'bindings', { key: vars.key, value: bindings }, merge);
}

function textOf(tree: MapTree, key: string): string | undefined {
  const found = treeAt(tree, `/${key}`);
  return found?.kind === 'scalar' && typeof found.value === 'string' ? found.value : undefined;
}
