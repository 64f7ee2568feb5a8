/** What a `pattern` of the schema asks for, in words, and what the writer may have meant. */
interface PatternRow {
  expected: string;
  suggestion?: (value: string) => string;
}

/** Every `pattern` of schemas/frontmcp-deploy.v1.json; a test holds both together. */
export const PATTERNS: ReadonlyMap<string, PatternRow> = new Map<string, PatternRow>([
  ['^[A-Za-z][A-Za-z0-9_-]*$', { expected: 'a letter, then letters, digits, "_" and "-"', suggestion: toName }],
  [
    '^[A-Z][A-Z0-9_]*$',
    { expected: 'upper-case letters, digits and "_", starting with a letter', suggestion: toScreamingSnake },
  ],
  [
    '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
    { expected: 'a letter or digit, then letters, digits, "_", "." and "-"', suggestion: toSpecId },
  ],
  ['^[A-Za-z_$][A-Za-z0-9_$]*$', { expected: 'a JavaScript identifier', suggestion: toIdentifier }],
  [
    '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
    { expected: 'lower-case letters, digits and "-", not at either end', suggestion: toWorkerName },
  ],
  ['^\\d{4}-\\d{2}-\\d{2}$', { expected: 'a date as YYYY-MM-DD' }],
  [
    '^([*]|[A-Za-z]+) +[^ ]+$',
    { expected: 'a method (or "*"), a space and a path glob, such as "POST /orders/{id}/refund"' },
  ],
  [
    '^https?://[^/?#]+$',
    { expected: 'an origin without path, such as "https://app.example.com"', suggestion: toOrigin },
  ],
  ['^(https://|data:image/)', { expected: 'an https: or data:image/ URL' }],
  ["^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", { expected: 'the name of an HTTP header' }],
  ['^[a-z0-9.-]+(:\\d+)?$|^https?://', { expected: 'a team domain, such as "acme.cloudflareaccess.com"' }],
  [
    '^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$',
    { expected: 'a domain name without scheme or path, such as "mcp.example.com"', suggestion: toHost },
  ],
]);

/** `acme-api` → `acmeApi`: the parts of a name in camel case, as one JavaScript identifier; empty when nothing is left. */
export function toIdentifier(name: string): string {
  const parts = name.split(/[^A-Za-z0-9_$]+/).filter((part) => part !== '');
  const camel = parts.map((part, index) => (index === 0 ? part : part[0]!.toUpperCase() + part.slice(1))).join('');
  return /^[0-9]/.test(camel) ? `_${camel}` : camel;
}

/** Any text as a spec id: what is not allowed becomes `-`; empty when nothing is left. */
export function toSpecId(text: string): string {
  return trimDashes(text.replace(/[^A-Za-z0-9_.-]+/g, '-'))
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 128);
}

/** Any text as a Worker name: lower case, what is not allowed becomes `-`; empty when nothing is left. */
export function toWorkerName(text: string): string {
  return trimDashes(text.toLowerCase().replace(/[^a-z0-9-]+/g, '-'));
}

/** Any text as a skill id: kebab case; empty when nothing is left. */
export function toKebab(text: string): string {
  return trimDashes(
    text
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-'),
  );
}

function toScreamingSnake(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+/, '');
}

function toName(text: string): string {
  return trimDashes(text.replace(/[^A-Za-z0-9_-]+/g, '-')).replace(/^[^A-Za-z]+/, '');
}

function toOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.origin : '';
}

function toHost(text: string): string {
  return URL.canParse(text) ? new URL(text).hostname : '';
}

function trimDashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '-') start += 1;
  while (end > start && text[end - 1] === '-') end -= 1;
  return text.slice(start, end);
}
