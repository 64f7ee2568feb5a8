import type { BundleDiff } from '../contract/bundle/diff.js';
import { plainText } from './plain.js';

/** More arrows than this no longer help. */
const MOST_ARROWS = 16;

/**
 * A small mermaid diagram of the operations that skills gain (solid) and lose (dotted); none when nothing of that kind
 * changes or too much does.
 */
export function planDiagram({ capabilities }: BundleDiff): string | undefined {
  const arrows = capabilities.flatMap(({ skill, gained, lost }) => [
    ...gained.map(({ method, path }) => ({ skill, target: `${method} ${path}`, arrow: '-- gains -->' })),
    ...lost.map(({ method, path }) => ({ skill, target: `${method} ${path}`, arrow: '-. loses .->' })),
  ]);
  if (arrows.length === 0 || arrows.length > MOST_ARROWS) return undefined;
  const skills = nodes(
    's',
    arrows.map(({ skill }) => skill),
  );
  const targets = nodes(
    'o',
    arrows.map(({ target }) => target),
  );
  return [
    'flowchart LR',
    ...[...skills].map(([name, id]) => `  ${id}(["${label(name)}"])`),
    ...[...targets].map(([name, id]) => `  ${id}["${label(name)}"]`),
    ...arrows.map(({ skill, target, arrow }) => `  ${skills.get(skill)} ${arrow} ${targets.get(target)}`),
  ].join('\n');
}

function nodes(prefix: string, names: readonly string[]): Map<string, string> {
  return new Map([...new Set(names)].map((name, index) => [name, `${prefix}${index}`]));
}

/** A quoted label: all but the plainest characters as mermaid's entity codes, which are text and never syntax. */
function label(text: string): string {
  return plainText(text).replace(/[^A-Za-z0-9 /_.-]/gu, (character) => `#${character.codePointAt(0)};`);
}
