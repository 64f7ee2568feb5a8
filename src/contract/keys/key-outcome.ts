/** A key part that was read, or what was found instead: a noun phrase, such as `an X25519 public key`. */
export type KeyOutcome<T> = { ok: true; value: T } | { ok: false; found: string };

/** Puts the right article before a name: `an RSA public key`, `a P-256 public key`. */
export function withArticle(name: string): string {
  return `${/^(?:[AEFHILMNORSX][A-Z0-9]|[aeiouAEIO])/.test(name) ? 'an' : 'a'} ${name}`;
}

/** A failed {@link KeyOutcome}. */
export function found(what: string): { ok: false; found: string } {
  return { ok: false, found: what };
}
