import { problem, type Problem } from '../diagnostics/collector.js';
import {
  itemsAt,
  mapScalars,
  pathText,
  scalarsOf,
  treeAt,
  type MapTree,
  type ScalarTree,
  type Tree,
} from '../yaml/tree.js';

/** `${env:NAME}`; the name is a POSIX environment variable name. */
const PLACEHOLDER = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g;
/** What somebody writes who wants a variable: another case, a space, a dot, a default, GitHub's own expression. */
const ATTEMPT = /\$\{\s*env\s*[:.][^}\n]{0,60}\}?/i;
const GITHUB_EXPRESSION = /\$\{\{[^}\n]{0,60}(?:\}\})?/;
/** Prose may talk about templates; everywhere else an expression is a mistake. */
const PROSE = /\/(?:instructions|description)$/;

/** Where the values of variables come from. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The outcome of {@link fillVariables}. */
export interface Filled {
  tree: MapTree;
  used: Set<string>;
  /** Names without a value; their scalars stand unchanged in the tree. */
  missing: Set<string>;
  problems: Problem[];
}

/** Whether a value still holds a placeholder, so that its final text is not known. */
export function holdsPlaceholder(text: string): boolean {
  return text.match(PLACEHOLDER) !== null;
}

/** The names that a text asks for, in order. */
function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!);
}

/** A text with its placeholders replaced. */
export function replacePlaceholders(text: string, valueFor: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string) => valueFor(name));
}

/**
 * What is wrong with the placeholders of a whole manifest, overlays included: those that are no `${env:NAME}` although
 * they look like one, and names that must not pass through it.
 */
export function checkPlaceholders(root: Tree, secrets: ReadonlySet<string>): Problem[] {
  return [...scalarsOf(root)].flatMap(({ pointer, scalar }) => {
    if (typeof scalar.value !== 'string') return [];
    const refused = placeholdersIn(scalar.value).flatMap((name): Problem[] => {
      const reason = refusalOf(name, secrets);
      return reason ? [problem('manifest-variable-refused', { name, reason }, scalar.at)] : [];
    });
    const text = malformedPlaceholder(scalar.value, pointer);
    return text === undefined
      ? refused
      : [...refused, problem('manifest-variable-malformed', { text, path: pathText(pointer) }, scalar.at)];
  });
}

/** Fills `${env:NAME}` in every string; an unset or empty variable has no value (GitHub passes unset ones as ''). */
export function fillVariables(tree: MapTree, variables: Variables): Filled {
  const filled: Omit<Filled, 'tree'> = { used: new Set(), missing: new Set(), problems: [] };
  const result = mapScalars(tree, (scalar, pointer) => fillScalar(scalar, pointer, variables, filled));
  return { ...filled, tree: result as MapTree };
}

/** The value of a variable; undefined when it is unset or empty. Only own names count. */
export function variableValue(variables: Variables, name: string): string | undefined {
  return (Object.hasOwn(variables, name) && variables[name]) || undefined;
}

function fillScalar(
  scalar: ScalarTree,
  pointer: string,
  variables: Variables,
  filled: Omit<Filled, 'tree'>,
): ScalarTree {
  if (typeof scalar.value !== 'string') return scalar;
  const names = new Set(placeholdersIn(scalar.value));
  const missing = [...names].filter((name) => variableValue(variables, name) === undefined);
  for (const name of names) filled.used.add(name);
  for (const name of missing) {
    filled.missing.add(name);
    const isEmpty = Object.hasOwn(variables, name) && variables[name] === '';
    filled.problems.push(problem('manifest-variable-missing', { name, path: pathText(pointer), isEmpty }, scalar.at));
  }
  if (missing.length > 0) return scalar;
  return { ...scalar, value: replacePlaceholders(scalar.value, (name) => variableValue(variables, name) ?? '') };
}

function malformedPlaceholder(text: string, pointer: string): string | undefined {
  const rest = text.replace(PLACEHOLDER, '');
  const attempt = ATTEMPT.exec(rest) ?? (PROSE.test(pointer) ? null : GITHUB_EXPRESSION.exec(rest));
  return attempt?.[0];
}

function refusalOf(name: string, secrets: ReadonlySet<string>): 'secret' | 'runner' | undefined {
  if (secrets.has(name)) return 'secret';
  // The runner's own credentials and inputs; on Windows variable names have no case.
  return /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$)/i.test(name) ? 'runner' : undefined;
}

/** A text of the manifest and the node it stands in. */
export interface Text {
  text: string;
  node: Tree;
}

/** The text at a pointer below a tree, when it is one and its final value is known. */
export function textAt(tree: Tree | undefined, pointer: string): Text | undefined {
  const node = tree && treeAt(tree, pointer);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string' || holdsPlaceholder(node.value)) return undefined;
  return { text: node.value, node };
}

/** The texts of a list at a pointer, or of one field of each item. */
export function textsAt(tree: Tree, pointer: string, field = ''): Text[] {
  return itemsAt(tree, pointer).flatMap((item) => textAt(item, field) ?? []);
}

/** Whether all items of a list, or one field of each, are known: only then can a name be missing from it. No list is an empty one. */
export function isComplete(tree: Tree, pointer: string, field = ''): boolean {
  const node = treeAt(tree, pointer);
  return (
    (node === undefined || node.kind === 'list') &&
    textsAt(tree, pointer, field).length === itemsAt(tree, pointer).length
  );
}
