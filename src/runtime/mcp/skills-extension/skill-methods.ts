import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { Catalog } from '../../catalog/open-catalog.js';
import { findSkillPlace } from '../../catalog/skill-uri.js';
import { pageOf } from '../resources/page.js';
import { isPublishable, publishedSkill, type PublishedSkill } from './skill-entry.js';

const PAGE_SIZE = 50;

/** `skills/list`: the discoverable skills. */
export function listSkills(
  catalog: Catalog,
  cursor: string | undefined,
): { skills: PublishedSkill[]; nextCursor?: string } {
  const { snapshot } = catalog;
  const { items, ...next } = pageOf(catalog.discoverable().filter(isPublishable), PAGE_SIZE, cursor, snapshot.sha256);
  return { skills: items.map((skill) => publishedSkill(snapshot, skill)), ...next };
}

/** `skills/get`: one skill by the URI of its SKILL.md, listed or not. Throws a `ProtocolError` (-32602) when there is none. */
export function getSkill(catalog: Catalog, uri: string): { skill: PublishedSkill } {
  const place = findSkillPlace(catalog, uri);
  if (place?.path === 'SKILL.md' && isPublishable(place.skill))
    return { skill: publishedSkill(catalog.snapshot, place.skill) };
  throw new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `No skill is served at ${JSON.stringify(uri.slice(0, 256))}.`,
  );
}
