import { type JsonObject, type JsonValue, isJsonObject } from '../encoding/json.js';
import type { ParameterPlace, RequestTemplate } from './request-template.js';
import { valueAt } from './values.js';

/** A path parameter wins over a query parameter of the same name: templates fill the path first. */
const PLACES: readonly ParameterPlace[] = ['query', 'path'];

/** The path and query arguments of a call by their names on the wire, for `renderUri`. */
export function wireValues(template: RequestTemplate, args: JsonObject): Map<string, JsonValue> {
  const values = new Map<string, JsonValue>();
  for (const place of PLACES) {
    for (const parameter of template.parameters) {
      const value = parameter.in === place ? valueAt(args, parameter.at) : undefined;
      if (value !== undefined) values.set(parameter.name, value);
    }
  }
  return values;
}

/**
 * The arguments that read a resource: what `matchUri` found, put where the template takes it. The values stay the strings
 * that stood in the URI, and are written back to the same request.
 */
export function argumentsFromUri(template: RequestTemplate, values: ReadonlyMap<string, string>): JsonObject {
  const args: JsonObject = {};
  for (const place of PLACES) {
    for (const { in: where, name, at } of template.parameters) {
      const value = values.get(name);
      const isFromPath = place === 'query' && template.parameters.some((p) => p.in === 'path' && p.name === name);
      if (where === place && value !== undefined && !isFromPath) putAt(args, at, value);
    }
  }
  return args;
}

function putAt(args: JsonObject, at: readonly string[], value: JsonValue): void {
  let target = args;
  for (const key of at.slice(0, -1)) {
    const next = Object.hasOwn(target, key) ? target[key] : undefined;
    target = isJsonObject(next) ? next : (target[key] = {});
  }
  target[at[at.length - 1] as string] = value;
}
