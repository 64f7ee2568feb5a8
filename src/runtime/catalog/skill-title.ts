import type { SkillEntry } from '../../contract/bundle/bundle-index.js';

/** What people read in a list: the `title` of the front matter, or the name as words. */
export function skillTitle({ name, frontMatter }: SkillEntry): string {
  const { title } = frontMatter as { title?: unknown };
  if (typeof title === 'string' && title.trim() !== '') return title;
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
