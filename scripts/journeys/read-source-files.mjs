import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';
import { instrument } from './instrument.mjs';

/**
 * A file of src/ that has code. A file that only declares types is not in a bundle and cannot be entered.
 * @typedef {object} SourceFile
 * @property {string} path from the root of the repository, with slashes
 * @property {number} lines
 * @property {(string | undefined)[]} functions their names, by the index that the counter is given
 * @property {number} importers files of src/ that import a value of it
 */

/**
 * Reads the files of src/ that have code, by path.
 * @param {string} root of the repository
 * @returns {Promise<Map<string, SourceFile>>}
 */
export async function readSourceFiles(root) {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  /** @type {Map<string, SourceFile>} */
  const files = new Map();
  /** @type {string[]} */
  const imports = [];
  for (const path of paths.sort()) {
    const text = await readFile(join(root, path), 'utf8');
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    if (!source.statements.some(isCode)) continue;
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    files.set(path, { path, lines, functions: instrument(path, text).functions, importers: 0 });
    imports.push(...importsOf(source, path));
  }
  for (const path of imports) {
    const imported = files.get(path);
    if (imported) imported.importers += 1;
  }
  return files;
}

/**
 * Reports whether a statement remains when the types are removed.
 * @param {ts.Statement} statement
 */
function isCode(statement) {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
  if (ts.isImportDeclaration(statement)) return statement.importClause === undefined;
  if (ts.isExportDeclaration(statement)) return importedValues(statement) && statement.moduleSpecifier !== undefined;
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return !modifiers.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
}

/**
 * Lists the files that a file imports a value of, each once.
 * @param {ts.SourceFile} source
 * @param {string} path
 */
function importsOf(source, path) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteral(specifier) && specifier.text.startsWith('.'))
      found.add(posix.join(dirname(path), specifier.text).replace(/\.js$/, '.ts'));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * @param {ts.Node} node
 * @returns {ts.Expression | undefined}
 */
function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return importedValues(node) ? node.moduleSpecifier : undefined;
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined;
}

/** @param {ts.ImportDeclaration | ts.ExportDeclaration} node */
function importedValues(node) {
  if (ts.isExportDeclaration(node))
    return (
      !node.isTypeOnly && (!node.exportClause || !ts.isNamedExports(node.exportClause) || hasValue(node.exportClause))
    );
  const clause = node.importClause;
  if (clause === undefined) return true;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  const { name, namedBindings } = clause;
  return (
    name !== undefined ||
    (namedBindings !== undefined && (ts.isNamespaceImport(namedBindings) || hasValue(namedBindings)))
  );
}

/** @param {ts.NamedImports | ts.NamedExports} names */
function hasValue(names) {
  return names.elements.some(({ isTypeOnly }) => !isTypeOnly);
}
