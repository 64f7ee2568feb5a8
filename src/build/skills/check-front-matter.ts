import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import schema from '../../../schemas/skill-front-matter.v1.json' with { type: 'json' };
import type { JsonObject, JsonValue } from '../../contract/encoding/json.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import { schemaAccepts } from '../schema-accepts.js';
import type { FrontMatter } from './parse-front-matter.js';

/** What the build itself reads of front matter; usable also when parts of it were wrong, after a report. */
export interface SkillFacts {
  name: string;
  description: string;
  tags: string[];
  alwaysLoad: boolean;
  hideFromDiscovery: boolean;
}

/** The facts of a skill without usable front matter. */
export function factsWithout(id: string): SkillFacts {
  return { name: id, description: '', tags: [], alwaysLoad: false, hideFromDiscovery: false };
}

/** Checks front matter against schemas/skill-front-matter.v1.json and the folder's name, and reads the facts. */
export function checkFrontMatter(frontMatter: FrontMatter, id: string, sink: DiagnosticSink): SkillFacts {
  const values = withoutNulls(frontMatter.values);
  const errors = validate(values);
  const faulty = new Set(errors.map(keyOf));
  for (const key of faulty) reportKey(key, values, errors, frontMatter, id, sink);
  reportMisspelt(values, frontMatter, sink);
  const sound = Object.fromEntries(Object.entries(values).filter(([key]) => !faulty.has(key)));
  if (typeof sound.name === 'string' && sound.name !== id) {
    sink.report('skill-name-differs', { name: sound.name, id }, frontMatter.locate(['name']));
  }
  return factsOf(sound, id);
}

let compiled: ValidateFunction | undefined;

function validate(values: JsonObject): ErrorObject[] {
  if (schemaAccepts(schema, values)) return [];
  compiled ??= new Ajv({ allErrors: true }).compile(schema);
  compiled(values);
  return compiled.errors ?? [];
}

/** `tags:` with nothing after it is how people leave a key out. */
function withoutNulls(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** The key of the front matter that an error is about. */
function keyOf(error: ErrorObject): string {
  if (error.keyword === 'required') return String(error.params.missingProperty);
  return error.instancePath.split('/')[1] ?? '';
}

function reportKey(
  key: string,
  values: JsonObject,
  errors: ErrorObject[],
  frontMatter: FrontMatter,
  id: string,
  sink: DiagnosticSink,
): void {
  const own = errors.filter((error) => keyOf(error) === key);
  const value = values[key];
  const deepest = own.map(pathOf).reduce((a, b) => (b.length > a.length ? b : a));
  const at = frontMatter.locate(deepest);
  if (key === 'name' && value === undefined) return sink.report('skill-name-missing', { id }, at);
  if (key === 'name') return sink.report('skill-name-invalid', { name: String(value), id }, at);
  if (key === 'description' && isBlank(value)) return sink.report('skill-description-missing', { id }, at);
  if (key === 'description' && typeof value === 'string') {
    return sink.report('skill-description-too-long', { characters: [...value].length, limit: 1024 }, at);
  }
  const fix = typeof value === 'string' ? BOOLEAN_WORDS.get(value.toLowerCase()) : undefined;
  sink.report(
    'skill-field-invalid',
    { key, wanted: WANTED.get(key) ?? 'another value', ...(fix ? { fix: `${key}: ${fix}` } : {}) },
    at,
  );
}

function pathOf(error: ErrorObject): (string | number)[] {
  const steps = error.instancePath.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function isBlank(value: JsonValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

const WANTED = new Map([
  ['description', 'text'],
  ['tags', 'a list of texts of at most 64 characters each, or one text with commas'],
  ['alwaysLoad', 'true or false'],
  ['hideFromDiscovery', 'true or false'],
  ['hide-from-discovery', 'true or false'],
]);

/** What YAML 1.1 or a quote makes of a boolean. */
const BOOLEAN_WORDS = new Map([
  ...['true', 'yes', 'on', 'y'].map((word): [string, string] => [word, 'true']),
  ...['false', 'no', 'off', 'n'].map((word): [string, string] => [word, 'false']),
]);

/** The keys that the build acts on. */
const KNOWN_KEYS = new Map(
  ['name', 'description', 'tags', 'alwaysLoad', 'hideFromDiscovery'].map((key) => [squash(key), key]),
);

/** A key that misses by case, hyphen or plural would silently do nothing. */
function reportMisspelt(values: JsonObject, frontMatter: FrontMatter, sink: DiagnosticSink): void {
  for (const key of Object.keys(values)) {
    if (Object.hasOwn(schema.properties, key)) continue;
    const known = KNOWN_KEYS.get(squash(key)) ?? KNOWN_KEYS.get(`${squash(key)}s`);
    if (known !== undefined) sink.report('skill-key-misspelt', { key, known }, frontMatter.locateKey(key));
  }
}

function squash(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '');
}

function factsOf(sound: JsonObject, id: string): SkillFacts {
  return {
    ...factsWithout(id),
    ...(typeof sound.description === 'string' ? { description: sound.description.trim() } : {}),
    tags: tagsOf(sound.tags),
    alwaysLoad: sound.alwaysLoad === true,
    hideFromDiscovery: sound.hideFromDiscovery === true || sound['hide-from-discovery'] === true,
  };
}

function tagsOf(value: JsonValue | undefined): string[] {
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.map(String) : [];
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}
