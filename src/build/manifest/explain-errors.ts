import type { ErrorObject } from 'ajv';
import { isJsonObject } from '../../contract/encoding/json.js';
import { suggest } from '../../contract/search/suggest.js';
import { identityOf, problem, type Problem } from '../diagnostics/collector.js';
import { locate, locateKey, pathText, treeAt, type Tree } from '../yaml/tree.js';
import { PATTERNS } from './patterns.js';
import { discriminatorValues, propertiesOf, schemaAt } from './validate-schema.js';
import { holdsPlaceholder } from './variables.js';

/** Turns one of ajv's errors into ours; undefined when another error already says it. */
type Explain = (error: ErrorObject, tree: Tree) => Problem | undefined;

/** Nobody reads more of them; it bounds the work that a hostile file can cause. */
const MAX_EXPLAINED = 1000;

/**
 * What ajv found, as findings on the nodes at fault: one for each fault, in our words, none about a value that cannot be
 * known yet (it holds a placeholder) or that was refused when it was read.
 */
export function explainErrors(errors: readonly ErrorObject[], tree: Tree): Problem[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  const found = new Map<string, Problem>();
  for (const error of errors.slice(0, MAX_EXPLAINED)) {
    const saysMore = error.keyword === 'type' || !mistyped.has(error.instancePath);
    const explained = saysMore && !isUnknown(error, tree) ? EXPLANATIONS[error.keyword]?.(error, tree) : undefined;
    if (explained) found.set(identityOf(explained), explained);
  }
  return [...found.values()];
}

/** Whether nothing can be said about the value yet. */
function isUnknown(error: ErrorObject, tree: Tree): boolean {
  const pointer = error.keyword === 'discriminator' ? `${error.instancePath}/${error.params.tag}` : error.instancePath;
  const node = treeAt(tree, pointer);
  if (node?.kind !== 'scalar') return false;
  if (node.unreadable) return true;
  return error.keyword !== 'type' && typeof node.value === 'string' && holdsPlaceholder(node.value);
}

const EXPLANATIONS: Readonly<Record<string, Explain>> = Object.assign(Object.create(null) as Record<string, Explain>, {
  type: explainType,
  required: explainMissing,
  additionalProperties: explainUnknownKey,
  pattern: explainPattern,
  format: explainUrl,
  enum: (error, tree) => explainValue(error, tree, error.params.allowedValues as unknown[]),
  const: explainConst,
  discriminator: explainDiscriminator,
  exactlyOneOf: explainChoice,
  atLeastOneOf: explainChoice,
  minLength: explainRange('at least', 'characters'),
  maxLength: explainRange('at most', 'characters'),
  minItems: explainRange('at least', 'items'),
  maxItems: explainRange('at most', 'items'),
  minProperties: explainRange('at least', 'keys'),
  maxProperties: explainRange('at most', 'keys'),
  minimum: explainRange('at least', ''),
  maximum: explainRange('at most', ''),
} satisfies Record<string, Explain>);

/** A required key that is not there; the place is the map that lacks it. */
function explainMissing(error: ErrorObject, tree: Tree): Problem {
  const key = error.params.missingProperty as string;
  const at = locate(tree, error.instancePath);
  if (error.instancePath === '' && key === 'auth') return problem('manifest-auth-missing', {}, at);
  const description = descriptionOf(error.parentSchema, key);
  return problem(
    'manifest-missing-key',
    { path: pathText(error.instancePath), key, ...(description ? { description } : {}) },
    at,
  );
}

function descriptionOf(parent: ErrorObject['parentSchema'], key: string): string | undefined {
  const property = propertiesOf(parent)[key];
  const { description } = isJsonObject(property) ? schemaAt(property) : {};
  if (typeof description === 'string') return description;
  const choices = parent ? discriminatorValues(parent, key) : [];
  return choices.length > 0 ? `One of ${choices.join(', ')}.` : undefined;
}

/** Sections of the manifest that are the same in every environment. */
const NOT_OVERRIDABLE: ReadonlySet<string> = new Set(['version', 'name', 'runtime', 'signing', 'secrets', 'tags']);

/** A key that the schema does not know; the place is the key. */
function explainUnknownKey(error: ErrorObject, tree: Tree): Problem {
  const key = error.params.additionalProperty as string;
  const at = locateKey(tree, error.instancePath, key);
  if (/^\/environments\/[^/]*$/.test(error.instancePath) && NOT_OVERRIDABLE.has(key)) {
    return problem('manifest-overlay-key', { path: pathText(error.instancePath), key }, at);
  }
  const known = Object.keys(propertiesOf(error.parentSchema)).sort();
  return problem(
    'manifest-unknown-key',
    { path: pathText(error.instancePath), key, known, suggestions: suggest(key, known) },
    at,
  );
}

