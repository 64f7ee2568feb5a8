import type { JsonObject, JsonValue } from '../encoding/json.js';
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
