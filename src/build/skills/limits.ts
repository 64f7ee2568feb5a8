/** Most skills in a bundle. */
export const MAX_SKILLS = 1000;
/** Most files of one skill in a bundle. */
export const MAX_SKILL_FILES = 2048;
/** Most bytes of one skill that a build holds in memory. */
export const MAX_SKILL_BYTES = 128 * 1024 * 1024;
/** What clients must accept of one skill (MCP skills extension); more is their choice. */
export const HOST_SKILL_FILES = 512;
/** As above, in bytes. */
export const HOST_SKILL_BYTES = 16 * 1024 * 1024;
