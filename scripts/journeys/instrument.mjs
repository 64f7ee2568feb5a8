import ts from 'typescript';
import { GLOBALS } from './counter.mjs';

/**
 * Adds a call of the counter to the start of every function that has a body, and one to either end of the module.
 * @param {string} file path that the counter is given
 * @param {string} text TypeScript
 * @param {{ isEntry?: boolean }} [options] an entry runs the program while it is evaluated, so its two ends are not marked
 * @returns {{ text: string, functions: (string | undefined)[] }} names of the functions by the index that the counter is given;
 *   callbacks have none
 */
export function instrument(file, text, { isEntry = false } = {}) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {(string | undefined)[]} */
  const functions = [];
  /** @type {{ at: number, text: string }[]} */
  const additions = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      additions.push(...additionsTo(node.body, callOf(file, functions.length)));
      functions.push(nameOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const marked = withAdditions(text, additions);
  return {
    text: isEntry ? marked : `${GLOBALS.beginModule}();${marked}\n${GLOBALS.endModule}();\n`,
    functions,
  };
}

/**
 * Returns a call that does nothing without a counter: the text of some functions is evaluated inside the script engine.
 * @param {string} file
 * @param {number} index
 */
function callOf(file, index) {
  return `typeof ${GLOBALS.enter} === 'function' && ${GLOBALS.enter}(${JSON.stringify(file)}, ${index})`;
}

/**
 * @param {ts.Node} body
 * @param {string} call
 */
function additionsTo(body, call) {
  if (!ts.isBlock(body))
    return [
      { at: body.getStart(), text: `(${call}, ` },
      { at: body.end, text: ')' },
    ];
  const first = body.statements.find((statement) => !isDirective(statement));
  return [{ at: first ? first.getFullStart() : body.end - 1, text: ` ${call}; ` }];
}

/** @param {ts.Statement} statement */
function isDirective(statement) {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

/** @param {ts.SignatureDeclaration} node */
function nameOf(node) {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const { parent } = node;
  const isProperty = ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent);
  return (ts.getNameOfDeclaration(node) ?? (isProperty ? parent.name : undefined))?.getText();
}

/**
 * @param {string} text
 * @param {{ at: number, text: string }[]} additions
 */
function withAdditions(text, additions) {
  let marked = '';
  let from = 0;
  for (const addition of additions.toSorted((a, b) => a.at - b.at)) {
    marked += text.slice(from, addition.at) + addition.text;
    from = addition.at;
  }
  return marked + text.slice(from);
}
