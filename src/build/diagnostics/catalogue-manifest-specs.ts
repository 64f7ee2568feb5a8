import { didYouMean } from '../../contract/search/suggest.js';
import type { WalkFault } from '../files/file-tree.js';
import { quote, row } from './catalogue-row.js';

/** Why a path of the manifest cannot be used. */
export type PathFault = 'absent' | 'outside' | 'is-file' | 'is-directory' | 'backslash';

const PATH_FAULTS: Readonly<Record<PathFault, string>> = {
  absent: 'does not exist',
  outside: 'leads out of the repository',
  'is-file': 'is a file, not a directory',
  'is-directory': 'is a directory, not a file',
  backslash: 'holds a backslash',
};

const WALK_FAULTS: Readonly<Partial<Record<WalkFault, string>>> = {
  'link-outside': 'is a link that leads out of the repository',
  'link-broken': 'is a link that leads nowhere',
  'link-loop': 'is a link that leads back to a folder it stands in',
  ignored: 'is excluded by .gitignore',
  'too-many': 'holds more files than can be looked through',
  'too-deep': 'nests deeper than can be looked through',
  submodule: 'is a submodule, whose files are not part of this repository',
};

/** Diagnostics of the manifest stage: specs, the paths of files, and credentials of specs. */
export const manifestSpecsCatalogue = {
  'manifest-path': row<{ field: string; path: string; fault: PathFault; suggestion?: string }>({
    severity: 'error',
    message: ({ field, path, fault, suggestion }) =>
      `${field} ${quote(path)} ${PATH_FAULTS[fault]}.${fault === 'absent' && suggestion !== undefined ? didYouMean([suggestion]) : ''}`,
    hint: ({ field, path, fault, suggestion }) => {
      if (fault === 'absent') return 'Paths are relative to the manifest.';
      if (fault === 'outside') return 'Copy the files into the repository; paths are relative to the manifest.';
      if (fault === 'backslash' && suggestion !== undefined) return `Write ${quote(suggestion)}.`;
      if (field === 'specs' && fault === 'is-file') return `Write a list: specs: [${path}].`;
      return fault === 'is-directory' && /^specs\[\d+\]/.test(field)
        ? `All specs of a directory: write "specs: ${path}" instead of the list.`
        : undefined;
    },
    meaning:
      'A file or directory that the manifest names is not there, is of the wrong kind, or is not part of the repository.',
    remedy: 'Correct the path. Links count: what they lead to must be inside the repository too.',
  }),
  'manifest-spec-url': row<{ field: string; url: string; file: string; command: string }>({
    severity: 'error',
    message: ({ field, url }) => `${field} is the URL ${quote(url)}, but a build reads files, never the network.`,
    hint: ({ command, file }) => `Vendor it: run "${command}", commit the file, and write "${file}".`,
    meaning: 'The bundle of a commit is the same on every machine, so everything in it is in the repository.',
    remedy: 'Download the document into the repository and refer to the file.',
  }),
  'manifest-specs-empty': row<{ path: string }>({
    severity: 'warning',
    message: ({ path }) => `There is no .json, .yaml or .yml file in ${quote(path)}.`,
    hint: () => 'Files in folders below it do not count; list them one by one.',
    meaning: 'A directory of specs is read without the folders below it.',
    remedy: 'Put the OpenAPI files there, or name them in a list.',
  }),
  'manifest-spec-walk': row<{ path: string; fault: WalkFault; detail?: string }>({
    severity: 'error',
    message: ({ path, fault, detail }) =>
      `"${path}" cannot be read as a spec: it ${WALK_FAULTS[fault] ?? 'is not readable'}${detail === undefined ? '' : ` (${detail})`}.`,
    meaning: 'Something in the directory of specs is not a file of this repository.',
    remedy: 'Replace links by the files they lead to, and make sure git tracks them.',
  }),
  'manifest-spec-id': row<{ file: string }>({
    severity: 'error',
    message: ({ file }) => `No spec id can be made from the file name "${file}".`,
    hint: ({ file }) => `List it with an id: "- { id: my-api, spec: ${file} }".`,
    meaning: 'The id of a spec given by its path is the file name without its ending, and needs a letter or digit.',
    remedy: 'Rename the file, or list it with an `id`.',
  }),
  'manifest-spec-duplicate': row<{ id: string; file: string; otherId: string; otherFile: string; firstLine?: number }>({
    severity: 'error',
    message: ({ id, file, otherId, otherFile, firstLine }) =>
      `The spec id ${quote(id)} of "${file}" is already ${id === otherId ? 'taken by' : `taken, as ${quote(otherId)}, by`} "${otherFile}"${firstLine === undefined ? '' : ` on line ${firstLine}`}.`,
    hint: () => 'List the files with an id of their own; ids that differ only by case count as the same.',
    meaning: 'Op references name a spec by its id.',
    remedy: 'Give each spec its own `id`.',
  }),
  'manifest-spec-binding': row<{ id: string; binding: string; fault: 'reserved' | 'empty' | 'long' }>({
    severity: 'error',
    message: ({ id, binding, fault }) => {
      if (fault === 'reserved') return `The binding name "${binding}" of the spec "${id}" is reserved in AgentScript.`;
      return fault === 'long'
        ? `The binding name that follows from the spec id "${id}" is too long.`
        : `No binding name follows from the spec id "${id}".`;
    },
    hint: ({ binding, fault }) =>
      fault === 'reserved' ? `Set bindingName, for example "${binding}Api".` : 'Set bindingName to an identifier.',
    meaning:
      'Scripts reach a spec as a namespace with this name, which must not hide a name of the language or of AgentScript.',
    remedy: 'Set `bindingName` to another identifier.',
  }),
  'manifest-spec-binding-duplicate': row<{ binding: string; id: string; otherId: string; firstLine?: number }>({
    severity: 'error',
    message: ({ binding, id, otherId, firstLine }) =>
      `The specs "${id}" and "${otherId}"${firstLine === undefined ? '' : ` (line ${firstLine})`} have the same binding name "${binding}".`,
    hint: () => 'Set bindingName for one of them; names that differ only by case count as the same.',
    meaning: 'Scripts reach each spec as a namespace of its own.',
    remedy: 'Set `bindingName` for one of the two.',
  }),
  'manifest-spec-auth-off': row<{ path: string }>({
    severity: 'warning',
    message: ({ path }) => `${path} is false: the API is called without any credential.`,
    hint: () => 'Remove the line if the API has no security schemes; name a credential if it has.',
    meaning: '`auth: false` sends nothing, even where the document asks for it.',
    remedy: 'Name a credential for each security scheme, unless the API is public.',
  }),
  'manifest-needs-token': row<{ path: string; credential: 'tokenExchange' | 'passthrough'; provider: string }>({
    severity: 'error',
    message: ({ path, credential, provider }) =>
      `${path} uses ${credential}, but auth.provider "${provider}" gives the Worker no token for it.`,
    hint: ({ credential }) =>
      credential === 'passthrough'
        ? 'Use auth.provider oauth or frontegg, or a secret.'
        : 'Use auth.provider oauth, frontegg or cloudflareAccess, or clientCredentials.',
    meaning: "The caller's token is exchanged or passed on, so callers must bring one that is meant for it.",
    remedy: 'Change the provider, or use another credential.',
  }),
  'manifest-passthrough-audience': row<{ path: string; audience: string; api: string }>({
    severity: 'error',
    message: ({ path, audience, api }) => `${path} passes tokens for "${audience}" on to "${api}".`,
    hint: () => 'Use tokenExchange to get a token for the API.',
    meaning: 'A token may only be sent to the audience it was issued for.',
    remedy: 'Use `tokenExchange`, or an audience that is the API itself.',
  }),
} as const;
