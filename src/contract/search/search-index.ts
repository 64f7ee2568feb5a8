/** One document to be searched: a skill. */
export interface SearchDocument {
  id: string;
  name: string;
  description: string;
  tags: readonly string[];
  /** One line per operation: its name, id and summary. */
  operations: readonly string[];
  /** The text of its markdown files. */
  text: string;
}

/**
 * A search index: integers and strings only, so that its canonical bytes are the same wherever it is
 * built. What needs floating point is computed when it is opened.
 */
export interface SearchIndex {
  v: 1;
  /** Every term, sorted by code units. */
  vocabulary: string[];
  /** Sorted by id. */
  documents: IndexedDocument[];
}

/** A document of an index. */
export interface IndexedDocument {
  id: string;
  /** One row per field, in the order of {@link FIELDS}; see `row.ts` for its form. */
  fields: number[][];
}

/** The fields of a document and how much each counts. */
export const FIELDS = [
  { name: 'name', weight: 1 },
  { name: 'description', weight: 3 },
  { name: 'tags', weight: 2 },
  { name: 'operations', weight: 1 },
  { name: 'text', weight: 1 },
] as const;

/** Orders two strings by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
