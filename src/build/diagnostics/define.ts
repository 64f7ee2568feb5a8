import type { Severity } from './types.js';

/** One row of the catalogue: everything that is ever said about a code. */
export interface CatalogueRow<A> {
  severity: Severity;
  /** One sentence: what happened. Names and values in double quotes. */
  message: (args: A) => string;
  /** What to do next; left out where the message already says it. */
  hint?: (args: A) => string | undefined;
  /** For the docs page: what it means. */
  meaning: string;
  /** For the docs page: what to do. */
  remedy: string;
}

/** Declares a row with its argument type; `define<{ key: string }>()({ … })` keeps both inferred. */
export function define<A = Record<string, never>>(row: CatalogueRow<A>): CatalogueRow<A> {
  return row;
}
