import type { ErrorObject } from 'ajv';
import { treeAt, type Tree } from '../yaml/tree.js';
import { explainChoice, explainMissing, explainUnknownKey } from './explain-keys.js';
import {
  explainConst,
  explainDiscriminator,
  explainPattern,
  explainRange,
  explainType,
  explainUrl,
  explainValue,
} from './explain-values.js';
import { identityOf, type Problem } from './problem.js';
import { holdsPlaceholder } from './variables.js';

/** Turns one of ajv's errors into ours; undefined when another error already says it. */
export type Explain = (error: ErrorObject, tree: Tree) => Problem | undefined;

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
