import { parse, type Options } from 'acorn';
import { MAX_DEPTH, MAX_NODES, MAX_SOURCE_BYTES } from '../script-limits.js';
import type { ScriptError, ScriptIssue, ScriptPosition } from '../script-types.js';
import { findFreeNames, type FreeName } from './free-names.js';
import { usesBigInt, type Edit } from './guard-bigint.js';
import { makeEdits } from './make-edits.js';
import { namedConstructors } from './prototype-walks.js';
import { RULES, type PreflightScope } from './rules.js';
import { childrenOf, measureTree, type SyntaxNode } from './syntax.js';

const FENCE = /^\s*```/;
const FENCED = /^[ \t]*```/m;
/** Most unicode classes (\p{…}) in a script: a parser takes up to five milliseconds for each, and nothing can stop it. */
const MAX_CLASSES = 100;
/** Most findings that are shown at once. */
const MAX_ISSUES = 20;

const OPTIONS: Options = {
  ecmaVersion: 'latest',
  // Always strict; `with`, octal literals and the comments of HTML do not exist.
  sourceType: 'module',
  allowAwaitOutsideFunction: true,
  allowReturnOutsideFunction: true,
  allowHashBang: false,
  allowSuperOutsideMethod: false,
  locations: true,
};

/** What a preflight says. */
export type Preflight =
  | {
      ok: true;
      /** What the script uses and does not declare. */
      names: ReadonlySet<string>;
      /** What has to be put into its text before it runs. */
      edits: readonly Edit[];
    }
  | { ok: false; status: 'syntax_error' | 'illegal_access'; error: ScriptError };

/**
 * Reads a script before it runs, to tell an agent early and clearly what cannot work. It is not the wall: names that
 * are put together at run time are the engine's business.
 */
