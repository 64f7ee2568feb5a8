/** How many names a message can show and still be read. */
const MOST_SUGGESTIONS = 3;
/** A longer name is no typing mistake; also bounds the work on hostile input. */
const LONGEST_COMPARED = 256;

/**
 * The known names that somebody who wrote `wanted` probably meant, best first, at most three: those equal
 * but for case, then those that start with it (or it with them), then those that contain it, then those within
 * a Levenshtein distance of `max(2, floor(length / 4))`. The same input gives the same answer in any order.
 */
export function suggest(wanted: string, known: Iterable<string>): string[] {
  const needle = wanted.toLowerCase();
  if (needle === '' || needle.length > LONGEST_COMPARED) return [];
  const candidates: { name: string; rank: number }[] = [];
  for (const name of new Set(known)) {
    const rank = rankOf(needle, name.toLowerCase());
    if (rank !== undefined) candidates.push({ name, rank });
  }
  candidates.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return candidates.slice(0, MOST_SUGGESTIONS).map(({ name }) => name);
}

/** ` Did you mean "a" or "b"?`, with a leading space, or nothing: to append to a sentence. */
export function didYouMean(suggestions: readonly string[]): string {
  const quoted = suggestions.map((name) => JSON.stringify(name));
  if (quoted.length === 0) return '';
  const last = quoted.pop() as string;
  return ` Did you mean ${quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`}?`;
}

/** Smaller is nearer: 0 same but for case, 1 prefix, 2 substring, 2 + distance; undefined is no match. */
function rankOf(needle: string, name: string): number | undefined {
  if (name === '' || name.length > LONGEST_COMPARED) return undefined;
  if (name === needle) return 0;
  if (name.startsWith(needle) || (name.length > 2 && needle.startsWith(name))) return 1;
  if (needle.length > 2 && name.includes(needle)) return 2;
  const furthest = Math.max(2, Math.floor(needle.length / 4));
  // Below this a "near" name may share no letter at all.
  if (needle.length <= furthest || name.length <= furthest) return undefined;
  const distance = levenshtein(needle, name, furthest);
  return distance <= furthest ? 2 + distance : undefined;
}

/** Levenshtein distance; anything above `furthest` may come back as `furthest + 1`. */
function levenshtein(a: string, b: string, furthest: number): number {
  if (Math.abs(a.length - b.length) > furthest) return furthest + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(Math.min(current[column - 1]! + 1, previous[column]! + 1, previous[column - 1]! + cost));
    }
    if (Math.min(...current) > furthest) return furthest + 1;
    previous = current;
  }
  return previous[b.length]!;
}
