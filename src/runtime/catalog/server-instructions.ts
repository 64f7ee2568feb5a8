import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import type { Snapshot } from '../snapshot.js';
import { openCatalog, type Catalog, type SkillUser } from './open-catalog.js';

/** Most skills, and longest line of one, in the catalogue that follows the instructions. */
const MAX_LISTED_SKILLS = 40;
const MAX_LINE_LENGTH = 160;

const HOW_TO =
  'This server gives you skills: instructions for tasks, with the API operations they use. ' +
  'Find one with codecall_searchSkills (or codecall_searchKnowledge for background), read it with codecall_describe, ' +
  'then call one operation with codecall_invoke, or several in one script with codecall_execute.';

/** The last instructions of a bundle, and for whom they are. */
const known = new WeakMap<BundleIndex, { who: string; text: string }>();

/** What an agent is told when it connects: the instructions of the manifest, how to use the tools, and a short list of skills. */
export function serverInstructions(snapshot: Snapshot, { scopes, groups }: SkillUser): string {
  const { index } = snapshot;
  // Asked for with every request, and without access rules the same for everybody.
  const who = index.manifest.hot.skills.access ? JSON.stringify([scopes, groups]) : '';
  const last = known.get(index);
  if (last?.who === who) return last.text;
  const text = writeInstructions(openCatalog(snapshot, { scopes, groups }));
  known.set(index, { who, text });
  return text;
}

function writeInstructions(catalog: Catalog): string {
  const { instructions } = catalog.snapshot.index.manifest.hot.server;
  return [instructions, HOW_TO, skillList(catalog)].filter((part) => part).join('\n\n');
}

function skillList(catalog: Catalog): string {
  const skills = catalog.discoverable();
  if (skills.length === 0) return '';
  const lines = skills
    .slice(0, MAX_LISTED_SKILLS)
    .map(({ entry }) => shorten(`- ${entry.name}: ${entry.description.replace(/\s+/g, ' ')}`));
  const rest = skills.length - lines.length;
  return ['Skills:', ...lines, ...(rest > 0 ? [`- and ${rest} more: search for them`] : [])].join('\n');
}

function shorten(line: string): string {
  return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH - 1).trimEnd()}…` : line;
}
