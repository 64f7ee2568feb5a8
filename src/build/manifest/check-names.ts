import { suggest } from '../../contract/search/suggest.js';
import { problem, type Problem } from '../diagnostics/collector.js';
import type { Location } from '../diagnostics/diagnostic.js';
import { membersAt, pathText, scalarsOf, treeAt, type MapTree } from '../yaml/tree.js';
import type { Check, Environment } from './environments.js';
import { toKebab } from './patterns.js';
import { isComplete, textAt, textsAt, type Text } from './variables.js';

/** What is checked about names: that they are unique, of the right kind, and declared where they are used. */
export const NAME_CHECKS: readonly Check[] = [
  checkUniqueNames,
  checkBindingNames,
  checkDurableObjectClasses,
  checkAlwaysLoad,
  checkSecrets,
  checkNonceKv,
  checkTagFilter,
];

/** Lists whose items are told apart by one field. */
const UNIQUE = [
  { what: 'key id', pointer: '/signing/trustRoots', field: '/kid' },
  { what: 'secret', pointer: '/secrets', field: '/name' },
  { what: 'tag', pointer: '/tags', field: '/name' },
] as const;

/** Names that must be unique in their list. */
function checkUniqueNames({ tree }: Environment): Problem[] {
  return UNIQUE.flatMap(({ what, pointer, field }) => {
    const first = new Map<string, Location>();
    return textsAt(tree, pointer, field).flatMap(({ text, node }): Problem[] => {
      const before = first.get(text);
      if (!before) first.set(text, node.at);
      return before
        ? [problem('manifest-duplicate-name', { what, name: text, firstLine: before.line ?? 0 }, node.at)]
        : [];
    });
  });
}

/** The kinds of bindings that are lists, in the order of the schema. */
const BINDING_KINDS = ['durableObjects', 'd1Databases', 'kvNamespaces', 'r2Buckets'] as const;

/** Bindings that the runtime looks for, with their kind and, for a Durable Object, its class. */
const KNOWN_BINDINGS: ReadonlyMap<string, { kind: (typeof BINDING_KINDS)[number]; className?: string }> = new Map([
  ['SESSIONS', { kind: 'durableObjects', className: 'SessionDO' }],
  ['EVENTS', { kind: 'durableObjects', className: 'EventStoreDO' }],
  ['BUNDLE', { kind: 'durableObjects', className: 'BundleDO' }],
  ['AUDIT', { kind: 'd1Databases' }],
  ['BUNDLE_CACHE', { kind: 'kvNamespaces' }],
  ['SKILL_DATA', { kind: 'r2Buckets' }],
]);

/** Bindings, variables and secrets share one namespace in a Worker's `env`; names that the runtime knows have one meaning. */
function checkBindingNames({ tree }: Environment): Problem[] {
  const first = new Map<string, { path: string; line: number }>();
  return namesOf(tree).flatMap(({ path, name, at }): Problem[] => {
    const known = KNOWN_BINDINGS.get(name);
    if (known && path !== `bindings.${known.kind}`) {
      return [problem('manifest-binding-kind', { name, kind: known.kind, path }, at)];
    }
    const before = first.get(name);
    if (!before) first.set(name, { path, line: at.line ?? 0 });
    // Two secrets of one name are reported as secrets.
    if (!before || (path === 'secrets' && before.path === path)) return [];
    return [problem('manifest-binding-duplicate', { name, path, firstPath: before.path, firstLine: before.line }, at)];
  });
}

function namesOf(tree: MapTree): { path: string; name: string; at: Location }[] {
  const named =
    (path: string) =>
    ({ text, node }: Text) => ({ path, name: text, at: node.at });
  return [
    ...BINDING_KINDS.flatMap((kind) => textsAt(tree, `/bindings/${kind}`, '/binding').map(named(`bindings.${kind}`))),
    ...membersAt(tree, '/bindings/vars').map(([name, { key }]) => ({ path: 'bindings.vars', name, at: key })),
    ...textsAt(tree, '/secrets', '/name').map(named('secrets')),
  ];
}

