import { searchSkills } from '../../catalog/search-skills.js';
import { foundFields, searchQuery } from './search-query.js';
import { FOUND_PROPERTIES, SEARCH_INPUT, WARNINGS } from './search-schemas.js';
import type { ToolDefinition } from './types.js';

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
