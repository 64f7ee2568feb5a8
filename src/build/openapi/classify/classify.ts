import type { Effect, OperationEntry } from '../../../contract/bundle/types.js';
import type { Resolver } from '../document/resolver.js';
import type { ListedOperation } from '../names/list-operations.js';
import { pathSteps } from './path-shape.js';
import { isReadingPost, isWritingGet } from './read-only-words.js';
import { effectTemplate, listAbove, nearestGet, readNeeds, resourceTemplate } from './resources.js';
import type { ResourceIndex } from './resources.js';
import type { ClassificationRule } from './rules.js';

/** How an operation appears in MCP, and what a successful call changes. */
export type Classification = Pick<OperationEntry, 'expose' | 'readOnly' | 'uriTemplate' | 'effects'> & {
  /** What a person should look at. */
  remark?: 'writing-get' | 'rule-impossible';
};

/** What the classifier knows of a document. */
export interface Classifier {
  spec: string;
  resources: ResourceIndex;
  resolver: Resolver;
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Classifies an operation by HTTP semantics: a GET on an item is a resource and a tool, a GET on a collection a resource,
 * everything else a tool; a change updates the nearest resource at or above its path, and a change of an item also the list
 * that holds it. A rule of the manifest overrides the surface (`expose`) and what changes (`emits`).
 */
export function classify(
  operation: ListedOperation,
  rule: ClassificationRule | undefined,
  classifier: Classifier,
): Classification {
  const byMethod =
    operation.method === 'GET' ? classifyGet(operation, rule, classifier) : classifyOther(operation, classifier);
  return rule ? override(byMethod, operation, rule, classifier) : byMethod;
}

function classifyGet(
  operation: ListedOperation,
  rule: ClassificationRule | undefined,
  { spec, resolver }: Classifier,
): Classification {
  if (!rule && isWritingGet(operation)) return { expose: 'tool', readOnly: false, effects: [], remark: 'writing-get' };
  const uriTemplate = resourceTemplate(spec, operation, readNeeds(operation, resolver));
  if (uriTemplate === undefined) return { expose: 'tool', readOnly: true, effects: [] };
  const isItem = pathSteps(operation.path).at(-1)?.isParameter === true;
  return { expose: isItem ? 'both' : 'resource', readOnly: true, uriTemplate, effects: [] };
}

function classifyOther(operation: ListedOperation, classifier: Classifier): Classification {
  const steps = pathSteps(operation.path);
  const target = nearestGet(classifier.resources, steps);
  const hasGet = target !== undefined && pathSteps(target.path).length === steps.length;
  const isReading = operation.method === 'POST' && isReadingPost(operation, hasGet);
  if (SAFE.has(operation.method) || isReading) return { expose: 'tool', readOnly: true, effects: [] };
  const changed = target ? [target, listAbove(classifier.resources, target)] : [];
  return { expose: 'tool', readOnly: false, effects: effectsOn(changed, operation, classifier) };
}

function effectsOn(
  changed: readonly (ListedOperation | undefined)[],
  operation: ListedOperation,
  { spec, resolver }: Classifier,
): Effect[] {
  const uris = changed.flatMap((get) => (get && effectTemplate(spec, get, operation, resolver)) ?? []);
  return [...new Set(uris)].map((uri) => ({ kind: 'updated', uri }));
}

function override(
  found: Classification,
  operation: ListedOperation,
  { expose, emits }: ClassificationRule,
  classifier: Classifier,
): Classification {
  const wantsResource = expose === 'resource' || expose === 'both';
  const isImpossible = wantsResource && found.uriTemplate === undefined;
  const { uriTemplate, ...rest } = found;
  const surface = isImpossible ? found.expose : (expose ?? found.expose);
  const effects = emits === undefined ? found.effects : emitted(emits, operation, classifier.spec);
  return {
    ...rest,
    expose: surface,
    effects,
    // Whoever says that a call changes something says that it does not only read.
    readOnly: found.readOnly && effects.length === 0,
    ...(surface === 'tool' || uriTemplate === undefined ? {} : { uriTemplate }),
    ...(isImpossible ? { remark: 'rule-impossible' as const } : {}),
  };
}

/** `self` is the operation's own path, `parent` the path without its last step; a path of one step has no parent. */
function emitted(emits: 'self' | 'parent' | 'none', { path }: ListedOperation, spec: string): Effect[] {
  const steps = pathSteps(path);
  const kept = emits === 'self' ? steps : emits === 'parent' ? steps.slice(0, -1) : [];
  const uri = kept.map(({ text }) => text).join('');
  return uri === '' ? [] : [{ kind: 'updated', uri: `mcp+op://${spec}${uri}` }];
}
