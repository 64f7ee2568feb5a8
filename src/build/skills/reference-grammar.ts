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
type ReadReference =
  | { kind: 'operation'; spec: string; operation: string; form: 'uri' | 'wikilink'; end: number }
  | { kind: 'file'; path: string; end: number }
  | { kind: 'none'; end: number }
  | MalformedReference;

const URI = 'op://';
const SPEC_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** What may follow `op://`, matched where it stands: copying the text for each mention would cost more than reading it. */
const SPEC = /[A-Za-z0-9][A-Za-z0-9_.-]{0,127}/y;
const OPERATION =
  /\/([A-Za-z_$][A-Za-z0-9_$]{0,255})(?![A-Za-z0-9_$]|-|\.[A-Za-z0-9_$]|\/[A-Za-z0-9_${]|:[A-Za-z0-9_$])/y;
const OTHER_PATH = /[^\s<>()[\]"'`|]{0,256}/y;
/** Where a wikilink ends, or where it can be told that it does not. */
const STOP = /\]\]|\n|\[\[/g;

/**
 * Reads `op://<spec>/<operation>` at an offset. The spec is letters, digits, `_`, `.`, `-`; the operation an identifier.
 * A dot that ends a sentence is not part of it; `-`, `.name`, `/…` and `:…` after it make it another thing.
 */
export function readOpUri(text: string, start: number): ReadReference {
  const spec = matchAt(SPEC, text, start + URI.length)?.[0];
  // Nothing or a placeholder follows: text about references, not a reference.
  if (spec === undefined) return { kind: 'none', end: start + URI.length };
  const after = start + URI.length + spec.length;
  const operation = matchAt(OPERATION, text, after);
  if (!operation) return malformedUri(spec, matchAt(OTHER_PATH, text, after)?.[0] ?? '', after);
  return { kind: 'operation', spec, operation: operation[1] as string, form: 'uri', end: after + operation[0].length };
}

function malformedUri(spec: string, rest: string, after: number): MalformedReference {
  const path = rest.replace(/[.,;:!?]+$/, '');
  const malformed = {
    kind: 'malformed' as const,
    of: 'operation' as const,
    written: shorten(`${URI}${spec}${path}`),
    end: after + path.length,
  };
  if (path.length <= 1) return { ...malformed, problem: 'it names a spec and no operation' };
  return {
    ...malformed,
    problem: 'after the spec, op:// takes one identifier',
    fix: `[[op:${spec}${path.toWellFormed()}]]`,
  };
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** Reads `[[op:<spec>/<operation>]]` or `[[ref:<file>]]` at an offset; one line, spaces at the ends do not count. */
export function readWikilink(text: string, start: number): ReadReference {
  const of = text.startsWith('[[op:', start) ? 'operation' : 'file';
  const inner = start + (of === 'operation' ? '[[op:'.length : '[[ref:'.length);
  // Ends at the next link at the latest, so that reading all links reads the text once.
  const stop = matchAt(STOP, text, inner);
  const stopAt = stop?.index ?? text.length;
  if (stop?.[0] !== ']]' || stopAt - inner > LONGEST_REFERENCE) {
    const written = shorten(text.slice(start, Math.min(stopAt, start + LONGEST_REFERENCE)));
    return { kind: 'malformed', of, written, problem: 'it is not closed by ]] on its line', end: inner };
  }
  // An id may end with a bracket of its own: `[[op:acme/GET /a[b]]]`.
  const close = stopAt + (text[stopAt + 2] === ']' && text.slice(inner, stopAt).includes('[') ? 1 : 0);
  return readContent(of, text.slice(inner, close).trim(), shorten(text.slice(start, close + 2)), close + 2);
}

function readContent(of: 'operation' | 'file', content: string, written: string, end: number): ReadReference {
  if (content.includes('|')) {
    const problem = 'text after a | is not supported here';
    return { kind: 'malformed', of, written, problem, ...withoutAlias(of, content), end };
  }
  return of === 'operation' ? readTarget(content, written, end) : readFile(content, written, end);
}

function withoutAlias(of: 'operation' | 'file', content: string): { fix?: string } {
  const [target = '', alias = ''] = content.split('|', 2).map((part) => part.trim());
  if (of === 'file') return {};
  return {
    fix: /^[A-Za-z0-9_.-]+\/[A-Za-z_$][\w$]*$/.test(target) ? `[${alias}](${URI}${target})` : `[[op:${target}]]`,
  };
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

function shorten(written: string): string {
  if (written.length <= LONGEST_WRITTEN) return written;
  return `${written.slice(0, LONGEST_WRITTEN).toWellFormed()}…`;
}
