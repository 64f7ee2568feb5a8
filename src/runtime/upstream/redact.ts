import type { CallCredentials } from './api-call.js';

/** A shorter value is no secret, and would tear holes into ordinary text. */
const SHORTEST_SECRET = 6;
const REDACTED = '[redacted]';

/** Removes secrets from text. */
export type Redact = (text: string) => string;

/** Longest secret form that a {@link Redact} of these credentials looks for, in characters. */
export interface Redaction {
  redact: Redact;
  longest: number;
}

/**
 * Makes the function that removes the credentials of a call from whatever its API answers: some echo
 * requests, or repeat a bad key in an error. Each value is looked for as it was sent, without its scheme,
 * percent-encoded, as JSON writes it, and for Basic as `user:password` and the password alone.
 */
export function redaction(credentials: CallCredentials): Redaction {
  const values = [...credentials.headers, ...credentials.query, ...credentials.cookies].flatMap(([, value]) =>
    partsOf(value),
  );
  const forms = values.flatMap((value) => [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]);
  const secrets = [...new Set(forms)]
    .filter((form) => form.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return {
    redact: (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text),
    longest: secrets[0]?.length ?? 0,
  };
}

function partsOf(value: string): string[] {
  const token = /^(?:Bearer|Basic) (.+)$/.exec(value)?.[1];
  if (token === undefined) return [value];
  return value.startsWith('Basic ') ? [token, ...basicParts(token)] : [token];
}

function basicParts(token: string): string[] {
  try {
    const pair = new TextDecoder().decode(Uint8Array.from(atob(token), (character) => character.charCodeAt(0)));
    return [pair, pair.slice(pair.indexOf(':') + 1)];
  } catch {
    return [];
  }
}
