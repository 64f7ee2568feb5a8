import type { OutputUnit } from '@cfworker/json-schema';
import { explainError, type Validated, type ArgumentProblem } from './explain-error.js';

/** Most problems in one answer. */
const MAX_PROBLEMS = 10;
/** Keywords whose own error says nothing that the errors below them do not. */
const STRUCTURAL = new Set(
  '$ref allOf properties patternProperties additionalProperties unevaluatedProperties items prefixItems unevaluatedItems if dependentSchemas'.split(
    ' ',
  ),
);

/** Keywords whose own error says it all; the errors below are about keys or items that never fitted. */
const SUMMARY = new Set(['propertyNames', 'contains']);

/**
 * Turns the validator's errors into problems: only those that say something, each once, and of the
 * alternatives of an `anyOf` or `oneOf` only those of the alternative that fits best.
 */
export function repairProblems(errors: readonly OutputUnit[], validated: Validated): ArgumentProblem[] {
  const problems = new Map<string, ArgumentProblem>();
  for (const error of meaningful(errors)) {
    const problem = explainError(error, validated);
    if (problem) problems.set(`${problem.pointer} ${problem.message}`, problem);
  }
  const all = [...problems.values()];
  if (all.length <= MAX_PROBLEMS) return all;
  return [
    ...all.slice(0, MAX_PROBLEMS),
    { pointer: '', message: `There are ${all.length - MAX_PROBLEMS} more problems.` },
  ];
}

function meaningful(errors: readonly OutputUnit[]): OutputUnit[] {
  const kept: OutputUnit[] = [];
  for (let at = 0; at < errors.length; at += 1) {
    const error = errors[at];
    if (!error) continue;
    const below = errorsBelow(errors, at);
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
      kept.push(...bestAlternative(error, below));
      at += below.length;
    } else if (SUMMARY.has(error.keyword)) {
      kept.push(error);
      at += below.length;
    } else if (!STRUCTURAL.has(error.keyword)) kept.push(error);
  }
  return kept;
}

/** The errors that follow an error and belong to it: the validator lists them depth first. */
function errorsBelow(errors: readonly OutputUnit[], at: number): OutputUnit[] {
  const prefix = `${errors[at]?.keywordLocation}/`;
  let end = at + 1;
  while (errors[end]?.keywordLocation.startsWith(prefix)) end += 1;
  return errors.slice(at + 1, end);
}

function bestAlternative(error: OutputUnit, below: readonly OutputUnit[]): OutputUnit[] {
  // A oneOf that several alternatives fit: what the others lack helps nobody.
  if (/\([1-9]\d* matches\)/.test(error.error)) return [error];
  const alternatives = new Map<string, OutputUnit[]>();
  for (const inner of below) {
    const name = inner.keywordLocation.slice(error.keywordLocation.length + 1).split('/')[0] ?? '';
    alternatives.set(name, [...(alternatives.get(name) ?? []), inner]);
  }
  const candidates = [...alternatives.values()]
    .map((errors) => meaningful(errors))
    .filter((errors) => !failsAtOnce(error, errors));
  const [best] = candidates.sort((a, b) => a.length - b.length);
  return best ?? [error];
}

/** Whether an alternative is of another type, or another kind by a constant, and so not what was meant. */
function failsAtOnce(error: OutputUnit, errors: readonly OutputUnit[]): boolean {
  return errors.some(({ keyword, instanceLocation }) => {
    if (keyword === 'type') return instanceLocation === error.instanceLocation;
    return keyword === 'const' && isDirectlyBelow(error.instanceLocation, instanceLocation);
  });
}

function isDirectlyBelow(outer: string, inner: string): boolean {
  return inner.startsWith(`${outer}/`) && !inner.slice(outer.length + 1).includes('/');
}
