import { didYouMean } from '../../contract/search/suggest.js';
import { define } from './catalogue-row.js';

/** Names as a person reads them in a sentence. */
const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** Diagnostics of how skills lie in their folder. */
const layoutRows = {
  'skills-too-many': define<{ count: number; limit: number }>({
    severity: 'error',
    message: ({ count, limit }) => `There are ${count} skills, more than ${limit}.`,
    meaning: 'A bundle holds at most 1,000 skills.',
    remedy: 'Join skills, or split the project.',
  }),
  'skill-at-top': define<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `"${path}" stands in the folder of all skills, so its skill has no name.`,
    hint: () => 'Move it into a folder named after the skill, such as skills/refund/SKILL.md.',
    meaning: 'The folder that holds a SKILL.md gives the skill its id; the top folder holds many skills.',
    remedy: 'Move the file, and what belongs to it, into a folder of its own.',
  }),
  'skill-nested': define<{ path: string; outer: string }>({
    severity: 'warning',
    message: ({ path, outer }) =>
      `"${path}" lies inside the skill "${outer}", so it is carried as a file of that skill and is no skill itself.`,
    hint: ({ outer }) => `To make it a skill, move its folder out of "${outer}".`,
    meaning:
      'Everything below a SKILL.md belongs to that skill. Templates and examples that contain a SKILL.md are fine.',
    remedy: 'Nothing for a template; else move the inner skill beside the outer one.',
  }),
  'skill-file-case': define<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `"${path}" is not read as a skill, because the file must be called SKILL.md in capitals.`,
    hint: ({ path }) =>
      `Rename it: git mv ${JSON.stringify(path)} ${JSON.stringify(path.replace(/[^/]*$/, 'SKILL.md'))}`,
    meaning: 'Clients ask for SKILL.md by exactly this name.',
    remedy: 'Rename the file.',
  }),
  'skill-duplicate': define<{ id: string; first: string; second: string }>({
    severity: 'error',
    message: ({ id, first, second }) => `Two skills have the id "${id}": "${first}" and "${second}".`,
    hint: () => 'Rename one of the folders, and the name in its front matter.',
    meaning: 'The last folder name is the id of a skill, and ids are unique in a project.',
    remedy: 'Rename one of the folders.',
  }),
  'skill-id-invalid': define<{ id: string; suggestion?: string }>({
    severity: 'error',
    message: ({ id }) =>
      `The folder name "${id}" cannot be the id of a skill: lower-case letters, digits and single hyphens, at most 64 characters.`,
    hint: ({ suggestion }) => (suggestion ? `Rename the folder to "${suggestion}".` : 'Rename the folder.'),
    meaning: 'The last folder name is the id of a skill, and part of its address for MCP clients.',
    remedy: 'Rename the folder, and the name in the front matter with it.',
  }),
} as const;

/** Diagnostics of the files of a skill. */
const skillFileRows = {
  'skill-too-many-files': define<{ id: string; count: number; limit: number }>({
    severity: 'error',
    message: ({ id, count, limit }) => `The skill "${id}" has ${count} files, more than ${limit}.`,
    hint: () => 'Remove files that agents do not read, or split the skill.',
    meaning: 'A skill holds at most 2,048 files.',
    remedy: 'Split the skill.',
  }),
  'skill-too-large': define<{ id: string; bytes: number; limit: number }>({
    severity: 'error',
    message: ({ id, bytes, limit }) =>
      `The files of the skill "${id}" are ${bytes} bytes together, more than ${limit}.`,
    hint: () => 'Remove files that agents do not read.',
    meaning: 'A build holds all files of a skill in memory.',
    remedy: 'Move large data behind an API.',
  }),
  'skill-beyond-hosts': define<{ id: string; files: number; bytes: number; maxFiles: number; maxBytes: number }>({
    severity: 'warning',
    message: ({ id, files, bytes, maxFiles, maxBytes }) =>
      `The skill "${id}" has ${files} files of ${bytes} bytes together; MCP clients need not accept more than ${maxFiles} files and ${maxBytes} bytes.`,
    hint: () => 'Remove files that agents do not read, or split the skill.',
    meaning:
      'The MCP skills extension obliges clients to accept up to 512 files and 16 MiB a skill. Search, describe and execute work beyond it.',
    remedy: 'Split the skill, if clients shall load it as a whole.',
  }),
  'skill-file-too-large': define<{ path: string; bytes: number; limit: number }>({
    severity: 'error',
    message: ({ path, bytes, limit }) => `"${path}" is ${bytes} bytes, more than ${limit}.`,
    hint: () => 'Shorten it, split it, or serve the data through an API.',
    meaning: 'A file of a skill is at most 25 MiB, the limit of the stores; SKILL.md itself is at most 1 MiB.',
    remedy: 'Make the file smaller.',
  }),
  'skill-file-not-utf8': define<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `"${path}" is not UTF-8 text.`,
    hint: () => 'Save it as UTF-8.',
    meaning: 'Markdown must be UTF-8; this file is in another encoding (UTF-16, Latin-1) or is no text.',
    remedy: 'Convert the file to UTF-8.',
  }),
  'skill-file-lfs-pointer': define<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `"${path}" is a Git LFS pointer, not the file itself.`,
    hint: () => 'Check out with LFS: "lfs: true" for actions/checkout, "git lfs pull" elsewhere.',
    meaning: 'The content lies in Git LFS and was not downloaded.',
    remedy: 'Download LFS files before the build, or take the file out of LFS.',
  }),
  'skill-file-name-forbidden': define<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `The name of "${path}" is not allowed in a bundle.`,
    hint: () => 'Rename it.',
    meaning: 'Files are keys of the bundle, and `__proto__`, `constructor` and `prototype` are refused as keys.',
    remedy: 'Rename the file.',
  }),
  'skill-hidden-file': define<{ path: string }>({
    severity: 'notice',
    message: ({ path }) => `"${path}" is not part of the skill, because its name begins with a dot.`,
    meaning: 'Names that begin with a dot are settings and secrets of tools (.env), which agents must not see.',
    remedy: 'Rename the file if agents shall read it.',
  }),
} as const;