/** A union of keys of which the wrong number is there. */
function explainChoice(error: ErrorObject, tree: Tree): Problem {
  const node = treeAt(tree, error.instancePath);
  const written = node?.kind === 'map' ? [...node.entries.keys()] : [];
  const keys = error.schema as string[];
  const unknown = written.find((key) => !keys.includes(key)) ?? '';
  const args = {
    path: pathText(error.instancePath),
    keys,
    written,
    several: error.keyword === 'atLeastOneOf',
    suggestions: suggest(unknown, keys),
  };
  return problem('manifest-choice', args, locate(tree, error.instancePath));
}

/** A value of another type; a text that looks like a number is shown as it has to be quoted. */
function explainType(error: ErrorObject, tree: Tree): Problem {
  const node = treeAt(tree, error.instancePath);
  const expected = [error.params.type as string | string[]].flat();
  const written =
    node?.kind === 'scalar' && node.value !== null && expected.join() === 'string' ? node.source : undefined;
  const args = {
    path: pathText(error.instancePath),
    expected,
    actual: typeName(node),
    ...(written === undefined ? {} : { written }),
  };
  return problem('manifest-type', args, locate(tree, error.instancePath));
}

function typeName(node: Tree | undefined): string {
  if (node?.kind !== 'scalar') return node?.kind === 'list' ? 'array' : 'object';
  return node.value === null ? 'null' : typeof node.value;
}

/** A text, or a key, that is not in the form its field takes. */
function explainPattern(error: ErrorObject, tree: Tree): Problem {
  const row = PATTERNS.get(error.params.pattern as string);
  // `propertyNames` asks about a key: it is the key that is wrong, not what stands there.
  const name = error.propertyName;
  const at = name === undefined ? locate(tree, error.instancePath) : locateKey(tree, error.instancePath, name);
  const value = name ?? sourceAt(tree, error.instancePath);
  const suggestion = row?.suggestion?.(value) ?? '';
  const fits = suggestion !== value && new RegExp(error.params.pattern as string, 'u').test(suggestion);
  const path = name === undefined ? pathText(error.instancePath) : `a key of ${pathText(error.instancePath)}`;
  return problem(
    'manifest-pattern',
    { path, value, expected: row?.expected ?? '', ...(fits ? { suggestion } : {}) },
    at,
  );
}

/** A text that is no absolute URL. */
function explainUrl(error: ErrorObject, tree: Tree): Problem {
  const args = { path: pathText(error.instancePath), value: sourceAt(tree, error.instancePath) };
  return problem('manifest-url', args, locate(tree, error.instancePath));
}

/** A value that is not the only one there is; versions and announced targets have their own words. */
function explainConst(error: ErrorObject, tree: Tree): Problem {
  const value = sourceAt(tree, error.instancePath);
  const at = locate(tree, error.instancePath);
  if (error.instancePath === '/version') return problem('manifest-version', { value }, at);
  if (error.instancePath === '/runtime/target' && ANNOUNCED_TARGETS.has(value))
    return problem('manifest-runtime-target', { value }, at);
  return explainValue(error, tree, [error.params.allowedValue]);
}

/** Targets that FrontMCP announces for a later version of the manifest. */
const ANNOUNCED_TARGETS: ReadonlySet<string> = new Set(['vercel-edge', 'deno-deploy']);

/** A union whose discriminator names none of its branches. */
function explainDiscriminator(error: ErrorObject, tree: Tree): Problem | undefined {
  const pointer = `${error.instancePath}/${error.params.tag}`;
  const node = treeAt(tree, pointer);
  // A missing tag is a missing key, and that is said already.
  if (!node) return undefined;
  if (error.params.error === 'tag')
    return explainType({ ...error, instancePath: pointer, params: { type: 'string' } }, tree);
  return explainValue(
    { ...error, instancePath: pointer },
    tree,
    discriminatorValues(error.parentSchema ?? {}, error.params.tag as string),
  );
}

/** A value that is none of those allowed. */
function explainValue(error: ErrorObject, tree: Tree, allowed: readonly unknown[]): Problem {
  const value = sourceAt(tree, error.instancePath);
  const known = allowed.map(String);
  const args = { path: pathText(error.instancePath), value, allowed: known, suggestions: suggest(value, known) };
  return problem('manifest-value', args, locate(tree, error.instancePath));
}

/** A number, length or count outside its limits. */
function explainRange(bound: 'at least' | 'at most', unit: string): Explain {
  return (error, tree) => {
    const name = error.propertyName;
    const at = name === undefined ? locate(tree, error.instancePath) : locateKey(tree, error.instancePath, name);
    return problem(
      'manifest-range',
      { path: pathText(error.instancePath), bound, limit: error.params.limit as number, unit },
      at,
    );
  };
}

/** How the value at a pointer stands in the file: never the value of a variable, which may be confidential. */
function sourceAt(tree: Tree, pointer: string): string {
  const node = treeAt(tree, pointer);
  return node?.kind === 'scalar' ? node.source : '';
}
