import { searchSkills } from '../../catalog/search-skills.js';
import type { Catalog, CatalogSkill } from '../../catalog/open-catalog.js';
import { foundFields, searchQuery } from './search-query.js';
import { FOUND_PROPERTIES, SEARCH_INPUT, WARNINGS } from './search-schemas.js';
import type { ToolDefinition } from './types.js';

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
