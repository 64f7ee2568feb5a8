/** One way in which a schema differs, at a place such as `filter.tags[]`; `''` is the value itself. */
export type SchemaChange =
  | { kind: 'property-added'; at: string; required: boolean }
  | { kind: 'property-removed' | 'now-required' | 'now-optional' | 'opened' | 'closed'; at: string }
  | { kind: 'types'; at: string; from: string[]; to: string[] }
  | { kind: 'enum'; at: string; added: string[]; removed: string[] }
  | { kind: 'bound'; at: string; keyword: string; from?: number; to?: number }
  | { kind: 'alternatives'; at: string; from: number; to: number }
  | { kind: 'keyword'; at: string; keyword: string };

/** Whether what was accepted before still is (`wider`), or may not be (`narrower`); `other` when it depends on the value. */
export function directionOf(change: SchemaChange): 'wider' | 'narrower' | 'other' {
  switch (change.kind) {
    case 'property-added':
      return change.required ? 'narrower' : 'wider';
    case 'now-optional':
    case 'opened':
      return 'wider';
    case 'property-removed':
    case 'now-required':
    case 'closed':
      return 'narrower';
    case 'types':
      return sets(change.from, change.to);
    case 'enum':
      return change.removed.length === 0 ? 'wider' : change.added.length === 0 ? 'narrower' : 'other';
    case 'bound':
      return boundDirection(change);
    case 'alternatives':
    case 'keyword':
      return 'other';
  }
}

/** No types at all means any. */
function sets(from: readonly string[], to: readonly string[]): 'wider' | 'narrower' | 'other' {
  const holds = (outer: readonly string[], inner: readonly string[]) =>
    outer.length === 0 ||
    (inner.length > 0 &&
      inner.every((type) => outer.includes(type) || (type === 'integer' && outer.includes('number'))));
  if (holds(to, from)) return 'wider';
  return holds(from, to) ? 'narrower' : 'other';
}

function boundDirection({ keyword, from, to }: Extract<SchemaChange, { kind: 'bound' }>): 'wider' | 'narrower' {
  if (to === undefined) return 'wider';
  if (from === undefined) return 'narrower';
  const isLower = keyword.startsWith('min') || keyword === 'exclusiveMinimum';
  return isLower === to < from ? 'wider' : 'narrower';
}
