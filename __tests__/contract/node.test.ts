import { loadVectors } from './load-vectors.js';
import { suites } from './suites.js';
import { vectorCases } from './vector-cases.js';

const vectors = loadVectors();
const all = vectors ? [...suites, { title: 'public vectors', cases: vectorCases(vectors) }] : suites;

describe.each(all)('$title, in Node', ({ cases }) => {
  test.each(cases)('$name', ({ run }) => run());
});
