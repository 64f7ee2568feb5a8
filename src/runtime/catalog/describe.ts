import type { Omission } from './budget.js';
import { createBudget, type Budget } from './budget.js';
import { describeOperation, type DescribedTool } from './describe-operation.js';
import { addTexts, describeFiles, describeSkill, type DescribedSkill } from './describe-skill.js';
import type { Catalog, CatalogOperation, CatalogSkill } from './open-catalog.js';

/** Size of an answer, in bytes: what an agent can read at once. */
const DESCRIBE_BUDGET_BYTES = 60_000;

/** What is to be described. */
export interface DescribeQuery {
  skillNames?: readonly string[];
  toolNames?: readonly string[];
  /** Paths of files: only these files of the skills are shown. */
  references?: readonly string[];
}

/** The outcome of {@link describe}. */
export interface Description {
  skills: DescribedSkill[];
  tools: DescribedTool[];
  /** Names that nothing answers to, for this caller. */
  notFound?: string[];
  /** What was left out for its size, and how to get it. */
  omitted?: Omission[];
}

/**
 * Describes skills and operations within a budget: instructions first, then operations, then the text of files.
 * The operations of the skills are described too. Throws when no store holds a skill's text or an operation.
 */
export async function describe(
  catalog: Catalog,
  query: DescribeQuery,
  bytes = DESCRIBE_BUDGET_BYTES,
): Promise<Description> {
  const budget = createBudget(bytes);
  const wanted = resolveNames(catalog, query);
  const parts = query.references
    ? describeReferences(wanted.skills, query.references)
    : await describeSkills(catalog, wanted.skills, budget);
  const tools = await describeTools(
    catalog,
    [...wanted.keys, ...parts.skills.flatMap(({ operations }) => operations.map(({ tool }) => tool))],
    budget,
  );
  for (const [index, skill] of parts.skills.entries()) {
    const files = wanted.skills[index]?.entry.files ?? {};
    await addTexts(catalog.snapshot, skill, files, budget, query.references !== undefined);
  }
  const notFound = [...wanted.notFound, ...parts.missing];
  return {
    skills: parts.skills,
    tools,
    ...(notFound.length > 0 && { notFound }),
    ...(budget.omitted.length > 0 && { omitted: [...budget.omitted] }),
  };
}

function resolveNames(
  catalog: Catalog,
  { skillNames = [], toolNames = [] }: DescribeQuery,
): { skills: CatalogSkill[]; keys: string[]; notFound: string[] } {
  const skills = new Set(skillNames.map((name) => catalog.skill(name)).filter((skill) => skill !== undefined));
  const keys = toolNames.filter((key) => catalog.operation(key));
  const notFound = [
    ...skillNames.filter((name) => !catalog.skill(name)),
    ...toolNames.filter((key) => !catalog.operation(key)),
  ];
  return { skills: [...skills], keys, notFound };
}

async function describeSkills(
  catalog: Catalog,
  skills: readonly CatalogSkill[],
  budget: Budget,
): Promise<{ skills: DescribedSkill[]; missing: string[] }> {
  const described: DescribedSkill[] = [];
  for (const skill of skills) described.push(await describeSkill(catalog, skill, budget));
  return { skills: described, missing: [] };
}

function describeReferences(
  skills: readonly CatalogSkill[],
  paths: readonly string[],
): { skills: DescribedSkill[]; missing: string[] } {
  const parts = skills.map((skill) => ({ id: skill.id, ...describeFiles(skill, paths) }));
  return {
    skills: parts.map(({ skill }) => skill),
    missing: parts.flatMap(({ id, missing }) => missing.map((path) => `${id}/${path}`)),
  };
}

async function describeTools(catalog: Catalog, keys: readonly string[], budget: Budget): Promise<DescribedTool[]> {
  const tools: DescribedTool[] = [];
  for (const key of new Set(keys)) {
    const operation: CatalogOperation | undefined = catalog.operation(key);
    if (operation) tools.push(await describeOperation(catalog.snapshot, operation, budget));
  }
  return tools;
}
