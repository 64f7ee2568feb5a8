import type { JsonObject } from '../../../contract/encoding/json.js';
import { didYouMean, suggest } from '../../../contract/search/suggest.js';
import { describe, type DescribeQuery } from '../../catalog/describe.js';
import type { Catalog } from '../../catalog/open-catalog.js';
import { failure, invalidArguments } from '../tool-failure.js';
import type { ToolDefinition } from './tool-definition.js';

const names = (maxItems: number, maxLength: number, description: string): JsonObject => ({
  type: 'array',
  items: { type: 'string', minLength: 1, maxLength },
  minItems: 1,
  maxItems,
  uniqueItems: true,
  description,
});
const STRING: JsonObject = { type: 'string' };
const STRINGS: JsonObject = { type: 'array', items: STRING };
const list = (properties: JsonObject, required: string[]): JsonObject => ({
  type: 'array',
  items: { type: 'object', properties, required },
});

const ASKED_FOR = ['skillNames', 'toolNames', 'topics'];
const NOTHING_ASKED = { pointer: '', message: 'Give "skillNames", "toolNames" or "topics".' };

/** `codecall_describe`: the full text of skills, and everything about operations. */
export const describeTool: ToolDefinition = {
  listed: {
    name: 'codecall_describe',
    title: 'Read skills and operations',
    description:
      'Gives the instructions and files of skills, and for each operation a TypeScript signature with its input and output schema. ' +
      'Give skillNames, toolNames (such as "acme.getOrder"), or both; topics: ["agentscript"] tells how to write scripts for codecall_execute. What does not fit is listed under "omitted" with how to get it.',
    inputSchema: {
      type: 'object',
      properties: {
        skillNames: names(20, 128, 'Skills, as the search tools name them.'),
        toolNames: names(50, 256, 'Operations, as <binding>.<operation>.'),
        references: names(20, 512, 'Paths of files: only these files of the skills are given, as long as they fit.'),
        topics: {
          type: 'array',
          items: { type: 'string', enum: ['agentscript'] },
          minItems: 1,
          maxItems: 1,
          description: 'Pages about this server.',
        },
      },
      additionalProperties: false,
    } as ToolDefinition['listed']['inputSchema'],
    outputSchema: {
      type: 'object',
      properties: {
        skills: list(
          {
            name: STRING,
            description: STRING,
            tags: STRINGS,
            instructions: STRING,
            references: list({ path: STRING, mediaType: STRING, size: { type: 'integer' }, text: STRING }, [
              'path',
              'mediaType',
              'size',
            ]),
            operations: list({ tool: STRING, spec: STRING, operationId: STRING, summary: STRING }, [
              'tool',
              'spec',
              'operationId',
              'summary',
            ]),
          },
          ['name', 'description', 'tags', 'references', 'operations'],
        ),
        tools: list(
          {
            name: STRING,
            appId: STRING,
            operationId: STRING,
            method: STRING,
            path: STRING,
            description: STRING,
            deprecated: { type: 'boolean' },
            approvalRequired: { type: 'boolean' },
            signature: STRING,
            inputSchema: { type: ['object', 'null'] },
            outputSchema: { type: ['object', 'null'] },
            annotations: { type: 'object' },
            skills: STRINGS,
          },
          ['name', 'appId', 'description', 'signature', 'inputSchema', 'outputSchema'],
        ),
        topics: list({ name: STRING, text: STRING }, ['name', 'text']),
        notFound: STRINGS,
        omitted: list({ what: STRING, bytes: { type: 'integer' }, how: STRING }, ['what', 'bytes', 'how']),
      },
      required: ['skills', 'tools'],
    },
    annotations: {
      title: 'Read skills and operations',
      readOnlyHint: true,
      idempotentHint: true,
      openWorldHint: false,
    },
  },
  async run(input, { catalog }) {
    // Said here and not by the schema: clients drop a tool whose schema has anyOf at its root.
    if (!ASKED_FOR.some((member) => input[member] !== undefined))
      return { value: invalidArguments('codecall_describe', [NOTHING_ASKED]), isError: true };
    const value = {
      ...(await describe(catalog, input as DescribeQuery)),
      ...(input.topics !== undefined && { topics: await readTopics() }),
    };
    if (value.topics) return { value };
    const isEmpty = value.skills.length === 0 && value.tools.length === 0;
    return isEmpty ? { value: nothingFound(catalog, value.notFound ?? []), isError: true } : { value };
  },
};

/** Pages about the server; loaded with what runs scripts. */
async function readTopics(): Promise<{ name: string; text: string }[]> {
  const { AGENTS_PAGE } = await import('../../agentscript/entry.js');
  return [{ name: 'agentscript', text: AGENTS_PAGE }];
}

function nothingFound(catalog: Catalog, notFound: readonly string[]): object {
  const known = [...catalog.skillNames(), ...catalog.operationKeys()];
  const shown = notFound
    .slice(0, 5)
    .map((name) => `${JSON.stringify(name.slice(0, 128))} is not known.${didYouMean(suggest(name, known))}`);
  return failure('not_found', `${shown.join(' ')} Find names with codecall_searchSkills or codecall_searchKnowledge.`, {
    notFound,
  });
}
