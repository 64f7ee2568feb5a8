import type { ScriptIssue } from '../script-types.js';
import { isNode, type SyntaxNode } from './syntax.js';

/** A finding of a rule, before its place is known. */
export interface Finding extends Pick<ScriptIssue, 'message' | 'hint'> {
  /** Where, when not at the node itself. */
  at?: SyntaxNode;
}

/** Property names that lead from a value to what made it. */
export const WALKS: ReadonlySet<string> = new Set([
  'constructor',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
]);

/** The finding of a property that leads from a value to what made it. */
export function walkFinding(name: string): Finding {
  const hint =
    name === 'constructor'
      ? 'Use value.constructor.name, Array.isArray(value), value instanceof Date or typeof value to tell what a value is. To read data with such a key, use Object.entries(value).'
      : 'Use Object.create, class … extends, and getters in classes. To read data with such a key, use Object.entries(value).';
  return { message: `The property "${name}" cannot be used in a script.`, hint };
}

const COMPARISONS = new Set(['===', '!==', '==', '!=']);

/**
 * The `value.constructor` below a node that leads nowhere: `value.constructor.name`, as error classes have it, and
 * `value.constructor === Object`, as checks for plain objects do.
 */
export function namedConstructors(node: SyntaxNode): SyntaxNode[] {
  const asked =
    node.type === 'MemberExpression' && isPlain(node, 'name')
      ? [node.object]
      : node.type === 'BinaryExpression' && COMPARISONS.has(String(node.operator))
        ? [node.left, node.right]
        : [];
  return asked
    .map((each) => (isNode(each) && each.type === 'ChainExpression' ? each.expression : each))
    .filter(
      (each): each is SyntaxNode => isNode(each) && each.type === 'MemberExpression' && isPlain(each, 'constructor'),
    );
}

function isPlain({ computed, property }: SyntaxNode, name: string): boolean {
  return !computed && (property as SyntaxNode).name === name;
}
