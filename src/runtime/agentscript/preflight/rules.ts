import { didYouMean, suggest } from '../../../contract/search/suggest.js';
import type { ScriptIssue } from '../script-types.js';
import { foldText } from './fold.js';
import type { FreeName } from './free-names.js';
import { ARITHMETIC, isPlainTarget } from './guard-bigint.js';
import { CHARGES } from './make-edits.js';
import { ALTERNATIVES, API_NAMES, GUEST_NAMES } from './names.js';
import { WALKS, walkFinding, type Finding } from './prototype-walks.js';
import { isNode, type SyntaxNode } from './syntax.js';

/** What a script is checked against. */
export interface PreflightScope {
  /** Namespace → operations in it. */
  namespaces: ReadonlyMap<string, readonly string[]>;
}

/** One thing that a preflight refuses. */
export interface Rule {
  /** Unique; names the rule's tests. */
  name: string;
  code: ScriptIssue['code'];
  kind?: ScriptIssue['kind'];
  /** Types of the nodes that it looks at; `free-name` for names that a script does not declare. */
  nodes: readonly string[];
  check(
    node: SyntaxNode,
    context: {
      scope: PreflightScope;
      free?: FreeName;
      isFree(node: SyntaxNode): boolean;
      hasBigInt: boolean;
      isNamed(node: SyntaxNode): boolean;
    },
  ): Finding | undefined;
}

/** Longest BigInt in a script's text. */
const MAX_BIGINT_CHARACTERS = 2_500;

const MODULES =
  'Leave it out: a script is the body of an async function, operations and the built-ins of JavaScript are there already, and it ends with return <value>;';

/** What is put into scripts. */
const GUARDS: ReadonlySet<string> = new Set([...ARITHMETIC.values(), ...Object.values(CHARGES)]);

