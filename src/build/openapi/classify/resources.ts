import type { Effect } from '../../../contract/bundle/bundle-index.js';
import { pathSteps, placeholders, renamePlaceholders, shapeOf } from '../document/path-shape.js';
import type { Resolver } from '../document/resolve-reference.js';
import { child, isTrue, items, textOf } from '../document/spec-node.js';
import type { ListedOperation } from '../names/list-operations.js';
import type { Classifier, ResourceIndex } from './classification.js';

/** Indexes the GETs. Of two with one shape the first counts: the list is sorted by path. */
export function indexResources(operations: readonly ListedOperation[]): ResourceIndex {
  const index = new Map<string, ListedOperation>();
  for (const operation of operations) {
    // A fragment tells operations apart that one URI cannot.
    if (operation.method !== 'GET' || operation.path.includes('#')) continue;
    const shape = shapeOf(operation.path);
    if (!index.has(shape)) index.set(shape, operation);
  }
  return index;
}

/** What a GET needs beside its path: a URI can hold the first, not the second. */
interface ReadNeeds {
  query: string[];
  /** A header, a cookie, or a body is required. */
  other: boolean;
}

/** What a GET requires, path-level parameters included. */
export function readNeeds({ node, pathItem }: ListedOperation, resolver: Resolver): ReadNeeds {
  const needs = new Map<string, 'query' | 'other'>();
  for (const declared of [pathItem, node].flatMap((holder) => items(child(holder, 'parameters')))) {
    const followed = resolver.follow(declared);
    if (!followed.ok) continue;
    const isRequired = isTrue(followed.node, 'required');
    // Most parameters are optional; one matters only where it takes back what the path requires.
    if (!isRequired && needs.size === 0) continue;
    const place = textOf(followed.node, 'in');
    const name = textOf(followed.node, 'name') ?? '';
    const isIgnored = place === 'header' && ['accept', 'content-type', 'authorization'].includes(name.toLowerCase());
    if (!isRequired || isIgnored) needs.delete(`${place} ${name}`);
    else if (place === 'query') needs.set(`query ${name}`, isVariableName(name) ? 'query' : 'other');
    else if (place !== 'path') needs.set(`${place} ${name}`, 'other');
  }
  const body = child(node, 'requestBody');
  const query = [...needs].flatMap(([key, kind]) => (kind === 'query' ? [key.slice('query '.length)] : []));
  return {
    query: query.sort(),
    other: [...needs.values()].includes('other') || (body !== undefined && isTrue(body, 'required')),
  };
}

/** RFC 6570 section 2.3, and the hyphen that everybody uses. */
function isVariableName(name: string): boolean {
  return /^[\w.-]+$/.test(name);
}

/** URI template of a GET as a resource, or `undefined` when a URI cannot say what it needs. */
export function resourceTemplate(spec: string, get: ListedOperation, needs: ReadNeeds): string | undefined {
  if (needs.other || get.path.includes('#')) return undefined;
  return `mcp+op://${spec}${bare(get.path)}${needs.query.length > 0 ? `{?${needs.query.join(',')}}` : ''}`;
}

/**
 * URI template of the resource of `get`, filled from the arguments of `operation`: placeholders are renamed by position. A
 * query that the resource needs must be one that the operation has too.
 */
function effectTemplate(
  spec: string,
  get: ListedOperation,
  operation: ListedOperation,
  resolver: Resolver,
): string | undefined {
  const needs = readNeeds(get, resolver);
  // Most resources need no query, so what the operation has is not looked up.
  const own = new Set(needs.query.length > 0 ? readNeeds(operation, resolver).query : []);
  if (needs.query.some((name) => !own.has(name))) return undefined;
  const template = resourceTemplate(
    spec,
    { ...get, path: renamePlaceholders(get.path, placeholders(operation.path)) },
    needs,
  );
  return template;
}

/** A query inside a path is part of the request, not of the resource's name. */
function bare(path: string): string {
  return path.split('?', 1)[0] as string;
}

/** The nearest GET at or above some steps, the whole path first. */
export function nearestGet(index: ResourceIndex, steps: readonly { shape: string }[]): ListedOperation | undefined {
  let shape = steps.map((step) => step.shape).join('');
  for (let length = steps.length; length > 0; length -= 1) {
    const found = index.get(shape);
    if (found) return found;
    shape = shape.slice(0, shape.length - (steps[length - 1]?.shape.length ?? 0));
  }
  return undefined;
}

/** The list that an item is a member of: the GET on what is left when the parameters at the end of its path are taken away. */
export function listAbove(index: ResourceIndex, item: ListedOperation): ListedOperation | undefined {
  const steps = pathSteps(item.path);
  while (steps.at(-1)?.isParameter) {
    steps.pop();
    const found = index.get(steps.map(({ shape }) => shape).join(''));
    if (found) return found;
  }
  return undefined;
}

/** The effects of a call that changes the resources of some GETs; those that its arguments cannot address are left out. */
export function effectsOn(
  changed: readonly (ListedOperation | undefined)[],
  operation: ListedOperation,
  { spec, resolver }: Classifier,
): Effect[] {
  const uris = changed.flatMap((get) => (get && effectTemplate(spec, get, operation, resolver)) ?? []);
  return [...new Set(uris)].map((uri) => ({ kind: 'updated', uri }));
}
