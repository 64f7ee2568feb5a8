/** Why a person should look at how an operation was classified: no rule could be sure of it. */
export type ClassificationDoubt =
  /** A POST counts as reading because of its name alone. */
  | 'reads-by-name'
  /** A GET is named like a change, so it is no resource. */
  | 'writes-by-name'
  /** A change with no GET at or above its path: nobody hears of it. */
  | 'nothing-above'
  /** A change whose nearest GET stands several steps above it. */
  | 'far-above'
  /** A change of a resource whose address needs what the call does not have: nobody hears of it. */
  | 'not-addressable'
  /** A rule asks for a resource that no URI can name. */
  | 'rule-impossible';

/** On what a classification rests. */
export interface ClassificationBasis {
  /** The path without what does not tell resources apart: names of parameters, endings. */
  shape: string;
  /** HTTP semantics, `x-frontmcp` in the description, or a rule of the manifest. */
  decidedBy: 'http' | 'document' | 'rule';
  /** What a person should look at; empty for most. */
  doubts: ClassificationDoubt[];
}
