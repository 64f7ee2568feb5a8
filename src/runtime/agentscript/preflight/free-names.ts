import { isNode, type SyntaxNode } from './syntax.js';

/** A name that a script uses and does not declare. */
export interface FreeName {
  name: string;
  node: SyntaxNode;
  /** How it is used: `typeof name` never fails; a write would change what is not the script's. */
  use: 'read' | 'write' | 'typeof';
}

interface Scope {
  names: Set<string>;
  parent?: Scope;
  /** Whether `var` lands here. */
  isFunction: boolean;
}

/**
 * Finds the names that a script does not declare, by the scoping of the language: blocks, functions, hoisted `var`
 * and function declarations, parameters, catch clauses, classes. Recursive: measure the tree first.
 */
export function findFreeNames(program: SyntaxNode): FreeName[] {
  const found: FreeName[] = [];
  const top: Scope = { names: new Set(), isFunction: true };
  declareBlock(program.body as SyntaxNode[], top);
  for (const statement of program.body as SyntaxNode[]) visit(statement, top, found);
  return found;
}

function visit(node: SyntaxNode, scope: Scope, found: FreeName[]): void {
  const special = VISITORS[node.type];
  if (special) special(node, scope, found);
  else visitChildren(node, scope, found);
}

function visitChildren(node: SyntaxNode, scope: Scope, found: FreeName[]): void {
  for (const value of Object.values(node)) visitValue(value, scope, found);
}

function visitValue(value: unknown, scope: Scope, found: FreeName[]): void {
  if (isNode(value)) visit(value, scope, found);
  else if (Array.isArray(value)) for (const item of value) visitValue(item, scope, found);
}

type Visitor = (node: SyntaxNode, scope: Scope, found: FreeName[]) => void;

/** Nodes that open a scope, or hold identifiers that are no references. */
const VISITORS: Record<string, Visitor> = Object.assign(Object.create(null) as Record<string, Visitor>, {
  Identifier: (node, scope, found) => refer(node, scope, found, 'read'),
  UnaryExpression: (node, scope, found) => {
    const argument = node.argument as SyntaxNode;
    if (node.operator === 'typeof' && argument.type === 'Identifier') refer(argument, scope, found, 'typeof');
    else visit(argument, scope, found);
  },
  UpdateExpression: (node, scope, found) => visitTarget(node.argument, scope, found),
  AssignmentExpression: (node, scope, found) => {
    visitTarget(node.left, scope, found);
    visitValue(node.right, scope, found);
  },
  MemberExpression: (node, scope, found) => {
    visitValue(node.object, scope, found);
    if (node.computed) visitValue(node.property, scope, found);
  },
  Property: visitKeyed,
  MethodDefinition: visitKeyed,
  PropertyDefinition: visitKeyed,
  LabeledStatement: (node, scope, found) => visitValue(node.body, scope, found),
  BreakStatement: () => undefined,
  ContinueStatement: () => undefined,
  MetaProperty: () => undefined,
  FunctionDeclaration: visitFunction,
  FunctionExpression: visitFunction,
  ArrowFunctionExpression: visitFunction,
  ClassDeclaration: visitClass,
  ClassExpression: visitClass,
  BlockStatement: (node, scope, found) => visitBlock(node.body as SyntaxNode[], scope, found),
  StaticBlock: (node, scope, found) => {
    const inner: Scope = { names: new Set(), parent: scope, isFunction: true };
    declareBlock(node.body as SyntaxNode[], inner);
    for (const statement of node.body as SyntaxNode[]) visit(statement, inner, found);
  },
  SwitchStatement: (node, scope, found) => {
    visitValue(node.discriminant, scope, found);
    const cases = node.cases as SyntaxNode[];
    const inner: Scope = { names: new Set(), parent: scope, isFunction: false };
    declareBlock(
      cases.flatMap(({ consequent }) => consequent as SyntaxNode[]),
      inner,
    );
    for (const each of cases) visitChildren(each, inner, found);
  },
  ForStatement: visitLoop,
  ForInStatement: visitLoop,
  ForOfStatement: visitLoop,
  CatchClause: (node, scope, found) => {
    const inner: Scope = { names: new Set(), parent: scope, isFunction: false };
    declarePattern(node.param, inner);
    visitPattern(node.param, inner, found);
    visit(node.body as SyntaxNode, inner, found);
  },
  VariableDeclarator: (node, scope, found) => {
    visitPattern(node.id, scope, found);
    visitValue(node.init, scope, found);
  },
} satisfies Record<string, Visitor>);

function refer(node: SyntaxNode, scope: Scope, found: FreeName[], use: FreeName['use']): void {
  const name = String(node.name);
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.names.has(name)) return;
  found.push({ name, node, use });
}

