import { compareCodeUnits, FIELDS, type SearchDocument, type SearchIndex } from './search-index.js';
import { encodeRow } from './row.js';
import { tokenize } from './tokenizer.js';

/** Most terms that a field keeps; the most frequent ones. */
const MAX_FIELD_TERMS = 1024;
const MIN_FIELD_TERMS = 16;
/** Largest index text, in characters: below the limit of a text artifact, with room for its escapes. */
const MAX_INDEX_CHARACTERS = 900_000;

type Frequencies = Map<string, number>;
interface CountedDocument {
  id: string;
  fields: Frequencies[];
}

/**
 * Builds the search index of a bundle. The result depends on the documents alone, not on their order.
 * Large collections keep fewer terms per field, the most frequent first, so that the index stays a
 * text artifact.
 */
export function buildSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const counted = documents.map(countTerms).sort((a, b) => compareCodeUnits(a.id, b.id));
  let limit = MAX_FIELD_TERMS;
  let index = encode(counted, limit);
  while (limit > MIN_FIELD_TERMS && JSON.stringify(index).length > MAX_INDEX_CHARACTERS) {
    limit = Math.floor(limit / 2);
    index = encode(counted, limit);
  }
  return index;
}

function countTerms(document: SearchDocument): CountedDocument {
  const fields = FIELDS.map(({ name }) => {
    const value = document[name];
    const frequencies: Frequencies = new Map();
    for (const term of tokenize(typeof value === 'string' ? value : value.join('\n'))) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    }
    return frequencies;
  });
  return { id: document.id, fields };
}

function encode(counted: readonly CountedDocument[], limit: number): SearchIndex {
  const kept = counted.map(({ id, fields }) => ({ id, fields: fields.map((field) => mostFrequent(field, limit)) }));
  const terms = new Set(kept.flatMap(({ fields }) => fields.flatMap((field) => field.map(([term]) => term))));
  const vocabulary = [...terms].sort(compareCodeUnits);
  const positions = new Map(vocabulary.map((term, position) => [term, position]));
  const row = (field: [string, number][]) =>
    encodeRow(new Map(field.map(([term, frequency]) => [positions.get(term) ?? 0, frequency])));
  return { v: 1, vocabulary, documents: kept.map(({ id, fields }) => ({ id, fields: fields.map(row) })) };
}

function mostFrequent(field: Frequencies, limit: number): [string, number][] {
  const terms = [...field];
  if (terms.length <= limit) return terms;
  return terms.sort(([a, often], [b, more]) => more - often || compareCodeUnits(a, b)).slice(0, limit);
}
