import { readRow } from './row.js';
import { FIELDS, type IndexedDocument, type SearchIndex } from './search-index.js';

/** An index with everything computed that does not depend on the query. */
export interface OpenIndex {
  ids: string[];
  /** Term → position in the vocabulary. */
  positions: ReadonlyMap<string, number>;
  /** By position. */
  idfs: Float64Array;
  postings: Postings;
}

/** For each term the documents with it, one term after the other: arrays of their own would cost more than what they hold. */
export interface Postings {
  /** By position: where the term's documents begin; they end where those of the next begin. */
  starts: Int32Array;
  /** Numbers of documents. */
  documents: Int32Array;
  /** The term's share of each document's unit vector. */
  weights: Float64Array;
}

/** What is being computed. The arrays by position are all zeros between two documents. */
interface Work {
  idfs: Float64Array;
  postings: Postings;
  /** By position: where the term's next document goes. */
  next: Int32Array;
  vector: Float64Array;
  /** Positions that the document at hand has, in the order in which they came. */
  touched: Int32Array;
}

/** Computes the weights of an index. Throws a `RangeError` when a row is cut off. */
export function computeWeights(index: SearchIndex): OpenIndex {
  const size = index.vocabulary.length;
  const counts = documentCounts(index);
  const idfs = Float64Array.from(counts, (count) => idf(index.documents.length, count));
  const postings = emptyPostings(counts);
  const work = {
    idfs,
    postings,
    next: postings.starts.slice(),
    vector: new Float64Array(size),
    touched: new Int32Array(size),
  };
  index.documents.forEach((document, number) => addDocument(document, number, work));
  const positions = new Map<string, number>();
  index.vocabulary.forEach((term, position) => positions.set(term, position));
  return { ids: index.documents.map(({ id }) => id), positions, idfs, postings };
}

/** By position: how many documents have the term. */
function documentCounts(index: SearchIndex): Int32Array {
  const counts = new Int32Array(index.vocabulary.length);
  const lastSeenIn = new Int32Array(index.vocabulary.length).fill(-1);
  index.documents.forEach(({ fields }, number) => {
    for (const row of fields) {
      readRow(row, (position) => {
        if (lastSeenIn[position] !== number) counts[position] = (counts[position] ?? 0) + 1;
        lastSeenIn[position] = number;
      });
    }
  });
  return counts;
}

function emptyPostings(counts: Int32Array): Postings {
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, position) => (starts[position + 1] = (starts[position] ?? 0) + count));
  const total = starts[counts.length] ?? 0;
  return { starts, documents: new Int32Array(total), weights: new Float64Array(total) };
}

/** Inverse document frequency. The smoothed form: a term that no document has still counts, one that all have counts little. */
export function idf(documents: number, withTerm: number): number {
  return Math.log((documents + 1) / (withTerm + 1)) + 1;
}

/** Weight of a term that stands `frequency` times. */
export function termWeight(frequency: number, inverse: number): number {
  // Most stand once, and the logarithm of 1 is 0.
  return frequency === 1 ? inverse : (1 + Math.log(frequency)) * inverse;
}

function addDocument(document: IndexedDocument, number: number, work: Work): void {
  const { vector, touched, next, postings } = work;
  let count = 0;
  FIELDS.forEach(({ weight }, field) => (count = addField(document.fields[field] ?? [], weight, work, count)));
  let squares = 0;
  for (let at = 0; at < count; at += 1) squares += (vector[touched[at] as number] as number) ** 2;
  const length = Math.sqrt(squares);
  for (let at = 0; at < count; at += 1) {
    const position = touched[at] as number;
    const place = (next[position] as number)++;
    postings.documents[place] = number;
    postings.weights[place] = (vector[position] as number) / length;
    vector[position] = 0;
  }
}

/** Adds a field to the document's vector. Takes and returns how many positions were touched. */
function addField(row: readonly number[], weight: number, { idfs, vector, touched }: Work, count: number): number {
  let squares = 0;
  readRow(row, (position, frequency) => (squares += termWeight(frequency, idfs[position] ?? 0) ** 2));
  const scale = weight / Math.sqrt(squares);
  let now = count;
  readRow(row, (position, frequency) => {
    // Every weight is above 0; a position outside the vocabulary has no place in any array.
    if (vector[position] === 0) touched[now++] = position;
    vector[position] = (vector[position] ?? 0) + scale * termWeight(frequency, idfs[position] ?? 0);
  });
  return now;
}
