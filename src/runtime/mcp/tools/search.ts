import type { JsonObject } from '../../../contract/encoding/json.js';
import type { Catalog, CatalogSkill } from '../../catalog/open-catalog.js';
import { searchSkills, type FoundSkill, type SkillQuery } from '../../catalog/search-skills.js';
import type { ToolDefinition } from './tool-definition.js';

/** What both search tools take. */
const SEARCH_INPUT: JsonObject = {
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
const FOUND_PROPERTIES: JsonObject = {
  name: { type: 'string' },
  description: { type: 'string' },
  tags: { type: 'array', items: { type: 'string' } },
  relevanceScore: { type: 'number', minimum: 0, maximum: 1 },
  matchedQueries: { type: 'array', items: { type: 'string' } },
  source: { type: 'string', enum: ['local', 'external'] },
};

/** What there is to know about results. */
const WARNINGS: JsonObject = {
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

const DEFAULT_TOP_K = 5;
const DEFAULT_MIN_RELEVANCE = 0.1;

/** The query in the input of a search tool, defaults filled in. */
function searchQuery(input: JsonObject): SkillQuery {
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
function foundFields({ skill, relevanceScore, matchedQueries }: FoundSkill): object {
  const { name, description, tags } = skill.entry;
  return { name, description, tags, relevanceScore, matchedQueries, source: 'local' };
}

/** `codecall_searchSkills`: finds skills that have operations to call. */
export const searchSkillsTool: ToolDefinition = {
  listed: {
    name: 'codecall_searchSkills',
    title: 'Find skills',
    description:
      'Finds skills that can do something: each teaches a task and names the API operations it uses. ' +
      'Start here. Read a skill with codecall_describe before you call its operations with codecall_execute or codecall_invoke.',
    inputSchema: SEARCH_INPUT as ToolDefinition['listed']['inputSchema'],
    outputSchema: {
      type: 'object',
      properties: {
        skills: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              ...FOUND_PROPERTIES,
              operations: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    spec: { type: 'string' },
                    operationId: { type: 'string' },
                    tool: { type: 'string', description: 'What codecall_invoke takes.' },
                  },
                  required: ['spec', 'operationId', 'tool'],
                },
              },
              tools: { type: 'array', items: { type: 'string' } },
            },
            required: [
              'name',
              'description',
              'tags',
              'operations',
              'tools',
              'relevanceScore',
              'matchedQueries',
              'source',
            ],
          },
        },
        warnings: WARNINGS,
        totalExecutableSkills: { type: 'integer', minimum: 0 },
      },
      required: ['skills', 'warnings', 'totalExecutableSkills'],
    },
    annotations: { title: 'Find skills', readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  },
  async run(input, { catalog }) {
    const { found, warnings, total } = await searchSkills(catalog, searchQuery(input), isExecutable);
    const skills = found.map((hit) => ({
      ...foundFields(hit),
      operations: operationsOf(catalog, hit.skill),
      tools: [],
    }));
    return { value: { skills, warnings, totalExecutableSkills: total } };
  },
};

function isExecutable({ entry }: CatalogSkill): boolean {
  return entry.operations.length > 0;
}

function operationsOf(
  catalog: Catalog,
  { entry }: CatalogSkill,
): { spec: string; operationId: string; tool: string }[] {
  const { operations } = catalog.snapshot.index;
  return entry.operations.flatMap((tool) => {
    const operation = operations[tool];
    return operation ? [{ spec: operation.spec, operationId: operation.id, tool }] : [];
  });
}

/** `codecall_searchKnowledge`: finds skills that only tell, and call nothing. */
export const searchKnowledgeTool: ToolDefinition = {
  listed: {
    name: 'codecall_searchKnowledge',
    title: 'Find background knowledge',
    description:
      'Finds skills that only inform: terms, policies, background. They have no operations. Read one with codecall_describe.',
    inputSchema: SEARCH_INPUT as ToolDefinition['listed']['inputSchema'],
    outputSchema: {
      type: 'object',
      properties: {
        knowledge: {
          type: 'array',
          items: {
            type: 'object',
            properties: FOUND_PROPERTIES,
            required: ['name', 'description', 'tags', 'relevanceScore', 'matchedQueries', 'source'],
          },
        },
        warnings: WARNINGS,
        totalKnowledgeSkills: { type: 'integer', minimum: 0 },
      },
      required: ['knowledge', 'warnings', 'totalKnowledgeSkills'],
    },
    annotations: { title: 'Find background knowledge', readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  },
  async run(input, { catalog }) {
    const { found, warnings, total } = await searchSkills(
      catalog,
      searchQuery(input),
      ({ entry }) => entry.operations.length === 0,
    );
    return { value: { knowledge: found.map(foundFields), warnings, totalKnowledgeSkills: total } };
  },
};
