import { guardBigInt, type Edit } from './guard-bigint.js';
import { childrenOf, isNode, type SyntaxNode } from './syntax.js';

/** The guest's functions that charge for what the engine does in one step (guest/guard-objects.js). */
export const CHARGES = { caught: '__caught', keys: '__keys', spread: '__spread' } as const;

/**
 * What has to be put into a script before it runs: charges for work that the engine counts as one step, and with `hasBigInt` bounds
 * on arithmetic. Edits add no line, and come in the order of the text.
 */
export function makeEdits(script: string, program: SyntaxNode, hasBigInt: boolean): Edit[] {
  const edits: Edit[] = [];
  const waiting = [program];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    edits.push(...chargesOf(node), ...(hasBigInt ? guardBigInt(script, node) : []));
    waiting.push(...childrenOf(node));
  }
  // What begins at one place nests: of openings the outer comes first, and closings come before them.
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.at - b.edit.at || closes(b.edit) - closes(a.edit) || a.order - b.order)
    .map(({ edit }) => edit);
}

function closes({ text }: Edit): number {
  return text === ')' ? 1 : 0;
}

/** Errors cost their traces, and spreading, for-in and rest patterns every key of the object. */
function chargesOf(node: SyntaxNode): Edit[] {
  switch (node.type) {
    case 'CatchClause':
      return [{ at: (node.body as SyntaxNode).start + 1, skip: 0, text: `${CHARGES.caught}();` }];
    case 'ObjectExpression':
      return (node.properties as SyntaxNode[])
        .filter(({ type }) => type === 'SpreadElement')
        .flatMap(({ argument }) => around(argument, CHARGES.spread));
    case 'ForInStatement':
      return around(node.right, CHARGES.keys);
    case 'VariableDeclarator':
      return hasRest(node.id) ? around(node.init, CHARGES.keys) : [];
    default:
      return [];
  }
}

function around(node: unknown, name: string): Edit[] {
  return isNode(node)
    ? [
        { at: node.start, skip: 0, text: `${name}(` },
        { at: node.end, skip: 0, text: ')' },
      ]
    : [];
}

function hasRest(pattern: unknown): boolean {
  return (
    isNode(pattern) &&
    pattern.type === 'ObjectPattern' &&
    (pattern.properties as SyntaxNode[]).some(({ type }) => type === 'RestElement')
  );
}
