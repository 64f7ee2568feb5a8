import { define } from './catalogue-row.js';

const because = (detail: string | undefined) => (detail === undefined || detail === '' ? '' : `: ${detail}`);

/** Diagnostics of files that a walk met, in any stage. */
export const filesCatalogue = {
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
