import type { JsonObject } from '../../../contract/encoding/json.js';
import type { FoundSkill, SkillQuery } from '../../catalog/search-skills.js';

const DEFAULT_TOP_K = 5;
const DEFAULT_MIN_RELEVANCE = 0.1;

/** The query in the input of a search tool, defaults filled in. */
export function searchQuery(input: JsonObject): SkillQuery {
  const { queries, tags, excludeSkillNames, topK, minRelevanceScore } = input as Partial<SkillQuery>;
  return {
    queries: queries ?? [],
    tags,
    excludeSkillNames,
    topK: topK ?? DEFAULT_TOP_K,
    minRelevanceScore: minRelevanceScore ?? DEFAULT_MIN_RELEVANCE,
  };
}

/** What both search tools say of a skill. */
export function foundFields({ skill, relevanceScore, matchedQueries }: FoundSkill): object {
  const { name, description, tags } = skill.entry;
  return { name, description, tags, relevanceScore, matchedQueries, source: 'local' };
}
