import { parse, type Node } from 'acorn';

/** A stretch of a script that is an expression, a statement, a name or a literal. */
export interface Part {
  kind: 'expression' | 'statement' | 'name' | 'member' | 'literal';
  start: number;
  end: number;
}

const EXPRESSION = /(?:Expression|TemplateLiteral)$/;
const STATEMENT = /(?:Statement|Declaration)$/;
/** Where an identifier is no reference, its parent says so. */
const OWN_NAME =
  /^(?:Property|MethodDefinition|PropertyDefinition|LabeledStatement|BreakStatement|ContinueStatement|MetaProperty)$/;

/** The parts of a script; `undefined` when it cannot be parsed. */
export function partsOf(script: string): Part[] | undefined {
  const program = parseScript(script);
  if (!program) return undefined;
  const parts: Part[] = [];
  collect(program as unknown as Record<string, unknown>, undefined, parts);
  return parts;
}

function parseScript(script: string): Node | undefined {
  try {
    return parse(script, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
    });
  } catch {
    return undefined;
  }
}

function collect(node: Record<string, unknown>, parent: Record<string, unknown> | undefined, parts: Part[]): void {
  const kind = kindOf(node, parent);
  if (kind) parts.push({ kind, start: node.start as number, end: node.end as number });
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) collect(child, node, parts);
  }
}

function kindOf(
  { type }: Record<string, unknown>,
  parent: Record<string, unknown> | undefined,
): Part['kind'] | undefined {
  if (type === 'Literal') return 'literal';
  if (type === 'Identifier') {
    if (parent?.type === 'MemberExpression' && !parent.computed) return 'member';
    return OWN_NAME.test(String(parent?.type)) ? undefined : 'name';
  }
  if (EXPRESSION.test(String(type))) return 'expression';
  return STATEMENT.test(String(type)) &&
    parent !== undefined &&
    (parent.type === 'Program' || parent.type === 'BlockStatement')
    ? 'statement'
    : undefined;
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
