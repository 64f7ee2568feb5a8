import { type JsonValue, isJsonObject } from '../encoding/json.js';
import type { OnProblem } from './path.js';
import { renderQueryParameter } from './query.js';
import type { BodyField, BodyTemplate } from './request-template.js';
import type { Fail } from './values.js';

/** The field of a body that a property belongs to; a body that is one argument has no fields of its own. */
export function fieldFor(body: BodyTemplate, name: string): BodyField {
  const known = body.fields?.find((field) => field.name === name);
  return known ?? { name, at: [...(body.at ?? []), name], required: false };
}

/** Writes an object as `application/x-www-form-urlencoded` (OpenAPI Specification, "Encoding Object"). */
export function renderForm(body: BodyTemplate, value: JsonValue, onProblem: OnProblem): string | undefined {
  if (!isJsonObject(value)) return onProblem(body.at ?? [], 'must be an object here');
  const pieces = Object.entries(value).map(([name, member]) => {
    const field = fieldFor(body, name);
    return renderField(field, member, (message) => onProblem(field.at, message));
  });
  if (pieces.includes(undefined)) return undefined;
  return pieces.filter((piece) => piece !== '').join('&');
}

function renderField(field: BodyField, value: JsonValue, fail: Fail): string | undefined {
  if (value === null) return '';
  if (!field.name.isWellFormed()) return fail('has a name that is not valid Unicode text');
  const { name, allowReserved, contentType } = field;
  const query = { name, style: field.style ?? 'form', explode: field.explode ?? true, required: false } as const;
  if (field.style !== undefined || contentType !== undefined) {
    return renderQueryParameter({ ...query, allowReserved, contentType }, value, fail);
  }
  // Without an encoding, lists repeat the name and anything nested travels as JSON.
  const members = Array.isArray(value) ? value.filter((item) => item !== null) : [value];
  const texts = members.map((member) => {
    const asJson = typeof member === 'object' ? { contentType: 'application/json' } : {};
    return renderQueryParameter({ ...query, ...asJson }, member, fail);
  });
  return texts.includes(undefined) ? undefined : texts.join('&');
}
