import type { JsonObject, JsonValue } from '../encoding/json.js';
import { decodeBase64 } from '../encoding/base64url.js';
import { renderForm } from './form.js';
import { renderMultipart } from './multipart.js';
import type { OnProblem } from './path.js';
import type { BodyTemplate, RenderedBody } from './request-template.js';
import { scalarText, valueAt } from './values.js';

/** Writes the body. Returns `undefined` when there is none to send, or after a problem. */
export function renderBody(body: BodyTemplate, args: JsonObject, onProblem: OnProblem): RenderedBody | undefined {
  const value = bodyValue(body, args, onProblem);
  if (value === undefined) return undefined;
  const at = body.at ?? [];
  switch (body.kind) {
    case 'json':
      return { contentType: body.contentType, content: JSON.stringify(value) };
    case 'form':
      return text(body, renderForm(body, value, onProblem));
    case 'multipart':
      return renderMultipart(body, value, onProblem);
    case 'text':
      return text(
        body,
        scalarText(value, (message) => onProblem(at, message)),
      );
    case 'binary':
      return binary(body, value, onProblem);
  }
}

/** The body's value on the wire: one argument, or an object of the fields that were given. */
function bodyValue(body: BodyTemplate, args: JsonObject, onProblem: OnProblem): JsonValue | undefined {
  if (body.fields) return fieldValues(body, args, onProblem);
  const at = body.at ?? [];
  const value = valueAt(args, at);
  if (value === undefined && body.required) return onProblem(at, 'is required: it is the body of the request');
  return value;
}

function fieldValues(body: BodyTemplate, args: JsonObject, onProblem: OnProblem): JsonObject | undefined {
  const fields = body.fields ?? [];
  const values: JsonObject = Object.create(null) as JsonObject;
  for (const { name, at } of fields) {
    const value = valueAt(args, at);
    if (value !== undefined) values[name] = value;
  }
  // An optional body is left out as a whole; once any of it is given, its required fields are due.
  if (!body.required && Object.keys(values).length === 0) return undefined;
  const missing = fields.filter(({ name, required }) => required && values[name] === undefined);
  for (const { at } of missing) onProblem(at, 'is required');
  return missing.length > 0 ? undefined : values;
}

function text(body: BodyTemplate, content: string | undefined): RenderedBody | undefined {
  return content === undefined ? undefined : { contentType: body.contentType, content };
}

function binary(body: BodyTemplate, value: JsonValue, onProblem: OnProblem): RenderedBody | undefined {
  const content = typeof value === 'string' ? decodeBase64(value) : undefined;
  if (!content) return onProblem(body.at ?? [], 'must be the content as base64 text');
  return { contentType: body.contentType, content };
}