export function preflight(script: string, scope: PreflightScope): Preflight {
  const bytes = new TextEncoder().encode(script).length;
  if (bytes > MAX_SOURCE_BYTES) return tooLarge('bytes', MAX_SOURCE_BYTES);
  const classes = script.match(/\\p\{/gi)?.length ?? 0;
  if (classes > MAX_CLASSES) return { ok: false, status: 'syntax_error', error: tooManyClasses() };
  const parsed = parseScript(script);
  if (!parsed.ok) return { ok: false, status: 'syntax_error', error: parsed.error };
  const size = measureTree(parsed.program, MAX_NODES, MAX_DEPTH);
  if (size === 'too many') return tooLarge('syntax nodes', MAX_NODES);
  if (size !== 'ok') return { ok: false, status: 'syntax_error', error: tooDeep(script, positionOf(size)) };
  const free = findFreeNames(parsed.program);
  const hasBigInt = usesBigInt(parsed.program, free);
  const issues = findIssues(parsed.program, { free, scope, hasBigInt });
  const first = issues[0];
  if (!first)
    return {
      ok: true,
      names: new Set(free.map(({ name }) => name)),
      edits: makeEdits(script, parsed.program, hasBigInt),
    };
  const error: ScriptError = {
    ...first,
    excerpt: excerptOf(script, first.line),
    ...(issues.length > 1 && { issues: issues.slice(0, MAX_ISSUES) }),
  };
  return { ok: false, status: 'illegal_access', error };
}

function tooLarge(unit: string, value: number): Preflight {
  const error: ScriptError = {
    code: 'LIMIT_SOURCE',
    message: `The script is larger than ${value} ${unit}.`,
    hint: 'Do less in one script, and give data as "context".',
    limit: { name: `source ${unit}`, value },
  };
  return { ok: false, status: 'syntax_error', error };
}

function tooManyClasses(): ScriptError {
  const hint = 'Keep one pattern in a variable and use it again: const letters = /\\p{L}+/gu;';
  return {
    code: 'LIMIT_SOURCE',
    message: `The script has more than ${MAX_CLASSES} unicode classes in its regular expressions.`,
    hint,
    limit: { name: 'source unicode classes', value: MAX_CLASSES },
  };
}

/** Each term of a chain is a level of its own: that is where honest scripts meet this bound. */
function tooDeep(script: string, place?: ScriptPosition): ScriptError {
  return {
    code: 'LIMIT_SOURCE',
    message: `The script nests deeper than ${MAX_DEPTH} levels.`,
    hint: 'Name parts of the expression first: const part = …; Write a long chain of + as [a, b].join(""), one of && as [a, b].every(Boolean), and one of else if as a Map. Give data as "context".',
    limit: { name: 'source levels', value: MAX_DEPTH },
    ...(place && { ...place, excerpt: excerptOf(script, place.line) }),
  };
}

function parseScript(script: string): { ok: true; program: SyntaxNode } | { ok: false; error: ScriptError } {
  // A fence parses, as a tagged template, and would do nothing.
  if (FENCE.test(script)) return { ok: false, error: { ...inFence(), line: 1, column: 1 } };
  try {
    return { ok: true, program: parse(script, OPTIONS) as unknown as SyntaxNode };
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    const place = loc && { line: loc.line, column: loc.column + 1 };
    // What the parser says, or the engine of it, when its own stack ends.
    if (!place || /^Not enough stack/.test(message)) return { ok: false, error: tooDeep(script, place) };
    if (FENCED.test(script))
      return { ok: false, error: { ...inFence(), ...place, excerpt: excerptOf(script, place.line) } };
    const said = message.replace(/ \(\d+:\d+\)$/, '');
    return {
      ok: false,
      error: {
        code: 'PREFLIGHT_SYNTAX',
        message: `${said.slice(0, 500)}.`,
        hint: hintFor(script, said),
        ...place,
        excerpt: excerptOf(script, place.line),
      },
    };
  }
}

function inFence(): ScriptError {
  return {
    code: 'PREFLIGHT_SYNTAX',
    message: 'The script stands in a fence of backticks.',
    hint: 'Send the code alone, without the lines of ``` and what is written around them.',
  };
}

function hintFor(script: string, said: string): string {
  if (/reserved|strict/.test(said)) return 'Scripts are in strict mode.';
  if (/:\s*(?:string|number|boolean|any|unknown)\b/.test(script) || /\binterface\s|\bas\s+\w/.test(script))
    return 'Write JavaScript, without types.';
  return 'A script is the body of an async function in JavaScript: await is allowed at its top level, and it ends with return <value>;';
}

interface Read {
  free: readonly FreeName[];
  scope: PreflightScope;
  hasBigInt: boolean;
}

function findIssues(program: SyntaxNode, { free, scope, hasBigInt }: Read): ScriptIssue[] {
  const freeNodes = new Set(free.map(({ node }) => node));
  const isFree = (node: SyntaxNode): boolean => freeNodes.has(node);
  const issues: ScriptIssue[] = [];
  const named = new Set<SyntaxNode>();
  const apply = (type: string, node: SyntaxNode, name?: FreeName): void => {
    for (const rule of RULES) {
      const finding = rule.nodes.includes(type)
        ? rule.check(node, { scope, free: name, isFree, hasBigInt, isNamed: (each) => named.has(each) })
        : undefined;
      if (!finding) continue;
      const { at = node, ...said } = finding;
      issues.push({ code: rule.code, ...(rule.kind && { kind: rule.kind }), ...said, ...positionOf(at) });
    }
  };
  const waiting = [program];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const each of namedConstructors(node)) named.add(each);
    apply(node.type, node);
    waiting.push(...childrenOf(node));
  }
  for (const name of free) apply('free-name', name.node, name);
  return distinct(issues.sort((a, b) => a.line - b.line || a.column - b.column));
}

/** The same complaint is made once, where it is first due. */
function distinct(issues: ScriptIssue[]): ScriptIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ message }) => !seen.has(message) && seen.add(message));
}

function positionOf({ loc }: SyntaxNode): { line: number; column: number } {
  const { line, column } = (loc as { start: { line: number; column: number } }).start;
  return { line, column: column + 1 };
}

/** The author's line, for an error. */
export function excerptOf(script: string, line: number): string {
  return (script.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? '').trim().slice(0, 160);
}
