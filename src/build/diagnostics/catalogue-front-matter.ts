import { define } from './catalogue-row.js';

/** Diagnostics of front matter. */
export const frontMatterCatalogue = {
  'skill-front-matter-missing': define<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `The skill "${id}" has no front matter.`,
    hint: ({ id }) =>
      `Add these lines at the top:\n---\nname: ${id}\ndescription: What it does, and when to use it.\n---`,
    meaning: 'Agents find a skill by the name and the description in the front matter of its SKILL.md.',
    remedy: 'Begin SKILL.md with a line `---`, `name:`, `description:` and another line `---`.',
  }),
  'skill-front-matter-unclosed': define({
    severity: 'error',
    message: () => 'The front matter is not closed.',
    hint: () => 'Add a line with three dashes (---) after its last key.',
    meaning: 'Front matter stands between two lines of three dashes.',
    remedy: 'Add the second line of dashes.',
  }),
  'skill-front-matter-late': define<{ line: number }>({
    severity: 'error',
    message: ({ line }) => `The front matter begins on line ${line}; clients look for it only on line 1.`,
    hint: () => 'Move what stands before it below it.',
    meaning: 'Front matter must be the very first thing in SKILL.md; blank lines and comments before it hide it.',
    remedy: 'Make `---` the first line.',
  }),
  'skill-front-matter-too-large': define<{ characters: number; limit: number }>({
    severity: 'error',
    message: ({ characters, limit }) => `The front matter has ${characters} characters, more than ${limit}.`,
    hint: () =>
      'Move text into the body of the skill; check that a line of dashes closes the front matter where it should.',
    meaning: 'Front matter is sent to every client that lists skills, so it is bounded.',
    remedy: 'Shorten it.',
  }),
  'skill-front-matter-invalid': define<{ problem: string; fix?: string }>({
    severity: 'error',
    message: ({ problem }) => `The front matter is not valid YAML: ${problem}.`,
    hint: ({ fix }) => fix,
    meaning:
      'Text with a colon and a space in it, or that begins with a bracket, `@` or a backtick, needs quotes in YAML; tabs cannot indent.',
    remedy: 'Correct the YAML at the place named.',
  }),
  'skill-front-matter-not-a-map': define<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `The front matter is ${found}, not keys and values.`,
    hint: () => 'Write "name: …" and "description: …", each on its own line with a space after the colon.',
    meaning: 'Front matter is a YAML map.',
    remedy: 'Write keys and values.',
  }),
  'skill-front-matter-forbidden-key': define<{ key: string }>({
    severity: 'error',
    message: ({ key }) => `The key "${key}" is not allowed in front matter.`,
    hint: () => 'Rename it.',
    meaning: 'Keys named `__proto__`, `constructor` or `prototype` can change programs that read them.',
    remedy: 'Use another key.',
  }),
  'skill-front-matter-duplicate-key': define<{ key: string }>({
    severity: 'error',
    message: ({ key }) => `The key "${key}" stands in the front matter twice.`,
    hint: () => 'Keep one of them.',
    meaning: 'Readers of YAML differ in which of the two they take.',
    remedy: 'Remove one.',
  }),
  'skill-front-matter-value': define<{ problem: string }>({
    severity: 'error',
    message: ({ problem }) => `The front matter ${problem}, which the bundle cannot hold.`,
    hint: () => 'Write the value as plain text, in quotes.',
    meaning: 'Front matter goes into the bundle as JSON, bounded in depth and size.',
    remedy: 'Simplify the value.',
  }),
  'skill-key-misspelt': define<{ key: string; known: string }>({
    severity: 'warning',
    message: ({ key, known }) => `The key "${key}" has no effect. Did you mean "${known}"?`,
    meaning: 'Unknown keys are kept and do nothing; this one is a known key with other case, hyphens or ending.',
    remedy: 'Correct the key.',
  }),
  'skill-name-missing': define<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `The front matter of the skill "${id}" has no name.`,
    hint: ({ id }) => `Add this line:\nname: ${id}`,
    meaning: 'MCP clients take the name from the front matter.',
    remedy: 'Add `name`, equal to the name of the folder.',
  }),
  'skill-name-invalid': define<{ name: string; id: string }>({
    severity: 'error',
    message: ({ name }) =>
      `The name "${name}" must be lower-case letters, digits and single hyphens, at most 64 characters.`,
    hint: ({ id }) => `Write:\nname: ${/^\d+$/.test(id) ? `"${id}"` : id}`,
    meaning: 'The name is part of the address of the skill for MCP clients.',
    remedy: 'Use the name of the folder.',
  }),
  'skill-name-differs': define<{ name: string; id: string }>({
    severity: 'error',
    message: ({ name, id }) => `The name "${name}" differs from the folder "${id}".`,
    hint: ({ name, id }) => `Write "name: ${id}", or rename the folder to "${name}".`,
    meaning: 'The MCP skills extension wants the last part of the address of a skill to equal its name.',
    remedy: 'Make the two equal.',
  }),
  'skill-description-missing': define<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `The skill "${id}" has no description.`,
    hint: () => 'Add this line:\ndescription: What it does, and when to use it.',
    meaning: 'Agents choose a skill by its description; MCP clients require one.',
    remedy: 'Add `description` to the front matter.',
  }),
  'skill-description-too-long': define<{ characters: number; limit: number }>({
    severity: 'error',
    message: ({ characters, limit }) => `The description has ${characters} characters, more than ${limit}.`,
    hint: () => 'Say what it does and when to use it; the rest belongs in the body.',
    meaning: 'Descriptions of all skills are read together, so the convention bounds them.',
    remedy: 'Shorten the description.',
  }),
  'skill-field-invalid': define<{ key: string; wanted: string; fix?: string }>({
    severity: 'error',
    message: ({ key, wanted }) => `"${key}" must be ${wanted}.`,
    hint: ({ fix }) => (fix === undefined ? undefined : `Write:\n${fix}`),
    meaning: 'The value has another type than this key takes. YAML 1.2 knows `true` and `false`, not `yes` and `no`.',
    remedy: 'Correct the value.',
  }),
} as const;
