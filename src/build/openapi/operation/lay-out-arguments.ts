import { createHash } from 'node:crypto';
import { FORBIDDEN_KEYS, type JsonObject, type JsonValue } from '../../../contract/encoding/json.js';
import type { BodyTemplate, ParameterPlace, ParameterTemplate } from '../../../contract/request/request-template.js';
import type { Body, Parameter } from './request-parts.js';

/** The arguments of an operation: their schema, and where each of them goes. */
interface Arguments {
  input: JsonObject;
  parameters: ParameterTemplate[];
  body?: BodyTemplate;
}

/** Where an argument comes from; `body` stands for its fields and for a body that is one argument. */
type Place = ParameterPlace | 'body';

/** One argument before it has a key. */
interface Slot {
  place: Place;
  name: string;
  required: boolean;
  schema: JsonValue;
}

const PLACES: readonly Place[] = ['path', 'query', 'header', 'cookie', 'body'];

/**
 * Lays out the arguments of an operation: flat when no two share a key, else grouped by place (`path`, `query`, `header`,
 * `cookie`, `body`). The arguments object is closed, so that a misspelt argument is an error and not silently unsent.
 */
export function layOutArguments(parameters: readonly Parameter[], body: Body | undefined): Arguments {
  const slots = [...parameters.map(parameterSlot), ...bodySlots(body)];
  const keys = keysOf(slots);
  const isGrouped = new Set(keys).size < keys.length;
  const paths = slots.map((slot, index) => pathOf(slot, keys[index] as string, isGrouped, body));
  return {
    input: isGrouped ? groupedSchema(slots, keys, body) : objectSchema(slots, keys),
    parameters: parameters.map(({ schema: _schema, ...template }, index) => ({
      ...template,
      at: paths[index] as string[],
    })),
    ...(body ? { body: bodyTemplate(body, paths.slice(parameters.length)) } : {}),
  };
}

function parameterSlot({ in: place, name, required, schema }: Parameter): Slot {
  return { place, name, required, schema };
}

function bodySlots(body: Body | undefined): Slot[] {
  if (!body) return [];
  if (!body.fields) return [{ place: 'body', name: 'body', required: body.required, schema: body.schema ?? {} }];
  // The fields of an optional body are due only once any of them is given; the request template checks that.
  return body.fields.map(({ name, required, schema }) => ({
    place: 'body',
    name,
    required: required && body.required,
    schema,
  }));
}

/** Keys are unique within a place; between places they may collide. */
function keysOf(slots: readonly Slot[]): string[] {
  const keys: string[] = [];
  for (const place of new Set(slots.map((slot) => slot.place))) {
    const indexes = [...slots.keys()].filter((index) => slots[index]?.place === place);
    const found = propertyKeys(indexes.map((index) => (slots[index] as Slot).name));
    indexes.forEach((index, position) => (keys[index] = found[position] as string));
  }
  return keys;
}

function pathOf({ place }: Slot, key: string, isGrouped: boolean, body: Body | undefined): string[] {
  if (!isGrouped) return [key];
  return place === 'body' && !body?.fields ? ['body'] : [place, key];
}

function groupedSchema(slots: readonly Slot[], keys: readonly string[], body: Body | undefined): JsonObject {
  const groups = PLACES.flatMap((place): Slot[] => {
    const indexes = slots.flatMap((slot, index) => (slot.place === place ? [index] : []));
    const inside = indexes.map((index) => slots[index] as Slot);
    const [only] = inside;
    if (!only) return [];
    if (place === 'body' && !body?.fields) return [only];
    const schema = objectSchema(
      inside,
      indexes.map((index) => keys[index] as string),
    );
    const required = place === 'body' ? (body?.required ?? false) : inside.some((slot) => slot.required);
    return [{ place, name: place, required, schema }];
  });
  return objectSchema(
    groups,
    groups.map(({ name }) => name),
  );
}

function objectSchema(slots: readonly Slot[], keys: readonly string[]): JsonObject {
  const required = keys.filter((_, index) => slots[index]?.required).sort();
  const properties: JsonObject = {};
  // Keys are safe, whatever the names on the wire are.
  slots.forEach(({ schema }, index) => (properties[keys[index] as string] = schema));
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function bodyTemplate({ kind, contentType, required, fields }: Body, paths: string[][]): BodyTemplate {
  if (!fields) return { kind, contentType, required, at: paths[0] as string[] };
  return {
    kind,
    contentType,
    required,
    fields: fields.map(({ schema: _schema, ...field }, index) => ({ ...field, at: paths[index] as string[] })),
  };
}

/** What every model API accepts as a property key. */
const SAFE_KEY = /^[a-zA-Z0-9_.-]{1,64}$/;
const MAX_LENGTH = 64;

/**
 * A property key for each name on the wire, in the same order: the name itself when it is safe, else a readable
 * replacement (`filter[id]` → `filter_id`). Keys are unique as long as the names are, and do not depend on their order.
 */
export function propertyKeys(names: readonly string[]): string[] {
  const wishes = names.map(wishOf);
  return names.map((name, index) => {
    const wish = wishes[index] as string;
    if (wish === name) return name;
    const isTaken = names.includes(wish) || wishes.filter((other) => other === wish).length > 1;
    return isTaken ? withHash(wish, name) : wish;
  });
}

function wishOf(name: string): string {
  if (SAFE_KEY.test(name) && !FORBIDDEN_KEYS.has(name)) return name;
  const words = name
    .replace(/[^a-zA-Z0-9_.-]+/g, ' ')
    .trim()
    .replaceAll(' ', '_');
  if (words === '') return withHash('p', name);
  return words.length > MAX_LENGTH || FORBIDDEN_KEYS.has(words) ? withHash(words, name) : words;
}

function withHash(wish: string, name: string): string {
  const suffix = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${wish.slice(0, MAX_LENGTH - 7)}_${suffix}`;
}