/** The Durable Objects of the runtime have classes of their own, exported under these names. */
function checkDurableObjectClasses({ tree }: Environment): Problem[] {
  const classes = textsAt(tree, '/bindings/durableObjects', '/className');
  const bindings = textsAt(tree, '/bindings/durableObjects', '/binding');
  if (classes.length !== bindings.length) return [];
  return bindings.flatMap(({ text }, index): Problem[] => {
    const expected = KNOWN_BINDINGS.get(text)?.className;
    const { text: className, node } = classes[index]!;
    if (!expected || className === expected) return [];
    return [problem('manifest-durable-object-class', { binding: text, className, expected }, node.at)];
  });
}

/** `skills.alwaysLoad` names skills, and skill ids are written in kebab case. */
function checkAlwaysLoad({ tree }: Environment): Problem[] {
  return textsAt(tree, '/skills/alwaysLoad').flatMap(({ text, node }): Problem[] => {
    if (/^[a-z0-9][a-z0-9-]*$/.test(text)) return [];
    return [problem('manifest-always-load', { id: text, suggestion: toKebab(text) }, node.at)];
  });
}

/** Every name of a secret that the manifest refers to is declared in `secrets`. */
function checkSecrets({ tree }: Environment): Problem[] {
  if (!isComplete(tree, '/secrets', '/name')) return [];
  const declared = new Set(textsAt(tree, '/secrets', '/name').map(({ text }) => text));
  return secretReferences(tree).flatMap(({ path, text, node }): Problem[] => {
    if (declared.has(text)) return [];
    return [problem('manifest-secret-undeclared', { name: text, path, suggestions: suggest(text, declared) }, node.at)];
  });
}

/** The places whose fields hold names of secrets: `secret`, and every field that ends with `Secret`. */
const REFERRING = ['/signing', '/specs', '/auth'] as const;

function secretReferences(tree: MapTree): (Text & { path: string })[] {
  return REFERRING.flatMap((section) => {
    const node = treeAt(tree, section);
    if (!node) return [];
    return [...scalarsOf(node, section)].flatMap(({ pointer }) => {
      const found = /\/(?:secret|[A-Za-z]+Secret)$/.test(pointer) ? textAt(tree, pointer) : undefined;
      return found ? [{ ...found, path: pathText(pointer) }] : [];
    });
  });
}

/** `signing.replay.nonceKv` names a declared KV namespace. */
function checkNonceKv(environment: Environment): Problem[] {
  const { tree } = environment;
  const nonceKv = textAt(tree, '/signing/replay/nonceKv');
  if (!nonceKv || !isComplete(tree, '/bindings/kvNamespaces', '/binding')) return [];
  const known = textsAt(tree, '/bindings/kvNamespaces', '/binding').map(({ text }) => text);
  if (known.includes(nonceKv.text)) return [];
  // `signing` is the same everywhere: in an environment it is the overlay's list that lacks the namespace.
  const blamed = isFromOverlay(environment, '/bindings/kvNamespaces')
    ? treeAt(tree, '/bindings/kvNamespaces')!
    : nonceKv.node;
  return [problem('manifest-nonce-kv', { name: nonceKv.text, suggestions: suggest(nonceKv.text, known) }, blamed.at)];
}

/** When tags are declared, the tag filter names only those. */
function checkTagFilter({ tree }: Environment): Problem[] {
  if (!treeAt(tree, '/tags') || !isComplete(tree, '/tags', '/name')) return [];
  const known = new Set(textsAt(tree, '/tags', '/name').map(({ text }) => text));
  const named = ['include', 'exclude'].flatMap((list) => textsAt(tree, `/skills/tags/${list}`));
  return named.flatMap(({ text, node }): Problem[] =>
    known.has(text) ? [] : [problem('manifest-tag-unknown', { tag: text, suggestions: suggest(text, known) }, node.at)],
  );
}

/** Whether the value at a pointer was brought by the overlay. */
function isFromOverlay({ tree, base }: Environment, pointer: string): boolean {
  const node = treeAt(tree, pointer);
  return base !== undefined && node !== undefined && treeAt(base, pointer)?.at !== node.at;
}