/** Diagnostics of references in markdown. */
const referenceRows = {
  'skill-op-reference-malformed': define<{ written: string; problem: string; fix?: string }>({
    severity: 'warning',
    message: ({ written, problem }) => `"${written}" is no reference to an operation: ${problem}.`,
    hint: ({ fix }) =>
      fix === undefined ? 'Write op://<spec>/<operation> or [[op:<spec>/<operation>]].' : `Write ${fix}.`,
    meaning: 'It looks like an op reference but names no operation, so the skill gains nothing by it.',
    remedy: 'Complete the reference, or reword the text.',
  }),
  'skill-references-malformed': define<{ count: number }>({
    severity: 'warning',
    message: ({ count }) => `The file has ${count} more malformed references.`,
    meaning: 'Only the first ones of a file are listed one by one.',
    remedy: 'Correct the ones listed first.',
  }),
  'skill-file-reference-missing': define<{ written: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ written, suggestions }) =>
      `The skill has no file "${written}", neither in references/ nor at its top.${didYouMean(suggestions)}`,
    hint: ({ written, suggestions }) =>
      suggestions.length === 0 ? `Add references/${written}, or correct the reference.` : undefined,
    meaning: 'A `[[ref:…]]` names a file of the same skill, which describe sends along.',
    remedy: 'Correct the name or add the file.',
  }),
  'skill-file-reference-malformed': define<{ written: string; problem: string }>({
    severity: 'error',
    message: ({ written, problem }) => `"${written}" is no reference to a file of the skill: ${problem}.`,
    hint: () => 'Write [[ref:<file>]] with a path below references/ or below the folder of the skill.',
    meaning: 'A `[[ref:…]]` names a file of the same skill and cannot leave it.',
    remedy: 'Correct the reference.',
  }),
} as const;

/** Diagnostics of what the manifest says about skills. */
const selectionRows = {
  'skill-always-load-unknown': define<{ id: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ id, suggestions }) =>
      `"skills.alwaysLoad" names "${id}", and there is no such skill.${didYouMean(suggestions)}`,
    meaning: '`skills.alwaysLoad` lists ids of skills, which are names of folders.',
    remedy: 'Correct the id or add the skill.',
  }),
  'skill-always-load-excluded': define<{ id: string; tags: string[] }>({
    severity: 'warning',
    message: ({ id, tags }) => `"${id}" is to be always loaded, but the tag filter excludes it (${quoted(tags)}).`,
    hint: () => 'Take it out of "skills.alwaysLoad", or change "skills.tags.exclude".',
    meaning: '`skills.tags.exclude` wins over `skills.alwaysLoad`; `skills.tags.include` does not.',
    remedy: 'Decide for one of the two.',
  }),
  'skill-access-unknown': define<{ id: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ id, suggestions }) =>
      `"skills.access" names "${id}", and there is no such skill.${didYouMean(suggestions)}`,
    meaning: 'A rule for a skill that does not exist protects nothing; a misspelt one leaves the real skill open.',
    remedy: 'Correct the id or remove the rule.',
  }),
  'skill-tag-unknown': define<{ tag: string; suggestions: string[] }>({
    severity: 'warning',
    message: ({ tag, suggestions }) =>
      `No skill has the tag "${tag}", and it is not declared in "tags".${didYouMean(suggestions)}`,
    meaning: 'A tag filter that matches nothing is mostly a misspelling. Tags of the operations of a skill count.',
    remedy: 'Correct the tag, or declare it in `tags`.',
  }),
} as const;

/** Diagnostics of the skills stage, besides those of front matter and of files in general. */
export const skillsCatalogue = { ...layoutRows, ...skillFileRows, ...referenceRows, ...selectionRows } as const;
