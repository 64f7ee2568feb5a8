import type { JsonObject } from '../../../contract/encoding/json.js';

/** What both search tools take. */
export const SEARCH_INPUT: JsonObject = {
  type: 'object',
  properties: {
    queries: {
      type: 'array',
      items: { type: 'string', minLength: 2, maxLength: 256 },
      minItems: 1,
      maxItems: 10,
      description:
        'What you want to do or know, in a few words each. Each query is searched by itself; a skill counts with its best score.',
    },
    tags: {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 64 },
      maxItems: 16,
      description: 'Only skills with at least one of these tags.',
    },
    excludeSkillNames: {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 128 },
      maxItems: 50,
      description: 'Skills that you know already.',
    },
    topK: { type: 'integer', minimum: 1, maximum: 50, default: 5, description: 'Most results.' },
    minRelevanceScore: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      default: 0.1,
      description: 'Least relevance of a result.',
    },
  },
  required: ['queries'],
  additionalProperties: false,
};

/** Members that found skills of both kinds have. */
export const FOUND_PROPERTIES: JsonObject = {
  name: { type: 'string' },
  description: { type: 'string' },
  tags: { type: 'array', items: { type: 'string' } },
  relevanceScore: { type: 'number', minimum: 0, maximum: 1 },
  matchedQueries: { type: 'array', items: { type: 'string' } },
  source: { type: 'string', enum: ['local', 'external'] },
};

/** What there is to know about results. */
export const WARNINGS: JsonObject = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      type: { type: 'string', enum: ['no_results', 'low_relevance', 'excluded_skill_not_found'] },
      message: { type: 'string' },
      affectedSkills: { type: 'array', items: { type: 'string' } },
    },
    required: ['type', 'message'],
  },
};
