import type { CompleteRequest, CompleteResult } from '@modelcontextprotocol/server';
import { loadOperation, type Catalog } from '../catalog/open-catalog.js';
import { openResources } from '../catalog/operation-resources.js';
import { promptSkill } from './prompts.js';
import { schemaAt } from './resources/resource-arguments.js';
import { SKILL_TEMPLATE } from './resources/list-resources.js';

/** Most values of one answer, as the protocol limits them. */
const MAX_VALUES = 100;

/**
 * `completion/complete`: ids of skills, and the values that a schema lists for a variable of a template. Nothing is
 * called for it; a task is free text and has no completion. Throws a `ProtocolError` (-32602) for an unknown prompt.
 */
export async function complete(
  catalog: Catalog,
  { ref, argument }: CompleteRequest['params'],
): Promise<CompleteResult> {
  if (ref.type === 'ref/prompt') promptSkill(catalog, ref.name);
  const known = ref.type === 'ref/resource' ? await valuesOf(catalog, ref.uri, argument.name) : [];
  const typed = argument.value.toLowerCase();
  const fitting = known.filter((value) => value.toLowerCase().startsWith(typed));
  return {
    completion: { values: fitting.slice(0, MAX_VALUES), total: fitting.length, hasMore: fitting.length > MAX_VALUES },
  };
}

async function valuesOf(catalog: Catalog, template: string, variable: string): Promise<string[]> {
  if (template === SKILL_TEMPLATE) return variable === 'skill' ? catalog.discoverable().map(({ id }) => id) : [];
  const resource = openResources(catalog).find(({ uriTemplate }) => uriTemplate === template);
  if (!resource) return [];
  const { document, defs } = await loadOperation(catalog.snapshot, resource.operation);
  const parameter = document.request.parameters.find(
    ({ in: place, name }) => name === variable && (place === 'path' || place === 'query'),
  );
  if (!parameter) return [];
  const { enum: listed, type } = schemaAt(document.input, parameter.at, defs);
  if (Array.isArray(listed)) return listed.filter((value) => value !== null && typeof value !== 'object').map(String);
  return type === 'boolean' ? ['true', 'false'] : [];
}
