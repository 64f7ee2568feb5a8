import { createArtifactCache } from '../../../../src/runtime/store/snapshots/artifact-source.js';

test('what was used longest ago leaves first', () => {
  const cache = createArtifactCache(3);
  cache.set('a', 'A', 1);
  cache.set('b', 'B', 1);
  cache.set('c', 'C', 1);
  cache.get('a');
  cache.set('d', 'D', 1);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual(['A', undefined, 'C', 'D']);
});

test('a large value makes room for itself, one over the budget is not kept', () => {
  const cache = createArtifactCache(10);
  cache.set('a', 'A', 5);
  cache.set('b', 'B', 8);
  expect([cache.get('a'), cache.get('b')]).toEqual([undefined, 'B']);
  cache.set('c', 'C', 11);
  expect([cache.get('b'), cache.get('c')]).toEqual(['B', undefined]);
});

test('a value that is set again counts once', () => {
  const cache = createArtifactCache(10);
  for (let round = 0; round < 5; round += 1) cache.set('a', 'A', 6);
  cache.set('b', 'B', 4);
  expect([cache.get('a'), cache.get('b')]).toEqual(['A', 'B']);
});
