import type { ErrorObject } from 'ajv';
import { isJsonObject } from '../../contract/encoding/json.js';
import { suggest } from '../../contract/search/suggest.js';
import { locate, locateKey, pathText, treeAt, type Tree } from '../yaml/tree.js';
import { problem, type Problem } from './problem.js';
import { discriminatorValues, propertiesOf, schemaAt } from './validate-schema.js';

/** A required key that is not there; the place is the map that lacks it. */
export function explainMissing(error: ErrorObject, tree: Tree): Problem {
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
export function explainUnknownKey(error: ErrorObject, tree: Tree): Problem {
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
export function explainChoice(error: ErrorObject, tree: Tree): Problem {
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
