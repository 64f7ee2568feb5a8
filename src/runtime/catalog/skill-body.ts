const FRONT_MATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** The instructions of a SKILL.md: its text without the front matter. */
export function skillBody(text: string): string {
  return text.replace(FRONT_MATTER, '').trim();
}
