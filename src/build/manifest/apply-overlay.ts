import { treeAt, type Entry, type MapTree, type Tree } from '../yaml/tree.js';

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
export function applyOverlay(base: MapTree, overlay: Tree | undefined): MapTree {
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
