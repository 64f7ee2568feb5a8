import { inputVariable } from './input-table.js';

/** Shorter texts occur everywhere; masking them would make the log unreadable and hide nothing. */
const SHORTEST_MASKED = 4;

/** Every form of every secret of this step that could turn up in a log: the inputs that hold one, and what `secrets` names. */
export function secretTexts(variables: Readonly<Record<string, string | undefined>>): string[] {
  const inputs = [
    'signing-key',
    'signingKey',
    'access-client-secret',
    'accessClientSecret',
    'github-token',
    'githubToken',
  ];
  const named = (variables[inputVariable('secrets')] ?? '').split(/\r?\n/).map((name) => name.trim());
  const values = [...inputs.map(inputVariable), ...named].map((name) =>
    Object.hasOwn(variables, name) ? variables[name] : undefined,
  );
  return [...new Set(values.flatMap((value) => (value === undefined ? [] : formsOf(value))))];
}

/** The text itself, its lines, and what encoders and decoders make of it; without armour lines, which are no secret. */
function formsOf(value: string): string[] {
  const trimmed = value.trim();
  const unescaped = trimmed.replaceAll('\\r', '').replaceAll('\\n', '\n');
  const lines = unescaped.split(/\r?\n/).filter((line) => !line.startsWith('-----'));
  const decoded = fromBase64(trimmed);
  const forms = [
    trimmed,
    ...lines,
    lines.join(''),
    ...(decoded === undefined ? [] : [decoded, ...decoded.split(/\r?\n/).filter((line) => !line.startsWith('-----'))]),
    ...privateMembers(trimmed),
    Buffer.from(trimmed).toString('base64'),
    encodeURIComponent(trimmed.toWellFormed()),
    JSON.stringify(trimmed).slice(1, -1),
  ];
  return forms.map((form) => form.trim()).filter((form) => form.length >= SHORTEST_MASKED);
}

/** Base64 of text, as secrets are often stored; undefined when it is neither. */
function fromBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/\s]+={0,2}$/.test(text)) return undefined;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return /^[\t\r\n\x20-\x7e]+$/.test(decoded) ? decoded : undefined;
}

/** The private members of a JWK (RFC 7518 section 6, RFC 8037 section 2). */
function privateMembers(text: string): string[] {
  if (!text.startsWith('{')) return [];
  try {
    const jwk = JSON.parse(text) as Record<string, unknown>;
    return ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']
      .map((name) => jwk[name])
      .filter((member) => typeof member === 'string');
  } catch {
    return [];
  }
}
