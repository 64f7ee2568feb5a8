import { readRow } from './row.js';
import { FIELDS, type IndexedDocument, type SearchIndex } from './types.js';

/** An index with everything computed that does not depend on the query. */
export interface OpenIndex {
  ids: string[];
  /** Term → position in the vocabulary. */
  positions: ReadonlyMap<string, number>;
  /** By position. */
  idfs: Float64Array;
  /** By position: the documents with the term, and the term's share of each document's unit vector. */
  postings: Postings[];
}

/** The documents with a term. */
export interface Postings {
  documents: number[];
  weights: number[];
}

/** Computes the weights of an index. Throws a `RangeError` when a row is cut off. */
export function computeWeights(index: SearchIndex): OpenIndex {
  const idfs = inverseDocumentFrequencies(index);
  const postings = index.vocabulary.map((): Postings => ({ documents: [], weights: [] }));
  const vector = new Float64Array(index.vocabulary.length);
  index.documents.forEach((document, number) => addDocument(document, number, idfs, vector, postings));
  const positions = new Map(index.vocabulary.map((term, position) => [term, position]));
  return { ids: index.documents.map(({ id }) => id), positions, idfs, postings };
}

function inverseDocumentFrequencies(index: SearchIndex): Float64Array {
  const counts = new Float64Array(index.vocabulary.length);
  const lastSeenIn = new Int32Array(index.vocabulary.length).fill(-1);
  index.documents.forEach(({ fields }, number) => {
    for (const row of fields) {
      readRow(row, (position) => {
        if (lastSeenIn[position] !== number) counts[position] = (counts[position] ?? 0) + 1;
        lastSeenIn[position] = number;
      });
    }
  });
  return counts.map((count) => idf(index.documents.length, count));
}

/** Inverse document frequency. The smoothed form: a term that no document has still counts, one that all have counts little. */
export function idf(documents: number, withTerm: number): number {
  return Math.log((documents + 1) / (withTerm + 1)) + 1;
}

/** Weight of a term that stands `frequency` times. */
export function termWeight(frequency: number, inverse: number): number {
  return (1 + Math.log(frequency)) * inverse;
}

/** `vector` is all zeros before and after: one buffer for all documents. */
function addDocument(document: IndexedDocument, number: number, idfs: Float64Array, vector: Float64Array, postings: Postings[]): void {
  const touched = new Set<number>();
  FIELDS.forEach(({ weight }, field) => addField(document.fields[field] ?? [], weight, idfs, vector, touched));
  let squares = 0;
  for (const position of touched) squares += (vector[position] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  for (const position of touched) {
    postings[position]?.documents.push(number);
    postings[position]?.weights.push((vector[position] ?? 0) / length);
    vector[position] = 0;
  }
}

function addField(row: readonly number[], weight: number, idfs: Float64Array, vector: Float64Array, touched: Set<number>): void {
  let squares = 0;
  readRow(row, (position, frequency) => (squares += termWeight(frequency, idfs[position] ?? 0) ** 2));
  const scale = weight / Math.sqrt(squares);
  readRow(row, (position, frequency) => {
    vector[position] = (vector[position] ?? 0) + scale * termWeight(frequency, idfs[position] ?? 0);
    touched.add(position);
  });
}
