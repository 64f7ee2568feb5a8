import { compareCodeUnits } from './compare-code-units.js';
import { readRow } from './row.js';
import { tokenize } from './tokenizer.js';
import { FIELDS, type IndexedDocument, type SearchIndex } from './types.js';

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

/** Where a term stands: document numbers, and the term's share of each document's unit vector. */
interface Postings {
  idf: number;
  documents: number[];
  weights: number[];
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
  const idfs = inverseDocumentFrequencies(index);
  const postings = collectPostings(index, idfs);
  return { search: (query, options = {}) => rank(index, postings, query, options) };
}

function inverseDocumentFrequencies(index: SearchIndex): number[] {
  const counts = new Array<number>(index.vocabulary.length).fill(0);
  for (const { fields } of index.documents) {
    const seen = new Set<number>();
    for (const row of fields) readRow(row, (position) => seen.add(position));
    for (const position of seen) counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts.map((count) => idf(index.documents.length, count));
}

/** The smoothed form: a term that no document has still counts, one that all have counts little. */
function idf(documents: number, withTerm: number): number {
  return Math.log((documents + 1) / (withTerm + 1)) + 1;
}

function collectPostings(index: SearchIndex, idfs: readonly number[]): Map<string, Postings> {
  const postings = new Map<string, Postings>(
    index.vocabulary.map((term, position) => [term, { idf: idfs[position] ?? 0, documents: [], weights: [] }]),
  );
  index.documents.forEach((document, number) => {
    for (const [position, weight] of unitVector(document, idfs)) {
      const entry = postings.get(index.vocabulary[position] ?? '');
      entry?.documents.push(number);
      entry?.weights.push(weight);
    }
  });
  return postings;
}

function unitVector(document: IndexedDocument, idfs: readonly number[]): [number, number][] {
  const sum = new Map<number, number>();
  FIELDS.forEach(({ weight }, field) => {
    for (const [position, share] of normalise(fieldVector(document.fields[field] ?? [], idfs))) {
      sum.set(position, (sum.get(position) ?? 0) + weight * share);
    }
  });
  return normalise([...sum]);
}

function fieldVector(row: readonly number[], idfs: readonly number[]): [number, number][] {
  const vector: [number, number][] = [];
  readRow(row, (position, frequency) => vector.push([position, termWeight(frequency, idfs[position] ?? 0)]));
  return vector;
}

function termWeight(frequency: number, inverse: number): number {
  return (1 + Math.log(frequency)) * inverse;
}

function normalise(vector: [number, number][]): [number, number][] {
  const length = Math.sqrt(vector.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return length === 0 ? [] : vector.map(([position, weight]) => [position, weight / length]);
}

function rank(index: SearchIndex, postings: ReadonlyMap<string, Postings>, query: string, options: SearchOptions): SearchHit[] {
  const { limit = Infinity, minScore = 0, filter = () => true } = options;
  const hits: SearchHit[] = [];
  for (const [number, cosine] of cosines(index.documents.length, postings, query)) {
    const id = index.documents[number]?.id ?? '';
    const score = relevance(cosine);
    if (score > 0 && score >= minScore && filter(id)) hits.push({ id, score });
  }
  return hits.sort((a, b) => b.score - a.score || compareCodeUnits(a.id, b.id)).slice(0, limit);
}

/** Document number → cosine of the angle between it and the query. */
function cosines(documents: number, postings: ReadonlyMap<string, Postings>, query: string): Map<number, number> {
  const frequencies = new Map<string, number>();
  for (const term of tokenize(query).sort(compareCodeUnits)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  const sums = new Map<number, number>();
  let squares = 0;
  for (const [term, frequency] of frequencies) {
    const entry = postings.get(term);
    const weight = termWeight(frequency, entry?.idf ?? idf(documents, 0));
    squares += weight * weight;
    entry?.documents.forEach((number, at) => sums.set(number, (sums.get(number) ?? 0) + weight * (entry.weights[at] ?? 0)));
  }
  const length = Math.sqrt(squares);
  return new Map([...sums].map(([number, sum]) => [number, sum / length]));
}

/**
 * The cosine of a short query and a long document crowds near 0, where a threshold means little; its
 * root keeps the order and spreads the scores over the range.
 */
function relevance(cosine: number): number {
  return Math.round(Math.sqrt(Math.min(1, Math.max(0, cosine))) * 1e6) / 1e6;
}
