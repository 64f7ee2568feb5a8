import type { Effect } from '../../../contract/bundle/bundle-index.js';
import type { ClassificationBasis, ClassificationDoubt } from '../../stage-values.js';
import { pathSteps, shapeOf } from '../document/path-shape.js';
import type { ListedOperation } from '../names/list-operations.js';
import type { Classification, Classifier } from './classification.js';
import { overrideByExtension, overrideByRule, readExtension, type ClassificationRule } from './overrides.js';
import { effectsOn, listAbove, nearestGet, readNeeds, resourceTemplate } from './resources.js';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
/** An action is a step below what it acts on; a target further up is a guess. */
const NEAR_STEPS = 1;

/**
 * Classifies an operation by HTTP semantics: a GET on an item is a resource and a tool, a GET on a collection a resource,
 * everything else a tool; a change updates the nearest resource at or above its path, and a change of an item also the list
 * that holds it. `x-frontmcp` in the description overrides that, and a rule of the manifest overrides both: the surface
 * (`expose`) and what changes (`emits`).
 */
export function classify(
  operation: ListedOperation,
  rule: ClassificationRule | undefined,
  classifier: Classifier,
): Classification {
  const extension = readExtension(operation, classifier.resources);
  const isStated = rule !== undefined || extension?.expose !== undefined;
  const byMethod =
    operation.method === 'GET'
      ? classifyGet(operation, isStated, classifier)
      : classifyOther(operation, extension?.readOnly, classifier);
  // A rule comes first, so what it settles is not narrowed before.
  const beside = extension && rule?.expose ? { ...extension, expose: undefined } : extension;
  const stated = beside ? overrideByExtension(byMethod, operation, beside, classifier) : byMethod;
  return rule ? overrideByRule(stated, operation, rule, classifier) : stated;
}

function basisOf({ path }: ListedOperation, ...doubts: ClassificationDoubt[]): ClassificationBasis {
  return { shape: shapeOf(path), decidedBy: 'http', doubts };
}

function classifyGet(operation: ListedOperation, isStated: boolean, { spec, resolver }: Classifier): Classification {
  if (!isStated && isWritingGet(operation))
    return { expose: 'tool', readOnly: false, effects: [], basis: basisOf(operation, 'writes-by-name') };
  const basis = basisOf(operation);
  const uriTemplate = resourceTemplate(spec, operation, readNeeds(operation, resolver));
  if (uriTemplate === undefined) return { expose: 'tool', readOnly: true, effects: [], basis };
  const isItem = pathSteps(operation.path).at(-1)?.isParameter === true;
  return { expose: isItem ? 'both' : 'resource', readOnly: true, uriTemplate, effects: [], basis };
}

function classifyOther(
  operation: ListedOperation,
  stated: boolean | undefined,
  classifier: Classifier,
): Classification {
  const steps = pathSteps(operation.path);
  const target = nearestGet(classifier.resources, steps);
  const distance = target && steps.length - pathSteps(target.path).length;
  const isNamedReading = operation.method === 'POST' && isReadingPost(operation, distance === 0);
  if (SAFE.has(operation.method) || (stated ?? isNamedReading)) {
    const doubts: ClassificationDoubt[] = isNamedReading && stated === undefined ? ['reads-by-name'] : [];
    return { expose: 'tool', readOnly: true, effects: [], basis: basisOf(operation, ...doubts) };
  }
  const changed = target ? [target, listAbove(classifier.resources, target)] : [];
  const effects = effectsOn(changed, operation, classifier);
  const doubt = doubtOf(distance, effects);
  return { expose: 'tool', readOnly: false, effects, basis: basisOf(operation, ...(doubt ? [doubt] : [])) };
}

function doubtOf(distance: number | undefined, effects: readonly Effect[]): ClassificationDoubt | undefined {
  if (distance === undefined) return 'nothing-above';
  if (effects.length === 0) return 'not-addressable';
  return distance > NEAR_STEPS ? 'far-above' : undefined;
}

/** First words of ids, and last words of paths, of POSTs that only read. */
const READING = new Set(
  (
    'aggregate autocomplete batchget calculate compare count describe estimate fetch filter find get list lookup preview query quote ' +
    'read search simulate suggest validate'
  ).split(' '),
);

/** Of a POST beside a GET on the same path, only these are a longer way to ask. */
const ASKING = new Set(['query', 'search']);

/** First words of ids, and last words of paths, of GETs that change something. */
const WRITING = new Set(
  (
    'activate approve cancel create deactivate delete disable enable insert logout reject remove reset restart revoke signout ' +
    'subscribe trigger unsubscribe update'
  ).split(' '),
);

/** Anywhere in an id, these speak against reading: `listCreate` creates a list. */
const CHANGING = new Set([
  ...WRITING,
  ...'add apply assign edit import make post put save send set start stop store upload write'.split(' '),
]);

/** Whether a POST only reads, by its name. A word alone decides, so whatever also sounds like a change does not count. */
function isReadingPost(operation: ListedOperation, hasGet: boolean): boolean {
  const words = idWords(operation);
  const last = lastWord(operation);
  if (words.some((word) => CHANGING.has(word))) return false;
  if (hasGet) return ASKING.has(last);
  return READING.has(last) || READING.has(words[0] ?? '') || (words[0] === 'batch' && words[1] === 'get');
}

/** Whether a GET is named like a change. */
function isWritingGet(operation: ListedOperation): boolean {
  return WRITING.has(lastWord(operation)) || WRITING.has(idWords(operation)[0] ?? '');
}

/** `searchOrders` → search, orders; `issues/list-for-repo` → list, for, repo: the words of an id behind its namespace. */
function idWords({ id, method, path }: ListedOperation): string[] {
  if (id === `${method} ${path}`) return [];
  const [own = ''] = id.split(/[./]/).slice(-1);
  return (own.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}

/** The last step of the path, when it is a word. */
function lastWord({ path }: ListedOperation): string {
  const last = pathSteps(path).at(-1);
  return last && !last.isParameter ? last.shape.replace(/^[/:_]+/, '').toLowerCase() : '';
}
