import type { ArtifactRef } from '../../contract/bundle/bundle-index.js';
import type { Snapshot } from '../snapshot.js';
import { beginningOf, type Budget } from './budget.js';
import type { Catalog, CatalogSkill } from './open-catalog.js';
import { skillBody } from './skill.js';

/** A file of a skill. */
export interface DescribedFile {
  path: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** Absent for binary files, and when there was no room. */
  text?: string;
}

/** A skill as `codecall_describe` shows it. */
export interface DescribedSkill {
  name: string;
  description: string;
  tags: string[];
  /** SKILL.md without its front matter; absent when only files were asked for. */
  instructions?: string;
  /** Its other files. */
  references: DescribedFile[];
  /** What it may call; each is described under `tools`. */
  operations: { tool: string; spec: string; operationId: string; summary: string }[];
}

const TEXT_TYPE = /^(?:text\/|application\/(?:json|yaml|x-yaml|xml|javascript|.+\+json|.+\+xml)(?:;|$))/;
/** What teaches an agent most comes first. */
const FOLDER_ORDER = ['references/', 'examples/', 'data/'];

/** Describes a skill without the text of its files; see {@link addTexts}. */
export async function describeSkill(
  catalog: Catalog,
  { id, entry }: CatalogSkill,
  budget: Budget,
): Promise<DescribedSkill> {
  const ref = entry.files['SKILL.md'] as ArtifactRef;
  const instructions = skillBody(await catalog.snapshot.text(ref));
  const kept = beginningOf(instructions, budget.left());
  const how = `Call codecall_describe with skillNames: [${JSON.stringify(entry.name)}] alone.`;
  budget.take(kept, `${id}/SKILL.md`, how);
  if (kept !== instructions) budget.omit(`the end of ${id}/SKILL.md`, ref.size, how);
  return {
    ...summaryOf(entry),
    instructions: kept,
    references: listFiles(entry.files),
    operations: operationsOf(catalog, entry.operations),
  };
}

/** Describes only some files of a skill. `missing` are paths that it does not have. */
export function describeFiles(
  { entry }: CatalogSkill,
  paths: readonly string[],
): { skill: DescribedSkill; missing: string[] } {
  const references = listFiles(entry.files).filter(({ path }) => paths.includes(path));
  const missing = paths.filter((path) => !references.some((file) => file.path === path));
  return { skill: { ...summaryOf(entry), references, operations: [] }, missing };
}

function summaryOf({
  name,
  description,
  tags,
}: CatalogSkill['entry']): Pick<DescribedSkill, 'name' | 'description' | 'tags'> {
  return { name, description, tags };
}

function operationsOf(catalog: Catalog, keys: readonly string[]): DescribedSkill['operations'] {
  return keys.flatMap((key) => {
    const operation = catalog.operation(key);
    return operation
      ? [{ tool: key, spec: operation.entry.spec, operationId: operation.entry.id, summary: operation.entry.summary }]
      : [];
  });
}

function listFiles(files: CatalogSkill['entry']['files']): DescribedFile[] {
  return Object.entries(files)
    .filter(([path]) => path !== 'SKILL.md')
    .map(([path, { mediaType, size }]) => ({ path, mediaType, size }))
    .sort((a, b) => folderRank(a.path) - folderRank(b.path) || (a.path < b.path ? -1 : 1));
}

function folderRank(path: string): number {
  const rank = FOLDER_ORDER.findIndex((folder) => path.startsWith(folder));
  return rank === -1 ? FOLDER_ORDER.length : rank;
}

/**
 * Adds the text of a skill's files, as far as there is room.
 * @param cutLast whether a file that has no room is cut instead of left out: for files that were asked for by name
 */
export async function addTexts(
  snapshot: Snapshot,
  skill: DescribedSkill,
  files: CatalogSkill['entry']['files'],
  budget: Budget,
  cutLast: boolean,
): Promise<void> {
  for (const file of skill.references) {
    if (!TEXT_TYPE.test(file.mediaType)) continue;
    const how = `Call codecall_describe with skillNames: [${JSON.stringify(skill.name)}], references: [${JSON.stringify(file.path)}].`;
    const what = `${skill.name}/${file.path}`;
    if (!cutLast && file.size > budget.left()) budget.omit(what, file.size, how);
    else await addText(snapshot, file, files[file.path] as ArtifactRef, budget, what);
  }
}

async function addText(
  snapshot: Snapshot,
  file: DescribedFile,
  ref: ArtifactRef,
  budget: Budget,
  what: string,
): Promise<void> {
  let text: string;
  try {
    text = await snapshot.text(ref);
  } catch {
    budget.omit(what, ref.size, 'No store of this server holds the file; tell whoever runs it.');
    return;
  }
  const kept = beginningOf(text, budget.left());
  if (budget.take(kept, what, '') && kept !== '') file.text = kept;
  if (kept !== text) budget.omit(`the end of ${what}`, ref.size, 'The file is longer than one answer of this server.');
}
