/** Shorter pieces are in half of all logs; masking them would hide everything else. */
const MIN_MASKED_CHARACTERS = 8;

/**
 * Forms of a key text to mask: as given, trimmed, each of its lines, with literal `\n`, and base64 of the whole.
 * Works on any text, so that a key that could not be read is masked too.
 */
export function formsOfText(text: string): string[] {
  const trimmed = text.trim();
  const lines = trimmed.split(/\r\n|\r|\n|\\n/).map((line) => line.trim());
  const escaped = trimmed.replaceAll('\r', '').replaceAll('\n', '\\n');
  return maskable([text, trimmed, escaped, ...lines.filter(isSecretLine), base64(text), base64(trimmed)]);
}

/** Forms of secret bytes to mask: hex in both cases, base64 with and without padding, base64url. */
export function formsOfBytes(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  const hex = buffer.toString('hex');
  const encoded = buffer.toString('base64');
  return maskable([hex, hex.toUpperCase(), encoded, encoded.replace(/=+$/, ''), buffer.toString('base64url')]);
}

/** Without repetitions and without what is too short to mask. */
export function maskable(forms: string[]): string[] {
  return [...new Set(forms)].filter((form) => form.length >= MIN_MASKED_CHARACTERS);
}

/** The first and last line of a PEM block are the same for everybody. */
function isSecretLine(line: string): boolean {
  return !line.startsWith('-----');
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
