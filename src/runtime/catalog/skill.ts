import type { ArtifactRef, SkillEntry } from '../../contract/bundle/bundle-index.js';
import type { Catalog, CatalogSkill } from './open-catalog.js';

const SCHEME = 'skill://';
const FRONT_MATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** URI of a skill's file, or of a folder in it; without a path, of the skill's own folder (SEP-2640, "Skill URIs"). */
export function skillUri(id: string, path = ''): string {
  return SCHEME + [id, ...(path === '' ? [] : path.split('/'))].map(encodeSegment).join('/');
}

/** What the extension counts as one segment stays one; a lone surrogate has no encoding. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}

/** A skill and a path in it, as a URI names them; the skill is one that the caller may use. */
export interface SkillPlace {
  skill: CatalogSkill;
  /** Empty for the skill's own folder. */
  path: string;
}

/** Reads a `skill://` URI. `undefined` when it is none, or names no skill of the caller. */
export function findSkillPlace(catalog: Catalog, uri: string): SkillPlace | undefined {
  if (!uri.startsWith(SCHEME)) return undefined;
  const [id = '', ...path] = uri.slice(SCHEME.length).split('/').map(decode);
  const skill = catalog.skill(id);
  // Names are no part of URIs: only the id counts.
  return skill?.id === id ? { skill, path: path.join('/') } : undefined;
}

/** The artifact of a file of a skill. */
export function fileOf({ skill, path }: SkillPlace): ArtifactRef | undefined {
  return Object.hasOwn(skill.entry.files, path) ? skill.entry.files[path] : undefined;
}

/** Paths of a skill's files in the order of their URIs, `SKILL.md` first. */
export function pathsOf({ entry }: CatalogSkill): string[] {
  const others = Object.keys(entry.files).filter((path) => path !== 'SKILL.md');
  return ['SKILL.md', ...others.sort()];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** What people read in a list: the `title` of the front matter, or the name as words. */
export function skillTitle({ name, frontMatter }: SkillEntry): string {
  const { title } = frontMatter as { title?: unknown };
  if (typeof title === 'string' && title.trim() !== '') return title;
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The instructions of a SKILL.md: its text without the front matter. */
export function skillBody(text: string): string {
  return text.replace(FRONT_MATTER, '').trim();
}
