import { compareCodeUnits, type SearchIndex } from './search-index.js';
import { tokenize } from './tokenizer.js';
import { computeWeights, idf, termWeight, type OpenIndex, type Postings } from './weights.js';

/** A document that matches a query. */
export interface SearchHit {
  id: string;
  /** Relevance, above 0 and at most 1, rounded to six digits. */
  score: number;
}

/** What a search takes. */
export interface SearchOptions {
  /** Most hits. Default: all. */
  limit?: number;
  /** Least score. Default: any above 0. */
  minScore?: number;
  /** Documents that may be found. Default: all. */
  filter?: (id: string) => boolean;
}

/** An opened index. */
export interface Searcher {
  /** Hits by falling score; equal scores by id, in code-unit order. */
  search(query: string, options?: SearchOptions): SearchHit[];
}

/**
 * Opens an index for searching. Ranking is TF-IDF with cosine similarity: each field of a document is
 * a vector of length 1, so that a long text cannot drown a short description; the fields add up by
 * their weights. All sums run in a fixed order, so that scores are the same everywhere.
 * Throws a `TypeError` for what is no index of version 1.
 */
export function openSearchIndex(index: SearchIndex): Searcher {
  if (index?.v !== 1 || !Array.isArray(index.vocabulary) || !Array.isArray(index.documents)) {
    throw new TypeError('openSearchIndex: not a search index of version 1');
  }
  const open = computeWeights(index);
  return { search: (query, options = {}) => rank(open, query, options) };
}

function rank(open: OpenIndex, query: string, options: SearchOptions): SearchHit[] {
  const { limit = Infinity, minScore = 0, filter = () => true } = options;
  const hits: SearchHit[] = [];
  cosines(open, query).forEach((cosine, number) => {
    const id = open.ids[number] ?? '';
    const score = relevance(cosine);
    if (score > 0 && score >= minScore && filter(id)) hits.push({ id, score });
  });
  return hits.sort((a, b) => b.score - a.score || compareCodeUnits(a.id, b.id)).slice(0, limit);
}

/** By document number: the cosine of the angle between it and the query. */
function cosines(open: OpenIndex, query: string): Float64Array {
  const sums = new Float64Array(open.ids.length);
  let squares = 0;
  for (const [term, frequency] of frequencies(query)) {
    const position = open.positions.get(term);
    const weight = termWeight(frequency, position === undefined ? idf(open.ids.length, 0) : (open.idfs[position] ?? 0));
    squares += weight * weight;
    if (position !== undefined) addWeighted(sums, open.postings, position, weight);
  }
  return squares === 0 ? sums : sums.map((sum) => sum / Math.sqrt(squares));
}

function addWeighted(
  sums: Float64Array,
  { starts, documents, weights }: Postings,
  position: number,
  weight: number,
): void {
  const end = starts[position + 1] as number;
  for (let at = starts[position] as number; at < end; at += 1) {
    const number = documents[at] as number;
    sums[number] = (sums[number] as number) + weight * (weights[at] as number);
  }
}

function frequencies(query: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of tokenize(query).sort(compareCodeUnits)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * The cosine of a short query and a long document crowds near 0, where a threshold means little; its
 * root keeps the order and spreads the scores over the range.
 */
function relevance(cosine: number): number {
  return Math.round(Math.sqrt(Math.min(1, Math.max(0, cosine))) * 1e6) / 1e6;
}