function visitKeyed(node: SyntaxNode, scope: Scope, found: FreeName[]): void {
  if (node.computed) visitValue(node.key, scope, found);
  visitValue(node.value, scope, found);
}

function visitFunction(node: SyntaxNode, scope: Scope, found: FreeName[]): void {
  const inner: Scope = { names: new Set(), parent: scope, isFunction: true };
  if (node.type === 'FunctionExpression' && isNode(node.id)) inner.names.add(String(node.id.name));
  if (node.type !== 'ArrowFunctionExpression') inner.names.add('arguments');
  for (const parameter of node.params as SyntaxNode[]) declarePattern(parameter, inner);
  for (const parameter of node.params as SyntaxNode[]) visitPattern(parameter, inner, found);
  const body = node.body as SyntaxNode;
  if (body.type !== 'BlockStatement') return visit(body, inner, found);
  declareBlock(body.body as SyntaxNode[], inner);
  for (const statement of body.body as SyntaxNode[]) visit(statement, inner, found);
}

function visitClass(node: SyntaxNode, scope: Scope, found: FreeName[]): void {
  const inner: Scope = {
    names: new Set(isNode(node.id) ? [String(node.id.name)] : []),
    parent: scope,
    isFunction: false,
  };
  visitValue(node.superClass, inner, found);
  visitValue(node.body, inner, found);
}

function visitBlock(body: readonly SyntaxNode[], scope: Scope, found: FreeName[]): void {
  const inner: Scope = { names: new Set(), parent: scope, isFunction: false };
  declareBlock(body, inner);
  for (const statement of body) visit(statement, inner, found);
}

function visitLoop(node: SyntaxNode, scope: Scope, found: FreeName[]): void {
  const inner: Scope = { names: new Set(), parent: scope, isFunction: false };
  const head = (node.init ?? node.left) as SyntaxNode | null | undefined;
  if (head) declareBlock([head], inner);
  const isTarget = node.type !== 'ForStatement' && head?.type !== 'VariableDeclaration';
  for (const [key, value] of Object.entries(node)) {
    if (key === 'left' && isTarget) visitTarget(value, inner, found);
    else visitValue(value, inner, found);
  }
}

/** The references inside a pattern that declares: defaults and computed keys. */
function visitPattern(pattern: unknown, scope: Scope, found: FreeName[]): void {
  walkPattern(
    pattern,
    () => undefined,
    (value) => visitValue(value, scope, found),
  );
}

/** A pattern or expression that is written to. */
function visitTarget(target: unknown, scope: Scope, found: FreeName[]): void {
  walkPattern(
    target,
    (identifier) => refer(identifier, scope, found, 'write'),
    (value) => visitValue(value, scope, found),
  );
}

function walkPattern(
  pattern: unknown,
  onName: (identifier: SyntaxNode) => void,
  onValue: (value: unknown) => void,
): void {
  if (!isNode(pattern)) return;
  switch (pattern.type) {
    case 'Identifier':
      return onName(pattern);
    case 'ObjectPattern':
      return (pattern.properties as SyntaxNode[]).forEach((property) => {
        if (property.computed) onValue(property.key);
        walkPattern(property.type === 'RestElement' ? property.argument : property.value, onName, onValue);
      });
    case 'ArrayPattern':
      return (pattern.elements as unknown[]).forEach((element) => walkPattern(element, onName, onValue));
    case 'RestElement':
      return walkPattern(pattern.argument, onName, onValue);
    case 'AssignmentPattern':
      walkPattern(pattern.left, onName, onValue);
      return onValue(pattern.right);
    default:
      return onValue(pattern);
  }
}

function declarePattern(pattern: unknown, scope: Scope): void {
  walkPattern(
    pattern,
    ({ name }) => void scope.names.add(String(name)),
    () => undefined,
  );
}

/** Declares what statements of a block declare, and what is hoisted out of inner blocks. */
function declareBlock(body: readonly SyntaxNode[], scope: Scope): void {
  for (const statement of body) {
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') {
      if (isNode(statement.id)) scope.names.add(String(statement.id.name));
    } else if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') declareVariables(statement, scope);
  }
  if (scope.isFunction) for (const statement of body) hoistVariables(statement, scope);
}

function declareVariables(declaration: SyntaxNode, scope: Scope): void {
  for (const declarator of declaration.declarations as SyntaxNode[]) declarePattern(declarator.id, scope);
}

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassDeclaration',
  'ClassExpression',
]);

function hoistVariables(node: SyntaxNode, scope: Scope): void {
  if (FUNCTIONS.has(node.type)) return;
  if (node.type === 'VariableDeclaration' && node.kind === 'var') declareVariables(node, scope);
  for (const value of Object.values(node)) {
    if (isNode(value)) hoistVariables(value, scope);
    else if (Array.isArray(value)) value.filter(isNode).forEach((item) => hoistVariables(item, scope));
  }
}
