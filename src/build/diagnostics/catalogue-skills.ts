import { define } from './define.js';
import { didYouMean } from './suggest.js';

/** Names as a person reads them in a sentence. */
const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const because = (detail: string | undefined) => (detail === undefined || detail === '' ? '' : `: ${detail}`);

/** Diagnostics of files that a walk met, in any stage. */
const fileRows = {
  'file-link-outside': define<{ path: string; target: string }>({
    severity: 'error',
    message: ({ path, target }) =>
      `The link "${path}" leads to "${target}", which is outside of the repository's files.`,
    hint: () => 'Put a copy of the file in its place.',
    meaning:
      'A build reads only files of the repository. Links out of it, absolute links and links into .git are not followed.',
    remedy: 'Replace the link by the file, or by a relative link to a file of the repository.',
  }),
  'file-link-broken': define<{ path: string; detail?: string }>({
    severity: 'error',
    message: ({ path, detail }) => `The link "${path}" leads nowhere${because(detail)}.`,
    hint: () => 'Add the file that it points to, or remove the link.',
    meaning: 'The target of a link does not exist, or .gitignore excludes it, so that other checkouts do not have it.',
    remedy: 'Commit the target or remove the link.',
  }),
  'file-link-loop': define<{ path: string; target: string }>({
    severity: 'error',
    message: ({ path, target }) => `The link "${path}" leads back to "${target || '.'}", the folder it stands in.`,
    hint: () => 'Remove the link.',
    meaning: 'Following the link would never end.',
    remedy: 'Remove the link, or point it at a folder that does not contain it.',
  }),
  'file-name-collision': define<{ path: string; other: string }>({
    severity: 'error',
    message: ({ path, other }) =>
      `"${path}" and "${other}" are one name on systems that ignore case or normalise Unicode.`,
    hint: () => 'Rename one of them.',
    meaning:
      'On macOS and Windows only one of the two files can exist, so the same commit would give different bundles.',
    remedy: 'Rename one of the two.',
  }),
  'file-name-reserved': define<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `The name of "${path}" cannot be used on every system: ${reason}.`,
    hint: () => 'Rename it.',
    meaning: 'The repository could not be checked out everywhere, so the same commit would give different bundles.',
    remedy: 'Rename the file or folder.',
  }),
  'file-unreadable': define<{ path: string; detail?: string }>({
    severity: 'error',
    message: ({ path, detail }) => `"${path}" cannot be read${because(detail)}.`,
    hint: () => 'Check its permissions, and that it is a regular file.',
    meaning: 'The file or folder is there, but its content is out of reach.',
    remedy: 'Fix its permissions, or remove it.',
  }),
  'file-folder-ignored': define<{ path: string }>({
    severity: 'error',
    message: ({ path }) =>
      `The folder "${path}" is excluded by a .gitignore file of the repository, so nothing in it is read.`,
    hint: () => 'Take it out of .gitignore, or commit the files elsewhere.',
    meaning: 'What .gitignore excludes is not in a fresh checkout, so a build that read it could not be repeated.',
    remedy: 'Change .gitignore, or point the manifest at another folder.',
  }),
  'file-submodule': define<{ path: string }>({
    severity: 'warning',
    message: ({ path }) => `"${path}" is a git submodule; its files are not part of this commit and were not read.`,
    meaning: 'When a build reads a git ref, it sees only the commit that a submodule points to.',
    remedy: 'Nothing, if the comparison may leave it out; else copy the files into the repository.',
  }),
  'file-walk-stopped': define<{ path: string; limit: string }>({
    severity: 'error',
    message: ({ path, limit }) => `Reading stopped at "${path}": more than ${limit}.`,
    hint: () => 'Point the manifest at a folder that holds only what it names.',
    meaning: 'Walks are bounded in files and depth, so that a wrong path or a link cannot make a build endless.',
    remedy: 'Choose a smaller folder, or remove links that multiply files.',
  }),
} as const;

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

/** Diagnostics of front matter. */
const frontMatterRows = {
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

/** Diagnostics of the skills stage, and of files in general. */
export const skillsCatalogue = {
  ...fileRows,
  ...layoutRows,
  ...frontMatterRows,
  ...skillFileRows,
  ...referenceRows,
  ...selectionRows,
} as const;
