import { suggest } from '../../../contract/search/suggest.js';
import { pathText, scalarsOf, treeAt, type MapTree } from '../../yaml/tree.js';
import { problem, type Problem } from '../problem.js';
import { isComplete, isFromOverlay, textAt, textsAt, type CheckContext, type Text } from './context.js';

/** Every name of a secret that the manifest refers to is declared in `secrets`. */
export function checkSecrets({ tree }: CheckContext): Problem[] {
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
export function checkNonceKv(context: CheckContext): Problem[] {
  const { tree } = context;
  const nonceKv = textAt(tree, '/signing/replay/nonceKv');
  if (!nonceKv || !isComplete(tree, '/bindings/kvNamespaces', '/binding')) return [];
  const known = textsAt(tree, '/bindings/kvNamespaces', '/binding').map(({ text }) => text);
  if (known.includes(nonceKv.text)) return [];
  // `signing` is the same everywhere: in an environment it is the overlay's list that lacks the namespace.
  const blamed = isFromOverlay(context, '/bindings/kvNamespaces')
    ? treeAt(tree, '/bindings/kvNamespaces')!
    : nonceKv.node;
  return [problem('manifest-nonce-kv', { name: nonceKv.text, suggestions: suggest(nonceKv.text, known) }, blamed.at)];
}

/** When tags are declared, the tag filter names only those. */
export function checkTagFilter({ tree }: CheckContext): Problem[] {
  if (!treeAt(tree, '/tags') || !isComplete(tree, '/tags', '/name')) return [];
  const known = new Set(textsAt(tree, '/tags', '/name').map(({ text }) => text));
  const named = ['include', 'exclude'].flatMap((list) => textsAt(tree, `/skills/tags/${list}`));
  return named.flatMap(({ text, node }): Problem[] =>
    known.has(text) ? [] : [problem('manifest-tag-unknown', { tag: text, suggestions: suggest(text, known) }, node.at)],
  );
}

/** Since this day Durable Objects can be called as objects (compatibility flag `rpc`), as the Worker calls its own. */
const EARLIEST_DATE = '2024-04-03';

/** `compatibilityDate` is a day of the calendar, and one on which the Worker can run. */
export function checkDate({ tree }: CheckContext): Problem[] {
  const date = textAt(tree, '/runtime/compatibilityDate');
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date.text)) return [];
  const facts = { path: 'runtime.compatibilityDate', value: date.text };
  if (!isCalendarDay(date.text)) return [problem('manifest-date', facts, date.node.at)];
  return date.text < EARLIEST_DATE
    ? [problem('manifest-date-early', { ...facts, earliest: EARLIEST_DATE }, date.node.at)]
    : [];
}

/** `Date.parse` lets 30 February pass as 1 March. */
function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
