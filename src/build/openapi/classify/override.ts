import type { Effect } from '../../../contract/bundle/types.js';
import type { ClassificationBasis } from '../../stage-values.js';
import type { ListedOperation } from '../names/list-operations.js';
import type { Classification, Classifier } from './classification.js';
import { effectsOn } from './effects-on.js';
import type { Extension } from './extension.js';
import { pathSteps } from './path-shape.js';
import type { ClassificationRule } from './rules.js';

/** A classification with what `x-frontmcp` of the operation states. */
export function overrideByExtension(
  found: Classification,
  operation: ListedOperation,
  { expose, readOnly, changes, faults }: Extension,
  classifier: Classifier,
): Classification {
  const isStated = expose !== undefined || readOnly !== undefined || changes !== undefined;
  const effects = changes && effectsOn(changes, operation, classifier);
  return {
    ...surfaced(found, expose, effects),
    ...(faults.length > 0 ? { extensionFaults: faults } : {}),
    basis: settled(found, isStated ? 'document' : 'http', { expose, emits: effects }),
  };
}

/** A classification with what a rule of the manifest states. */
export function overrideByRule(
  found: Classification,
  operation: ListedOperation,
  { expose, emits }: ClassificationRule,
  classifier: Classifier,
): Classification {
  const effects = emits === undefined ? undefined : emitted(emits, operation, classifier.spec);
  return { ...surfaced(found, expose, effects), basis: settled(found, 'rule', { expose, emits }) };
}

/** A classification with another surface and other effects, as far as they are stated and possible. */
function surfaced(
  found: Classification,
  expose: Classification['expose'] | undefined,
  stated: Effect[] | undefined,
): Classification {
  const { uriTemplate, ...rest } = found;
  const surface = expose === undefined || isImpossible(found, expose) ? found.expose : expose;
  const effects = stated ?? found.effects;
  return {
    ...rest,
    expose: surface,
    effects,
    // Whoever says that a call changes something says that it does not only read.
    readOnly: found.readOnly && effects.length === 0,
    ...(surface === 'tool' || uriTemplate === undefined ? {} : { uriTemplate }),
  };
}

function isImpossible({ uriTemplate }: Classification, expose: Classification['expose'] | undefined): boolean {
  return (expose === 'resource' || expose === 'both') && uriTemplate === undefined;
}

/** What a statement leaves in doubt: whoever says what changes has looked. */
function settled(
  found: Classification,
  decidedBy: ClassificationBasis['decidedBy'],
  { expose, emits }: { expose?: Classification['expose']; emits?: unknown },
): ClassificationBasis {
  const left = found.basis.doubts.filter((doubt) => emits === undefined || doubt === 'rule-impossible');
  const doubts = new Set(isImpossible(found, expose) ? [...left, 'rule-impossible' as const] : left);
  return { ...found.basis, decidedBy, doubts: [...doubts] };
}

/** `self` is the operation's own path, `parent` the path without its last step; a path of one step has no parent. */
function emitted(emits: 'self' | 'parent' | 'none', { path }: ListedOperation, spec: string): Effect[] {
  const steps = pathSteps(path);
  const kept = emits === 'self' ? steps : emits === 'parent' ? steps.slice(0, -1) : [];
  const uri = kept.map(({ text }) => text).join('');
  return uri === '' ? [] : [{ kind: 'updated', uri: `mcp+op://${spec}${uri}` }];
}
