import type { Node } from 'acorn';

/** A node of the syntax tree, with what the walkers read of it. */
export type SyntaxNode = Node & Record<string, unknown>;

/** Whether a value is a node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** The child nodes of a node, in source order of its members. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const value of Object.values(node)) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) children.push(...value.filter(isNode));
  }
  return children;
}

/** Counts nodes and measures nesting without recursion; stops at the bounds, and returns a node that lies too deep. */
export function measureTree(root: SyntaxNode, maxNodes: number, maxDepth: number): 'ok' | 'too many' | SyntaxNode {
  const waiting: { node: SyntaxNode; depth: number }[] = [{ node: root, depth: 0 }];
  for (let count = 0, next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count += 1;
    if (count > maxNodes) return 'too many';
    if (next.depth > maxDepth) return next.node;
    for (const node of childrenOf(next.node)) waiting.push({ node, depth: next.depth + 1 });
  }
  return 'ok';
}
