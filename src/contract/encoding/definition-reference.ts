const REFERENCE = /^#\/\$defs\/([^/]+)$/;

/**
 * The name of the definition that a reference such as `#/$defs/Order` points to: percent-decoded, then
 * unescaped (RFC 6901 section 6). `undefined` for anything else.
 */
export function definitionName(reference: unknown): string | undefined {
  const encoded = typeof reference === 'string' ? REFERENCE.exec(reference)?.[1] : undefined;
  if (encoded === undefined) return undefined;
  return percentDecode(encoded).replaceAll('~1', '/').replaceAll('~0', '~');
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
