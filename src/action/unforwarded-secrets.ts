/**
 * The warning about the input `secrets`: this version does not forward them to the Worker, so they must be set there by
 * hand. Undefined when none are listed. Values are never in it.
 */
export function unforwardedSecrets(
  names: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (names.length === 0) return undefined;
  const empty = names.filter((name) => !variables[name]);
  return [
    `Not forwarded to the Worker: ${names.join(', ')}. Set each once: ${names.map((name) => `wrangler secret put ${name}`).join('; ')}.`,
    ...(empty.length > 0 ? [`Without a value in the env of this step: ${empty.join(', ')}.`] : []),
  ].join(' ');
}
