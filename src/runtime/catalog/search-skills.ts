import type { ArtifactRef } from '../../contract/bundle/bundle-index.js';
import { compareCodeUnits, type SearchIndex } from '../../contract/search/search-index.js';
import { openSearchIndex, type Searcher } from '../../contract/search/rank.js';
import type { Snapshot } from '../snapshot.js';
import type { Catalog, CatalogSkill } from './open-catalog.js';

/** What is searched for. */
export interface SkillQuery {
  queries: readonly string[];
  /** Only skills with at least one of these tags. */
  tags?: readonly string[];
  /** Names of skills that are not wanted again. */
  excludeSkillNames?: readonly string[];
  /** Most results. */
  topK: number;
  /** Least relevance, 0 to 1. */
  minRelevanceScore: number;
}

/** A skill that was found. */
export interface FoundSkill {
  skill: CatalogSkill;
  relevanceScore: number;
  /** The queries it was found by, in the order in which they were asked. */
  matchedQueries: string[];
}

/** Something to know about a search's results. */
export interface SearchWarning {
  type: 'no_results' | 'low_relevance' | 'excluded_skill_not_found';
  message: string;
  affectedSkills?: string[];
}

/** The outcome of {@link searchSkills}. */
export interface SkillSearch {
  found: FoundSkill[];
  warnings: SearchWarning[];
  /** How many skills were searched, filters apart. */
  total: number;
}

/** Most names of too weak matches in a warning. */
const MAX_WEAK_MATCHES = 5;

/** Searches skills of one kind; each query runs by itself, and a skill counts with its best score. */
export async function searchSkills(
  catalog: Catalog,
  query: SkillQuery,
  isWanted: (skill: CatalogSkill) => boolean,
): Promise<SkillSearch> {
  const candidates = catalog.discoverable().filter(isWanted);
  const allowed = new Map(candidates.filter((skill) => passes(skill, query)).map((skill) => [skill.id, skill]));
  const matches = await rankAll(catalog.snapshot, query.queries, allowed);
  const found = matches.filter(({ relevanceScore }) => relevanceScore >= query.minRelevanceScore).slice(0, query.topK);
  const warnings = [...exclusionWarnings(catalog, query), ...resultWarnings(found, matches, query)];
  return { found, warnings, total: candidates.length };
}

function passes({ id, entry }: CatalogSkill, { tags = [], excludeSkillNames = [] }: SkillQuery): boolean {
  if (excludeSkillNames.includes(id) || excludeSkillNames.includes(entry.name)) return false;
  return tags.length === 0 || entry.tags.some((tag) => tags.includes(tag));
}

async function rankAll(
  snapshot: Snapshot,
  queries: readonly string[],
  allowed: ReadonlyMap<string, CatalogSkill>,
): Promise<FoundSkill[]> {
  const searcher = await openSearcher(snapshot, snapshot.index.search);
  const merged = new Map<string, FoundSkill>();
  for (const query of queries) {
    for (const { id, score } of searcher.search(query, { filter: (name) => allowed.has(name) })) {
      const before = merged.get(id) ?? {
        skill: allowed.get(id) as CatalogSkill,
        relevanceScore: 0,
        matchedQueries: [],
      };
      before.relevanceScore = Math.max(before.relevanceScore, score);
      before.matchedQueries.push(query);
      merged.set(id, before);
    }
  }
  return [...merged.values()].sort(
    (a, b) => b.relevanceScore - a.relevanceScore || compareCodeUnits(a.skill.id, b.skill.id),
  );
}

const searchers = new WeakMap<SearchIndex, Searcher>();

/** Opens the search index of a snapshot, once per isolate and digest. Throws when it is missing or no index. */
export async function openSearcher(snapshot: Snapshot, ref: ArtifactRef): Promise<Searcher> {
  const index = await snapshot.json<SearchIndex>(ref);
  const known = searchers.get(index);
  if (known) return known;
  const searcher = openSearchIndex(index);
  searchers.set(index, searcher);
  return searcher;
}

function exclusionWarnings(catalog: Catalog, { excludeSkillNames = [] }: SkillQuery): SearchWarning[] {
  const unknown = excludeSkillNames.filter((name) => !catalog.skill(name));
  if (unknown.length === 0) return [];
  const message = `No skill is called ${unknown.map((name) => JSON.stringify(name)).join(', ')}: nothing was excluded for it.`;
  return [{ type: 'excluded_skill_not_found', message, affectedSkills: unknown }];
}

function resultWarnings(
  found: readonly FoundSkill[],
  matches: readonly FoundSkill[],
  { minRelevanceScore }: SkillQuery,
): SearchWarning[] {
  if (found.length > 0) return [];
  if (matches.length === 0) {
    return [{ type: 'no_results', message: 'No skill matches. Try other words for the task, or fewer filters.' }];
  }
  const best = matches[0]?.relevanceScore ?? 0;
  const message = `Only weak matches: the best scores ${best}, below minRelevanceScore ${minRelevanceScore}. Rephrase, or lower it.`;
  return [
    {
      type: 'low_relevance',
      message,
      affectedSkills: matches.slice(0, MAX_WEAK_MATCHES).map(({ skill }) => skill.entry.name),
    },
  ];
}
