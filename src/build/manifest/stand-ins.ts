import type { ErrorObject } from 'ajv';
import { mapScalars, valueOf, type MapTree } from '../yaml/tree.js';
import { validateSchema } from './validate-schema.js';
import { holdsPlaceholder, replacePlaceholders, variableValue, type Variables } from './variables.js';

/** A date that every platform knows, for a compatibility date that nobody can know yet. */
const STAND_IN_DATE = '2026-01-01';

/**
 * Replaces what `${env:NAME}` left unfilled by values that the schema accepts, so that the stages after this one can do
 * their checks. Host names end with `.invalid` (RFC 2606), so that nothing made with them ever reaches anybody.
 */
export function fillStandIns(tree: MapTree, variables: Variables): MapTree {
  const errors = validateSchema(valueOf(tree));
  const replaced = mapScalars(tree, (scalar, pointer) => {
    if (typeof scalar.value !== 'string' || !holdsPlaceholder(scalar.value)) return scalar;
    const complaints = errors.filter(({ instancePath }) => instancePath === pointer);
    return { ...scalar, value: standIn(scalar.value, complaints, variables) };
  });
  return replaced as MapTree;
}

function standIn(text: string, complaints: readonly ErrorObject[], variables: Variables): string {
  const host = replacePlaceholders(
    text,
    (name) => variableValue(variables, name) ?? `${hostLabel(name)}.placeholder.invalid`,
  );
  const label = replacePlaceholders(text, (name) => variableValue(variables, name) ?? `placeholder-${hostLabel(name)}`);
  const allowed = complaints.flatMap(({ params }) => (params.allowedValues as unknown[]) ?? params.allowedValue ?? []);
  const candidates = [
    host,
    `https://${hostLabel(text)}.placeholder.invalid`,
    label,
    label.toUpperCase().replaceAll('-', '_'),
    STAND_IN_DATE,
  ];
  return (
    [...candidates, ...allowed.map(String)].find((candidate) =>
      complaints.every((error) => satisfies(candidate, error)),
    ) ?? host
  );
}

function satisfies(candidate: string, { keyword, params, schema }: ErrorObject): boolean {
  if (keyword === 'pattern') return new RegExp(params.pattern as string, 'u').test(candidate);
  if (keyword === 'format') return URL.canParse(candidate);
  if (keyword === 'maxLength') return candidate.length <= (params.limit as number);
  if (keyword === 'enum') return (params.allowedValues as unknown[]).includes(candidate);
  return keyword === 'const' ? schema === candidate : true;
}

/** A variable's name as a label of a host name (RFC 1123 section 2.1). */
function hostLabel(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'variable'
  );
}
