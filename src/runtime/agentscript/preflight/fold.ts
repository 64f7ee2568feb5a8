import { isNode, type SyntaxNode } from './syntax.js';

/** Longest text that is put together: the longest name that a rule knows is far shorter. */
const MAX_FOLDED = 256;

/**
 * The text of an expression that is a constant: literals, templates of constants, and sums of them. `undefined` for
 * everything else: names built at run time are the engine's business.
 */
export function foldText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  const text = textOf(node);
  return text !== undefined && text.length <= MAX_FOLDED ? text : undefined;
}

function textOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number' ? String(node.value) : undefined;
    case 'TemplateLiteral':
      return foldTemplate(node);
    case 'BinaryExpression':
      return node.operator === '+' ? join(foldText(node.left), foldText(node.right)) : undefined;
    case 'SequenceExpression':
      return foldText((node.expressions as SyntaxNode[]).at(-1));
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return foldText(node.expression);
    case 'ArrayExpression':
      // A property name is made a string: ['constructor'] names what 'constructor' names.
      return (node.elements as unknown[]).length === 1 ? foldText((node.elements as unknown[])[0]) : undefined;
    default:
      return undefined;
  }
}

function foldTemplate(node: SyntaxNode): string | undefined {
  const parts = (node.quasis as SyntaxNode[]).map(
    (quasi) => (quasi.value as { cooked?: string | null }).cooked ?? undefined,
  );
  const values = (node.expressions as SyntaxNode[]).map(foldText);
  return parts.reduce(
    (text, part, index) => (index === 0 ? part : join(join(text, values[index - 1]), part)),
    '' as string | undefined,
  );
}

function join(left: string | undefined, right: string | undefined): string | undefined {
  return left === undefined || right === undefined ? undefined : left + right;
}
