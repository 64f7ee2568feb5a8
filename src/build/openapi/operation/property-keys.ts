import { createHash } from 'node:crypto';
import { FORBIDDEN_KEYS } from '../../../contract/encoding/json.js';

/** What every model API accepts as a property key. */
const SAFE_KEY = /^[a-zA-Z0-9_.-]{1,64}$/;
const MAX_LENGTH = 64;

/**
 * A property key for each name on the wire, in the same order: the name itself when it is safe, else a readable
 * replacement (`filter[id]` → `filter_id`). Keys are unique as long as the names are, and do not depend on their order.
 */
export function propertyKeys(names: readonly string[]): string[] {
  const wishes = names.map(wishOf);
  return names.map((name, index) => {
    const wish = wishes[index] as string;
    if (wish === name) return name;
    const isTaken = names.includes(wish) || wishes.filter((other) => other === wish).length > 1;
    return isTaken ? withHash(wish, name) : wish;
  });
}

function wishOf(name: string): string {
  if (SAFE_KEY.test(name) && !FORBIDDEN_KEYS.has(name)) return name;
  const words = name
    .replace(/[^a-zA-Z0-9_.-]+/g, ' ')
    .trim()
    .replaceAll(' ', '_');
  if (words === '') return withHash('p', name);
  return words.length > MAX_LENGTH || FORBIDDEN_KEYS.has(words) ? withHash(words, name) : words;
}

function withHash(wish: string, name: string): string {
  const suffix = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${wish.slice(0, MAX_LENGTH - 7)}_${suffix}`;
}
