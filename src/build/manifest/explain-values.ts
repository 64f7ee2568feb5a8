import type { ErrorObject } from 'ajv';
import { suggest } from '../../contract/search/suggest.js';
import { locate, locateKey, pathText, treeAt, type Tree } from '../yaml/tree.js';
import type { Explain } from './explain-errors.js';
import { PATTERNS } from './patterns.js';
import { problem, type Problem } from './problem.js';
import { discriminatorValues } from './validate-schema.js';

/** A value of another type; a text that looks like a number is shown as it has to be quoted. */
export function explainType(error: ErrorObject, tree: Tree): Problem {
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
export function explainPattern(error: ErrorObject, tree: Tree): Problem {
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
export function explainUrl(error: ErrorObject, tree: Tree): Problem {
  const args = { path: pathText(error.instancePath), value: sourceAt(tree, error.instancePath) };
  return problem('manifest-url', args, locate(tree, error.instancePath));
}

/** A value that is not the only one there is; versions and announced targets have their own words. */
export function explainConst(error: ErrorObject, tree: Tree): Problem {
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
export function explainDiscriminator(error: ErrorObject, tree: Tree): Problem | undefined {
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
export function explainValue(error: ErrorObject, tree: Tree, allowed: readonly unknown[]): Problem {
  const value = sourceAt(tree, error.instancePath);
  const known = allowed.map(String);
  const args = { path: pathText(error.instancePath), value, allowed: known, suggestions: suggest(value, known) };
  return problem('manifest-value', args, locate(tree, error.instancePath));
}

/** A number, length or count outside its limits. */
export function explainRange(bound: 'at least' | 'at most', unit: string): Explain {
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