/** What a preflight refuses, in the order in which findings of one place are shown. */
export const RULES: readonly Rule[] = [
  {
    name: 'import',
    code: 'PREFLIGHT_MODULE_SYNTAX',
    kind: 'ModuleSyntax',
    nodes: ['ImportDeclaration', 'ImportExpression'],
    check: () => ({ message: 'Scripts cannot import anything.', hint: MODULES }),
  },
  {
    name: 'export',
    code: 'PREFLIGHT_MODULE_SYNTAX',
    kind: 'ModuleSyntax',
    nodes: ['ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportAllDeclaration'],
    check: () => ({
      message: 'Scripts cannot export anything.',
      hint: 'Send the body of the function alone, what stands between { and }: await is allowed at its top level, and it ends with return <value>;',
    }),
  },
  {
    name: 'import-meta',
    code: 'PREFLIGHT_MODULE_SYNTAX',
    kind: 'ModuleSyntax',
    nodes: ['MetaProperty'],
    check: ({ meta }) =>
      isNode(meta) && meta.name === 'import' ? { message: 'A script has no import.meta.', hint: MODULES } : undefined,
  },
  {
    name: 'debugger',
    code: 'PREFLIGHT_FORBIDDEN_SYNTAX',
    kind: 'IllegalBuiltinAccess',
    nodes: ['DebuggerStatement'],
    check: () => ({
      message: 'There is no debugger.',
      hint: 'Use console.log(value): its lines come back under "logs".',
    }),
  },
  {
    name: 'bigint-literal',
    code: 'PREFLIGHT_FORBIDDEN_SYNTAX',
    kind: 'IllegalBuiltinAccess',
    nodes: ['Literal'],
    check: ({ bigint, raw }) =>
      typeof bigint === 'string' && String(raw).length > MAX_BIGINT_CHARACTERS
        ? {
            message: `This BigInt is longer than ${MAX_BIGINT_CHARACTERS} characters.`,
            hint: 'Keep numbers of that size as text.',
          }
        : undefined,
  },
  {
    name: 'bigint-assignment',
    code: 'PREFLIGHT_FORBIDDEN_SYNTAX',
    kind: 'IllegalBuiltinAccess',
    nodes: ['AssignmentExpression'],
    check: ({ left, operator }, { hasBigInt }) => {
      const arithmetic = String(operator).slice(0, -1);
      if (!hasBigInt || !ARITHMETIC.has(arithmetic) || isPlainTarget(left as SyntaxNode)) return undefined;
      const hint = `Put the target into a variable first: const target = …; target.value = target.value ${arithmetic} …;`;
      return {
        message: `In a script with BigInt numbers, the left side of ${String(operator)} must be a plain name or property.`,
        hint,
      };
    },
  },
  {
    name: 'walk-member',
    code: 'PREFLIGHT_FORBIDDEN_PROPERTY',
    kind: 'IllegalBuiltinAccess',
    nodes: ['MemberExpression'],
    check: (node, { isNamed }) => {
      const name = node.computed ? foldText(node.property) : String((node.property as SyntaxNode).name);
      if (isNamed(node)) return undefined;
      return name !== undefined && WALKS.has(name)
        ? { ...walkFinding(name), at: node.property as SyntaxNode }
        : undefined;
    },
  },
  {
    name: 'walk-pattern',
    code: 'PREFLIGHT_FORBIDDEN_PROPERTY',
    kind: 'IllegalBuiltinAccess',
    nodes: ['ObjectPattern'],
    check: ({ properties }) => {
      const found = (properties as SyntaxNode[]).find((property) => WALKS.has(keyOf(property) ?? ''));
      return found && { ...walkFinding(keyOf(found) as string), at: found };
    },
  },
  {
    name: 'prototype-literal',
    code: 'PREFLIGHT_FORBIDDEN_PROPERTY',
    kind: 'IllegalBuiltinAccess',
    nodes: ['ObjectExpression'],
    check: ({ properties }) => {
      const sets = (properties as SyntaxNode[]).some(
        (property) =>
          property.type === 'Property' &&
          !property.computed &&
          !property.shorthand &&
          !property.method &&
          keyOf(property) === '__proto__',
      );
      return sets ? walkFinding('__proto__') : undefined;
    },
  },
  {
    name: 'arguments-walk',
    code: 'PREFLIGHT_FORBIDDEN_PROPERTY',
    kind: 'IllegalBuiltinAccess',
    nodes: ['MemberExpression'],
    check: ({ object, property, computed }) => {
      const name = computed ? foldText(property) : String((property as SyntaxNode).name);
      const isArguments = isNode(object) && object.type === 'Identifier' && object.name === 'arguments';
      return isArguments && (name === 'callee' || name === 'caller')
        ? { message: `arguments.${name} cannot be used.`, hint: 'Name the function and call it by its name.' }
        : undefined;
    },
  },
  {
    name: 'name-of-a-guard',
    code: 'PREFLIGHT_FORBIDDEN_NAME',
    kind: 'DisallowedGlobal',
    nodes: ['Identifier'],
    check: ({ name }) =>
      GUARDS.has(String(name))
        ? { message: `"${String(name)}" is a name of the server.`, hint: `Use another name: my${String(name)}.` }
        : undefined,
  },
  {
    name: 'write-free-name',
    code: 'PREFLIGHT_READ_ONLY_NAME',
    kind: 'DisallowedGlobal',
    nodes: ['free-name'],
    check: ({ name }, { free, scope }) => {
      if (free?.use !== 'write') return undefined;
      const known = knownNames(scope).includes(String(name));
      return known
        ? { message: `"${String(name)}" cannot be assigned to.`, hint: `Use another name: let my_${String(name)} = …;` }
        : { message: `"${String(name)}" is not declared.`, hint: `Declare it: let ${String(name)} = …;` };
    },
  },
  {
    name: 'forbidden-free-name',
    code: 'PREFLIGHT_FORBIDDEN_NAME',
    kind: 'DisallowedGlobal',
    nodes: ['free-name'],
    check: ({ name }, { free, scope }) => {
      const hint = ALTERNATIVES.get(String(name));
      if (free?.use !== 'read' || hint === undefined || knownNames(scope).includes(String(name))) return undefined;
      return {
        message: `"${String(name)}" does not exist in a script. ${available(scope)}`,
        hint: withOwnNames(hint, scope),
      };
    },
  },
  {
    name: 'unknown-free-name',
    code: 'PREFLIGHT_UNKNOWN_NAME',
    kind: 'DisallowedGlobal',
    nodes: ['free-name'],
    check: ({ name }, { free, scope }) => {
      const known = knownNames(scope);
      if (free?.use !== 'read' || known.includes(String(name)) || ALTERNATIVES.has(String(name))) return undefined;
      const similar = didYouMean(suggest(String(name), known)).trim();
      return {
        message: `"${String(name)}" is not defined. ${available(scope)}`,
        hint: similar || `Declare it first (const ${String(name)} = …;), or use a name from the list.`,
      };
    },
  },
  {
    name: 'unknown-operation',
    code: 'PREFLIGHT_UNKNOWN_OPERATION',
    kind: 'UnknownOperation',
    nodes: ['CallExpression'],
    check: ({ callee }, { scope, isFree }) => {
      if (
        !isNode(callee) ||
        callee.type !== 'MemberExpression' ||
        !isNode(callee.object) ||
        callee.object.type !== 'Identifier' ||
        !isFree(callee.object)
      )
        return undefined;
      const namespace = String(callee.object.name);
      const operations = scope.namespaces.get(namespace);
      const name = callee.computed ? foldText(callee.property) : String((callee.property as SyntaxNode).name);
      if (operations === undefined || name === undefined || operations.includes(name)) return undefined;
      const keys = operations.map((operation) => `${namespace}.${operation}`);
      const similar = didYouMean(suggest(`${namespace}.${name}`, keys)).trim();
      return {
        message: `${namespace}.${name} is not among the operations of this script: ${shortList(keys)}.`,
        hint:
          similar ||
          'Only operations that a skill mentions can be called: find the skill with codecall_searchSkills and name it under "skills".',
      };
    },
  },
];

function keyOf(property: SyntaxNode): string | undefined {
  const key = property.key;
  if (!isNode(key)) return undefined;
  return !property.computed && key.type === 'Identifier' ? String(key.name) : foldText(key);
}

function knownNames({ namespaces }: PreflightScope): string[] {
  return [...GUEST_NAMES, ...API_NAMES, ...namespaces.keys()];
}

function available({ namespaces }: PreflightScope): string {
  return `Available: ${shortList([...namespaces.keys(), ...API_NAMES])}, and the built-ins of JavaScript such as JSON, Math, Date, Map and Promise.`;
}

/** Examples name an operation that the script can call. */
function withOwnNames(hint: string, { namespaces }: PreflightScope): string {
  const [first] = namespaces;
  return first === undefined
    ? hint
    : hint.replace(/acme\.getOrder\(\{[^}]*\}\)/, `${first[0]}.${first[1][0] ?? 'operation'}({ … })`);
}

const MOST_LISTED = 40;

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).join(', ');
  return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}
