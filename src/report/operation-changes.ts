import type { OperationChange, OperationFact } from '../build/compare/compare-operations.js';
import { directionOf, type SchemaChange } from '../build/compare/schema-change.js';
import type { Phrase, PlanLine } from './phrase.js';

/** Changes of one operation that are told one by one; the rest is counted. */
const MOST_CHANGES = 12;

const FACTS: Record<OperationFact, string> = {
  method: 'method',
  path: 'path',
  server: 'server',
  security: 'way to sign in',
  body: 'body',
  parameters: 'way its parameters are written',
  accept: 'accepted media type',
  description: 'description',
  summary: 'summary',
  tags: 'tags',
  deprecated: 'deprecation',
  expose: 'surface',
  readOnly: 'read-only mark',
  uriTemplate: 'resource address',
  effects: 'effects',
};

/** What became of the operations that a plan keeps, a line a change. `!` marks what may refuse what was accepted before. */
export function operationChangeLines(changes: readonly OperationChange[]): PlanLine[] {
  return changes.flatMap((change) => {
    const lines = [
      ...factLines(change),
      ...change.input.map((each) => schemaLine(change.operation, 'argument', each)),
      ...change.output.map((each) => schemaLine(change.operation, 'answer', each)),
    ];
    const rest = lines.length - MOST_CHANGES;
    if (rest <= 0) return lines;
    return [
      ...lines.slice(0, MOST_CHANGES),
      { sign: '~' as const, phrase: [{ code: change.operation }, `: and ${rest} more changes`] },
    ];
  });
}

function factLines({ operation, facts }: OperationChange): PlanLine[] {
  return facts.map(({ fact, from, to }): PlanLine => {
    const values: Phrase =
      from === undefined && to === undefined ? ['changes'] : ['changes from ', valued(from), ' to ', valued(to)];
    // Where requests go, and what a call may do, is what a reviewer must see.
    const sign = fact === 'server' || fact === 'method' || fact === 'path' || fact === 'readOnly' ? '!' : '~';
    return { sign, phrase: [{ code: operation }, `: its ${FACTS[fact]} `, ...values] };
  });
}

function valued(value: string | undefined): Phrase[number] {
  return value === undefined || value === '' ? 'none' : { code: value };
}

function schemaLine(operation: string, side: 'argument' | 'answer', change: SchemaChange): PlanLine {
  const isNarrower = side === 'argument' && directionOf(change) === 'narrower';
  const what: Phrase =
    change.at === '' ? [`its ${side}${side === 'argument' ? 's' : ''} `] : [`${side} `, { code: change.at }, ' '];
  return { sign: isNarrower ? '!' : '~', phrase: [{ code: operation }, ': ', ...what, ...sentence(change)] };
}

function sentence(change: SchemaChange): Phrase {
  switch (change.kind) {
    case 'property-added':
      return [change.required ? 'is new and required' : 'is new'];
    case 'property-removed':
      return ['is gone'];
    case 'now-required':
      return ['is now required'];
    case 'now-optional':
      return ['is no longer required'];
    case 'opened':
      return ['may now hold names that are not listed'];
    case 'closed':
      return ['may no longer hold names that are not listed'];
    case 'types':
      return [directionWord(change), ` its type: ${listed(change.from)} to ${listed(change.to)}`];
    case 'enum':
      return [
        directionWord(change),
        ' its values:',
        ...(change.added.length > 0 ? [` ${listed(change.added)} added`] : []),
        ...(change.removed.length > 0 ? [` ${listed(change.removed)} removed`] : []),
      ];
    case 'bound':
      return [directionWord(change), ` its ${change.keyword}: ${change.from ?? 'none'} to ${change.to ?? 'none'}`];
    case 'alternatives':
      return [`has ${change.to} alternatives instead of ${change.from}`];
    case 'keyword':
      return [`changes its ${change.keyword}`];
  }
}

function directionWord(change: SchemaChange): string {
  return { wider: 'widens', narrower: 'narrows', other: 'changes' }[directionOf(change)];
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, 5).join(', ');
  return values.length === 0 ? 'anything' : values.length > 5 ? `${shown} and ${values.length - 5} more` : shown;
}
