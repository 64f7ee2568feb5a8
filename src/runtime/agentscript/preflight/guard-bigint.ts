import type { FreeName } from './free-names.js';
import { childrenOf, isNode, type SyntaxNode } from './syntax.js';

/** The guest's functions that compute in place of operators which could make a BigInt too large to handle. */
export const ARITHMETIC: ReadonlyMap<string, string> = new Map([
  ['+', '__add'],
  ['-', '__subtract'],
  ['*', '__multiply'],
  ['/', '__divide'],
  ['%', '__remainder'],
  ['**', '__power'],
  ['<<', '__left'],
  ['>>', '__right'],
]);

/** Text that is put into a script, at an offset of its own text; `skip` characters of that are left out. */
export interface Edit {
  at: number;
  skip: number;
  text: string;
}

/** Whether a script can have BigInt numbers at all. */
export function usesBigInt(program: SyntaxNode, free: readonly FreeName[]): boolean {
  return (
    free.some(({ name }) => name === 'BigInt') ||
    some(program, ({ type, bigint }) => type === 'Literal' && typeof bigint === 'string')
  );
}

/**
 * The edits that put a bound on BigInt arithmetic in one node. The engine computes with numbers of a million bits without asking
 * its interrupt handler once, for seconds; the guest's functions refuse what grows too large, and can be interrupted.
 * Edits add no line. Only for programs whose compound assignments are {@link isPlainTarget}.
 */
export function guardBigInt(script: string, node: SyntaxNode): Edit[] {
  const [left, right, operator] = [node.left, node.right, String(node.operator)];
  if (!isNode(left) || !isNode(right)) return [];
  if (node.type === 'BinaryExpression') {
    const guard = ARITHMETIC.get(operator);
    if (guard === undefined) return [];
    return [
      { at: node.start, skip: 0, text: `${guard}(` },
      { at: findOperator(script, left.end, operator), skip: operator.length, text: ',' },
      { at: node.end, skip: 0, text: ')' },
    ];
  }
  const guard = node.type === 'AssignmentExpression' ? ARITHMETIC.get(operator.slice(0, -1)) : undefined;
  if (guard === undefined) return [];
  return [
    {
      at: findOperator(script, left.end, operator),
      skip: operator.length,
      text: `=${guard}(${script.slice(left.start, left.end)},`,
    },
    { at: node.end, skip: 0, text: ')' },
  ];
}

/** Where an operator stands: behind its left side there can be space, comments and closing brackets. */
function findOperator(script: string, from: number, operator: string): number {
  for (let at = from; at < script.length; at += 1) {
    if (script.startsWith('//', at)) at = endOfLine(script, at);
    else if (script.startsWith('/*', at)) at = script.indexOf('*/', at) + 1;
    else if (script.startsWith(operator, at)) return at;
  }
  return script.length;
}

function endOfLine(script: string, from: number): number {
  const end = /[\n\r\u2028\u2029]/.exec(script.slice(from));
  return end ? from + end.index : script.length;
}

/** Whether the left side of a compound assignment can be written twice without doing anything twice. */
export function isPlainTarget(node: SyntaxNode): boolean {
  return !some(node, ({ type }) => !PLAIN.has(type));
}

const PLAIN = new Set(['Identifier', 'MemberExpression', 'Literal', 'PrivateIdentifier', 'ThisExpression', 'Super']);

function some(root: SyntaxNode, test: (node: SyntaxNode) => boolean): boolean {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (test(node)) return true;
    waiting.push(...childrenOf(node));
  }
  return false;
}

/** Applies edits, which are in order. */
export function applyEdits(script: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += script.slice(at, edit.at) + edit.text;
    at = edit.at + edit.skip;
  }
  return text + script.slice(at);
}

/** The column in the author's text of a column in the edited text; lines are the same. Both from 1. */
export function originalColumn(script: string, edits: readonly Edit[], line: number, column: number): number {
  const start = lineStart(script, line);
  const end = lineStart(script, line + 1);
  let shift = 0;
  for (const { at, skip, text } of edits) {
    if (at < start || at >= end) continue;
    if (start + column - 1 - shift <= at) break;
    shift += text.length - skip;
  }
  return Math.max(1, column - shift);
}

function lineStart(script: string, line: number): number {
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  for (let count = 1; count < line; count += 1) if (!breaks.exec(script)) return script.length + 1;
  return breaks.lastIndex;
}
