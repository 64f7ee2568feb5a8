import type { BundleProblem } from '../../contract/bundle/parse-bundle.js';
import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { openSearchIndex } from '../../contract/search/rank.js';
import type { SearchIndex } from '../../contract/search/search-index.js';
import type { Snapshot } from '../snapshot.js';

/**
 * Uses a bundle once before it goes live: its search index opens, searches and names only its skills, and a skill's
 * text can be read. Throws only what a store throws.
 */
export async function probe(snapshot: Snapshot): Promise<BundleProblem[]> {
  const { index } = snapshot;
  const main = Object.values(index.skills)[0]?.files['SKILL.md'];
  if (main) await snapshot.text(main);
  return searchProblems(index, await snapshot.text(index.search));
}

function searchProblems(index: BundleIndex, text: string): BundleProblem[] {
  try {
    const search = JSON.parse(text) as SearchIndex;
    openSearchIndex(search).search(index.name);
    const strangers = search.documents.filter(({ id }) => !Object.hasOwn(index.skills, id));
    return strangers.map(({ id }) => ({ pointer: '/search', message: `names the unknown skill "${id}"` }));
  } catch (error) {
    return [
      { pointer: '/search', message: `cannot be opened: ${error instanceof Error ? error.message : String(error)}` },
    ];
  }
}
