/**
 * An identifier in camel case from an operation id or `method /path`: `issues/list-for-repo` → `issuesListForRepo`,
 * `get /users/{id}` → `getUsersById`. Accents are dropped; returns `''` when no ASCII letter or digit is left.
 */
export function camelCase(text: string): string {
  const words = withoutAccents(text).match(/[A-Za-z0-9]+|\{/g) ?? [];
  let joined = '';
  for (const found of words) {
    const word = found === '{' ? 'by' : found;
    joined += joined === '' ? lowerFirst(word) : upperFirst(word);
  }
  return /^\d/.test(joined) ? `op${joined}` : joined;
}

function withoutAccents(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Users` → `users`, `URL` → `url`, `GETUsers` → `gETUsers`: only a whole acronym is lowered. */
function lowerFirst(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
