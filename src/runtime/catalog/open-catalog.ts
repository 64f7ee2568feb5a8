import type {
  BundleIndex,
  HotManifest,
  OperationDocument,
  OperationEntry,
  SchemasDocument,
  SkillEntry,
} from '../../contract/bundle/bundle-index.js';
import type { JsonObject } from '../../contract/encoding/json.js';
import type { Snapshot } from '../snapshot.js';

/** What of a caller decides about skills. */
export interface SkillUser {
  scopes: readonly string[];
  groups: readonly string[];
}

/** A skill as a caller sees it. */
export interface CatalogSkill {
  id: string;
  entry: SkillEntry;
}

/** An operation as a caller sees it. */
export interface CatalogOperation {
  /** `<binding>.<operation name>`. */
  key: string;
  entry: OperationEntry;
  /** The skills that let the caller use it, sorted. */
  skills: string[];
}

/** What one caller may see and use of one snapshot. */
export interface Catalog {
  snapshot: Snapshot;
  /** Skills that can be found: usable by the caller, not hidden. Sorted by id. */
  discoverable(): CatalogSkill[];
  /** A skill by its id or name: discoverable, or always loaded. */
  skill(name: string): CatalogSkill | undefined;
  /** An operation that at least one of those skills mentions. */
  operation(key: string): CatalogOperation | undefined;
  /** Names of all skills that {@link Catalog.skill} answers for. */
  skillNames(): string[];
  /** Keys of all operations that {@link Catalog.operation} answers for. */
  operationKeys(): string[];
}

/** What a bundle's index says about skills, turned round once per bundle. */
interface SkillTable {
  skills: CatalogSkill[];
  byName: Map<string, CatalogSkill>;
  byOperation: Map<string, string[]>;
}

const tables = new WeakMap<BundleIndex, SkillTable>();

/** Opens the catalog of a snapshot for one caller. Cheap: what does not depend on the caller is made once per bundle. */
export function openCatalog(snapshot: Snapshot, user: SkillUser): Catalog {
  const { index } = snapshot;
  const table = tableOf(index);
  const mayUse = ({ id }: CatalogSkill) => mayUseSkill(index.manifest.hot.skills.access, id, user);
  const isOpen = (skill: CatalogSkill) =>
    (!skill.entry.hideFromDiscovery || isAlwaysLoaded(index, skill)) && mayUse(skill);
  const operation = (key: string): CatalogOperation | undefined => {
    const skills = (table.byOperation.get(key) ?? []).filter((id) => isOpen(table.byName.get(id) as CatalogSkill));
    return skills.length > 0 ? { key, entry: index.operations[key] as OperationEntry, skills } : undefined;
  };
  return {
    snapshot,
    discoverable: () => table.skills.filter((skill) => !skill.entry.hideFromDiscovery && mayUse(skill)),
    skill: (name) => {
      const skill = table.byName.get(name);
      return skill && isOpen(skill) ? skill : undefined;
    },
    operation,
    skillNames: () => table.skills.filter(isOpen).map(({ entry }) => entry.name),
    operationKeys: () => [...table.byOperation.keys()].filter((key) => operation(key) !== undefined),
  };
}

/** Whether a skill's operations are there for every script, by its own front matter or by the manifest. */
export function isAlwaysLoaded(index: BundleIndex, { id, entry }: CatalogSkill): boolean {
  return entry.alwaysLoad || index.manifest.hot.skills.alwaysLoad.includes(id);
}

function tableOf(index: BundleIndex): SkillTable {
  const known = tables.get(index);
  if (known) return known;
  const table = buildTable(index);
  tables.set(index, table);
  return table;
}

function buildTable(index: BundleIndex): SkillTable {
  const skills = Object.entries(index.skills)
    .map(([id, entry]): CatalogSkill => ({ id, entry }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  // An id wins over another skill's name.
  const byName = new Map([
    ...skills.map((skill) => [skill.entry.name, skill] as const),
    ...skills.map((skill) => [skill.id, skill] as const),
  ]);
  const byOperation = new Map<string, string[]>();
  for (const { id, entry } of skills) {
    for (const key of entry.operations) byOperation.set(key, [...(byOperation.get(key) ?? []), id]);
  }
  return { skills, byName, byOperation };
}

/**
 * Whether a caller may use a skill: one of the scopes or groups that `skills.access` names for it is enough. A
 * skill that it does not name is open to every caller of the Worker; an entry that names nothing, to none.
 */
function mayUseSkill(access: HotManifest['skills']['access'], skillId: string, user: SkillUser): boolean {
  const rule = access && Object.hasOwn(access, skillId) ? access[skillId] : undefined;
  if (!rule) return true;
  const hasScope = (rule.scopes ?? []).some((scope) => user.scopes.includes(scope));
  return hasScope || (rule.groups ?? []).some((group) => user.groups.includes(group));
}

/** An operation's own artifact and the shared schemas of its service. */
export interface LoadedOperation {
  document: OperationDocument;
  defs: JsonObject;
}

/** Loads what an index names for an operation. Throws when no store holds it. */
export async function loadOperation(snapshot: Snapshot, { entry }: CatalogOperation): Promise<LoadedOperation> {
  const schemas = snapshot.index.services[entry.spec]?.schemas;
  const [document, shared] = await Promise.all([
    snapshot.json<OperationDocument>(entry.artifact),
    schemas ? snapshot.json<SchemasDocument>(schemas) : undefined,
  ]);
  return { document, defs: shared?.$defs ?? {} };
}
