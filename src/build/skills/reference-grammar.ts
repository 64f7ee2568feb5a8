/** Longer than any id of an operation; bounds the work per mention. */
const LONGEST_REFERENCE = 1024;
/** As much of a malformed reference as a message repeats. */
const LONGEST_WRITTEN = 80;

/** Looks like a reference and is none. */
export interface MalformedReference {
  kind: 'malformed';
  of: 'operation' | 'file';
  written: string;
  problem: string;
  /** How to write it, when that can be told. */
  fix?: string;
  end: number;
}

/** What stands at a place where a reference may begin; `end` is the offset after it. */
export type ReadReference =
  | { kind: 'operation'; spec: string; operation: string; form: 'uri' | 'wikilink'; end: number }
  | { kind: 'file'; path: string; end: number }
  | { kind: 'none'; end: number }
  | MalformedReference;

const URI = 'op://';
const SPEC_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/**
 * Reads `op://<spec>/<operation>` at an offset. The spec is letters, digits, `_`, `.`, `-`; the operation an identifier.
 * A dot that ends a sentence is not part of it; `-`, `.name`, `/…` and `:…` after it make it another thing.
 */
export function readOpUri(text: string, start: number): ReadReference {
  const rest = text.slice(start + URI.length, start + LONGEST_REFERENCE);
  const spec = /^[A-Za-z0-9][A-Za-z0-9_.-]*/.exec(rest)?.[0];
  // Nothing or a placeholder follows: text about references, not a reference.
  if (spec === undefined) return { kind: 'none', end: start + URI.length };
  const operation = /^\/([A-Za-z_$][A-Za-z0-9_$]*)(?![A-Za-z0-9_$]|-|\.[A-Za-z0-9_$]|\/[A-Za-z0-9_${]|:[A-Za-z0-9_$])/.exec(rest.slice(spec.length));
  if (operation) {
    return { kind: 'operation', spec, operation: operation[1] as string, form: 'uri', end: start + URI.length + spec.length + operation[0].length };
  }
  return malformedUri(start, spec, rest);
}

function malformedUri(start: number, spec: string, rest: string): MalformedReference {
  const path = (/^[^\s<>()[\]"'`|]*/.exec(rest.slice(spec.length))?.[0] ?? '').replace(/[.,;:!?]+$/, '');
  const end = start + URI.length + spec.length + path.length;
  const written = shorten(`${URI}${spec}${path}`);
  if (path.length <= 1) return { kind: 'malformed', of: 'operation', written, problem: 'it names a spec and no operation', end };
  const problem = 'after the spec, op:// takes one identifier';
  return { kind: 'malformed', of: 'operation', written, problem, fix: shorten(`[[op:${spec}${path}]]`, LONGEST_REFERENCE), end };
}

/** Reads `[[op:<spec>/<operation>]]` or `[[ref:<file>]]` at an offset; one line, spaces at the ends do not count. */
export function readWikilink(text: string, start: number): ReadReference {
  const of = text.startsWith('[[op:', start) ? 'operation' : 'file';
  const inner = start + (of === 'operation' ? '[[op:'.length : '[[ref:'.length);
  const line = text.slice(inner, inner + LONGEST_REFERENCE);
  const stop = /\]\]|\n|\[\[/.exec(line);
  if (stop?.[0] !== ']]') {
    const written = shorten(text.slice(start, inner + (stop?.index ?? line.length)));
    return { kind: 'malformed', of, written, problem: 'it is not closed by ]] on its line', end: inner };
  }
  // An id may end with a bracket of its own: `[[op:acme/GET /a[b]]]`.
  const close = stop.index + (line[stop.index + 2] === ']' && line.slice(0, stop.index).includes('[') ? 1 : 0);
  const content = line.slice(0, close).trim();
  const end = inner + close + 2;
  const written = shorten(text.slice(start, end));
  const problem = content.includes('|') ? 'text after a | is not supported here' : undefined;
  if (problem !== undefined) return { kind: 'malformed', of, written, problem, ...withoutAlias(of, content), end };
  return of === 'operation' ? readTarget(content, written, end) : readFile(content, written, end);
}

function withoutAlias(of: 'operation' | 'file', content: string): { fix?: string } {
  const [target = '', alias = ''] = content.split('|', 2).map((part) => part.trim());
  if (of === 'file') return {};
  return { fix: /^[A-Za-z0-9_.-]+\/[A-Za-z_$][\w$]*$/.test(target) ? `[${alias}](${URI}${target})` : `[[op:${target}]]` };
}

function readTarget(content: string, written: string, end: number): ReadReference {
  const slash = content.indexOf('/');
  const spec = slash === -1 ? content : content.slice(0, slash).trim();
  const operation = slash === -1 ? '' : content.slice(slash + 1).trim();
  const problem = specProblem(spec) ?? (operation === '' ? 'it names a spec and no operation' : undefined);
  if (problem !== undefined) return { kind: 'malformed', of: 'operation', written, problem, end };
  return { kind: 'operation', spec, operation, form: 'wikilink', end };
}

function specProblem(spec: string): string | undefined {
  if (spec === '') return 'it names no spec';
  return SPEC_ID.test(spec) ? undefined : `"${shorten(spec)}" cannot be the id of a spec`;
}

function readFile(content: string, written: string, end: number): ReadReference {
  if (content === '') return { kind: 'malformed', of: 'file', written, problem: 'it names no file', end };
  return { kind: 'file', path: content, end };
}

function shorten(written: string, longest = LONGEST_WRITTEN): string {
  if (written.length <= longest) return written;
  return `${written.slice(0, longest).toWellFormed()}…`;
}
