import ignore from 'ignore';
import type { TreeSource } from './file-tree.js';
import { joinPath, parentOf } from './tree-paths.js';

/** A larger .gitignore is no list that a person wrote. */
const MAX_GITIGNORE_BYTES = 1024 * 1024;

/** The .gitignore rules that hold in one directory: its own and those of the directories above it. */
interface IgnoreRules {
  /** Whether the rules exclude a path (relative to the root, stored spelling), itself or by a folder above it. */
  ignores(path: string, isDirectory: boolean): boolean;
}

/** Finds the rules of a directory (stored spelling). */
export type IgnoreLookup = (directory: string) => Promise<IgnoreRules>;

interface Rules extends IgnoreRules {
  lines: string[];
}

/**
 * Reads .gitignore files of a source as they are needed, each once. Only files named .gitignore count: neither a
 * user's global excludes nor .git/info/exclude, which other machines do not have. Case matters on every system.
 */
export function createIgnoreLookup(source: TreeSource): IgnoreLookup {
  const known = new Map<string, Promise<Rules>>();
  const rulesOf = (directory: string): Promise<Rules> => {
    let rules = known.get(directory);
    if (!rules) known.set(directory, (rules = load(directory)));
    return rules;
  };
  const load = async (directory: string): Promise<Rules> => {
    const above = directory === '' ? makeRules([]) : await rulesOf(parentOf(directory));
    const own = await readOwnRules(source, directory);
    return own.length === 0 ? above : makeRules([...above.lines, ...own]);
  };
  return rulesOf;
}

async function readOwnRules(source: TreeSource, directory: string): Promise<string[]> {
  const node = await source.node(directory, '.gitignore');
  // Git does not follow a .gitignore that is a link either.
  if (node?.kind !== 'file') return [];
  const content = await source.bytes(joinPath(directory, '.gitignore'), MAX_GITIGNORE_BYTES);
  if (!content.ok) return [];
  const lines = new TextDecoder().decode(content.bytes).normalize('NFC').split(/\r?\n/);
  return lines.flatMap((line) => rebase(line, directory.normalize('NFC')));
}

/** The rule of a nested .gitignore, as a rule of the root: one list then decides, and the last match wins. */
function rebase(line: string, directory: string): string[] {
  const rule = line.replace(/(?<![\\ ]) +$/, '');
  if (rule === '' || rule.startsWith('#')) return [];
  if (directory === '') return [rule];
  const negative = rule.startsWith('!') ? '!' : '';
  const body = rule.slice(negative.length).replace(/^\\(?=[!#])/, '');
  const inner = body.indexOf('/');
  const anchored = inner !== -1 && inner < body.length - 1;
  const folder = directory.replace(/[\\*?[\]!# ]/g, '\\$&');
  return [`${negative}/${folder}/${anchored ? body.replace(/^\//, '') : `**/${body}`}`];
}

function makeRules(lines: string[]): Rules {
  if (lines.length === 0) return { lines, ignores: () => false };
  const matcher = ignore({ ignorecase: false }).add(lines);
  return {
    lines,
    ignores: (path, isDirectory) => matcher.ignores(`${path.normalize('NFC')}${isDirectory ? '/' : ''}`),
  };
}
