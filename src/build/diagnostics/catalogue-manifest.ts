import type { PathFault } from '../manifest/specs/resolve-file.js';
import { define, type CatalogueRow } from './define.js';
import { didYouMean } from './suggest.js';
import type { UrlFault } from '../manifest/checks/check-urls.js';
import type { WalkFault } from '../files/file-tree.js';

/** Every finding of this stage may be about one environment only; then the message begins with it. */
type InEnvironment<A> = A & { environment?: string };

function row<A>(definition: CatalogueRow<A>): CatalogueRow<InEnvironment<A>> {
  const { message } = definition;
  const prefix = ({ environment }: { environment?: string }) => (environment === undefined ? '' : `environments.${environment}: `);
  return define<InEnvironment<A>>({ ...definition, message: (args) => prefix(args) + message(args) });
}

/** A value in quotes, cut to what a line can hold. */
function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function listed(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping',
  array: 'a list',
  null: 'nothing',
};

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

const URL_FAULTS: Readonly<Record<UrlFault, string>> = {
  scheme: 'must begin with https:// or http://',
  insecure: 'must be https, as it is not on loopback',
  credentials: 'must not hold a user name or password',
  query: 'must not hold a query',
  fragment: 'must not hold a fragment',
  endpoint: 'must be the address of the Worker, without /mcp',
};

const PATH_FAULTS: Readonly<Record<PathFault, string>> = {
  absent: 'does not exist',
  outside: 'leads out of the repository',
  'is-file': 'is a file, not a directory',
  'is-directory': 'is a directory, not a file',
  backslash: 'holds a backslash',
};

const MANIFEST_FAULTS: Readonly<Record<string, string>> = {
  outside: 'it lies outside of the repository, or is a link that leads out of it',
  directory: 'it is a directory',
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

/** Diagnostics of the manifest stage. */
export const manifestCatalogue = {
  'manifest-absent': row<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `There is no manifest at "${path}".`,
    hint: () => 'Write one (docs/manifest.md shows the smallest), or name the file with the input "manifest" (--manifest) and its folder with "working-directory".',
    meaning: 'The manifest is where everything begins, and it is not where it was looked for.',
    remedy: 'Write `frontmcp.deploy.yaml`, or set `manifest` and `working-directory`.',
  }),
  'manifest-unreadable': row<{ path: string; fault: string; detail?: string }>({
    severity: 'error',
    message: ({ path, fault, detail = fault }) => `The manifest "${path}" cannot be read: ${MANIFEST_FAULTS[fault] ?? detail}.`,
    hint: () => 'Name a regular file inside the repository.',
    meaning: 'The path is a directory, leads out of the repository, or the system refuses to read it.',
    remedy: 'Name a regular file inside the repository.',
  }),
  'manifest-too-large': row<{ path: string; maxBytes: number }>({
    severity: 'error',
    message: ({ path, maxBytes }) => `The manifest "${path}" is larger than ${maxBytes} bytes.`,
    meaning: 'No manifest needs that much; the limit bounds the work of reading it.',
    remedy: 'Move long texts into skills.',
  }),
  'manifest-encoding': row<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `The manifest "${path}" is not UTF-8.`,
    hint: () => 'Save it as UTF-8.',
    meaning: 'YAML is read as UTF-8.',
    remedy: 'Save the file as UTF-8.',
  }),
  'manifest-empty': row({
    severity: 'error',
    message: () => 'The manifest is empty.',
    hint: () => 'docs/manifest.md shows the smallest one.',
    meaning: 'There is no value in the file.',
    remedy: 'Write a manifest; docs/manifest.md shows the smallest one.',
  }),
  'manifest-yaml': row<{ detail: string }>({
    severity: 'error',
    message: ({ detail }) => `This is not valid YAML: ${detail.replace(/\.$/, '')}.`,
    meaning: 'The YAML parser could not read the file from here on.',
    remedy: 'Mend the syntax; an editor with the schema shows the place.',
  }),
  'manifest-several-documents': row({
    severity: 'error',
    message: () => 'The manifest holds more than one YAML document.',
    hint: () => 'Remove the "---" line; environments go below the environments key.',
    meaning: 'A `---` line begins a second document.',
    remedy: 'Keep one document; use `environments` for variants.',
  }),
  'manifest-too-deep': row<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `The manifest nests deeper than ${limit} levels here.`,
    meaning: 'Depth is bounded, so that no file can exhaust the reader.',
    remedy: 'Flatten the value; no field of the manifest needs this depth.',
  }),
  'manifest-too-many-values': row<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `The manifest holds more than ${limit} values once its aliases are expanded.`,
    meaning: 'Nested aliases can make a small file enormous.',
    remedy: 'Write the values out, or use fewer aliases.',
  }),
  'manifest-alias': row<{ name: string; problem: 'unknown' | 'cycle' }>({
    severity: 'error',
    message: ({ name, problem }) =>
      problem === 'cycle' ? `The alias "*${name}" leads back into itself.` : `The alias "*${name}" has no anchor "&${name}" before it.`,
    hint: ({ problem }) => (problem === 'unknown' ? 'A text that begins with "*" needs quotes.' : undefined),
    meaning: 'An alias repeats the value that an anchor above it marks.',
    remedy: 'Add the anchor, or put quotes around a text that begins with `*`.',
  }),
  'manifest-merge-key': row({
    severity: 'error',
    message: () => 'Merge keys ("<<") are not part of YAML 1.2.',
    hint: () => 'Write the keys out; what differs between environments goes below the environments key.',
    meaning: 'Merge keys are a YAML 1.1 extension that readers treat differently.',
    remedy: 'Write the keys out, or use `environments`.',
  }),
  'manifest-tag': row<{ tag: string }>({
    severity: 'error',
    message: ({ tag }) => `The tag ${quote(tag)} has no meaning in a manifest.`,
    hint: () => 'Remove the tag; put quotes around a text that begins with "!".',
    meaning: 'Only what JSON can hold is allowed: texts, numbers, true, false, null, lists and mappings.',
    remedy: 'Remove the tag.',
  }),
  'manifest-number': row<{ source: string }>({
    severity: 'error',
    message: ({ source }) => `The number ${quote(source)} cannot be kept exactly.`,
    hint: () => 'Put it in quotes if it is a text.',
    meaning: 'JSON numbers are exact up to 2^53, and know neither infinity nor NaN.',
    remedy: 'Put ids in quotes; use a smaller number.',
  }),
  'manifest-key': row<{ key: string }>({
    severity: 'error',
    message: ({ key }) => (key === '' ? 'A key must be a text.' : `"${key}" cannot be a key.`),
    meaning: 'Keys are plain texts; names that could reach the prototype of an object are refused.',
    remedy: 'Use another key.',
  }),
  'manifest-duplicate-key': row<{ key: string; firstLine: number }>({
    severity: 'error',
    message: ({ key, firstLine }) => `The key "${key}" is already set on line ${firstLine}.`,
    meaning: 'A key stands once in a mapping; readers disagree about which one counts.',
    remedy: 'Remove one of the two, or join their values.',
  }),
  'manifest-unknown-key': row<{ path: string; key: string; known: string[]; suggestions: string[] }>({
    severity: 'error',
    message: ({ path, key, suggestions }) =>
      `Unknown key ${quote(key)} in ${path}.${didYouMean(suggestions)}`,
    hint: ({ known, suggestions }) => (suggestions.length === 0 && known.length > 0 ? `Known keys: ${known.join(', ')}.` : undefined),
    meaning: 'Every object of the manifest is strict, so that a typing mistake is never taken for a setting.',
    remedy: 'Correct the spelling or remove the key; docs/manifest.md lists every key.',
  }),
  'manifest-overlay-key': row<{ path: string; key: string }>({
    severity: 'error',
    message: ({ path, key }) => `"${key}" cannot be overridden in ${path}.`,
    hint: ({ key }) => `Set "${key}" at the top level of the manifest; it is the same in every environment.`,
    meaning: 'An overlay may set server, specs, skills, classification, bindings, auth, deployment, execution and vars.',
    remedy: 'Move the setting to the top level.',
  }),
  'manifest-missing-key': row<{ path: string; key: string; description?: string }>({
    severity: 'error',
    message: ({ path, key }) => (path === 'the manifest' ? `"${key}" is missing.` : `"${key}" is missing in ${path}.`),
    hint: ({ description }) => description,
    meaning: 'A required key is not there.',
    remedy: 'Add the key; docs/manifest.md says what it takes.',
  }),
  'manifest-auth-missing': row({
    severity: 'error',
    message: () => '"auth" is missing: the manifest must say who may use the Worker.',
    hint: () =>
      'Add a line such as "auth: { provider: oauth, oauth: { issuer: https://issuer.example.com, audience: my-mcp } }", or "auth: { provider: none }" if anybody who reaches the Worker may use it.',
    meaning: 'Leaving `auth` out never means "open to everybody"; that has to be written down.',
    remedy: 'Add `auth` with one of the providers none, apiKey, oauth, frontegg, cloudflareAccess.',
  }),
  'manifest-type': row<{ path: string; expected: string[]; actual: string; written?: string }>({
    severity: 'error',
    message: ({ path, expected, actual }) =>
      `${path} must be ${expected.map(typeName).join(' or ')}, but is ${typeName(actual)}.`,
    hint: ({ expected, actual, written }) => {
      if (written !== undefined) return `Put it in quotes: ${quote(written)}.`;
      if (actual === 'null') return 'Give it a value, or remove the key.';
      return actual === 'string' && (expected.includes('integer') || expected.includes('boolean')) ? 'Remove the quotes.' : undefined;
    },
    meaning: 'The value has another type than the field takes.',
    remedy: 'Write a value of the type that the message names; versions and ids made of digits need quotes.',
  }),
  'manifest-range': row<{ path: string; bound: 'at least' | 'at most'; limit: number; unit: string }>({
    severity: 'error',
    message: ({ path, bound, limit, unit }) =>
      unit === '' ? `${path} must be ${bound} ${limit}.` : `${path} must have ${bound} ${limit} ${limit === 1 ? unit.replace(/s$/, '') : unit}.`,
    meaning: 'The value is outside the limits of the field.',
    remedy: 'Stay within the limit that the message names.',
  }),
  'manifest-pattern': row<{ path: string; value: string; expected: string; suggestion?: string }>({
    severity: 'error',
    message: ({ path, value, expected }) => `${path} is ${quote(value)}, but must be ${expected}.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `For example: ${quote(suggestion)}.`),
    meaning: 'The text is not in the form that the field takes.',
    remedy: 'Write it in the form that the message names.',
  }),
  'manifest-url': row<{ path: string; value: string }>({
    severity: 'error',
    message: ({ path, value }) => `${path} is ${quote(value)}, which is no absolute URL.`,
    hint: () => 'Write it with its scheme, such as "https://api.example.com".',
    meaning: 'The field takes an absolute URL.',
    remedy: 'Write the URL with scheme and host.',
  }),
  'manifest-url-part': row<{ path: string; value: string; fault: UrlFault; suggestion?: string }>({
    severity: 'error',
    message: ({ path, value, fault }) => `${path} is ${quote(value)}, but it ${URL_FAULTS[fault]}.`,
    hint: ({ suggestion }) => (suggestion === undefined ? undefined : `For example: ${quote(suggestion)}.`),
    meaning: 'Other URLs are made from this one, and tokens are sent to it.',
    remedy: 'Use https (http only on loopback), and leave out user name, query and fragment.',
  }),
  'manifest-value': row<{ path: string; value: string; allowed: string[]; suggestions: string[] }>({
    severity: 'error',
    message: ({ path, value, suggestions }) => `${path} is ${quote(value)}, which is not one of its values.${didYouMean(suggestions)}`,
    hint: ({ allowed }) => `Allowed: ${allowed.join(', ')}.`,
    meaning: 'The field takes one of a few values.',
    remedy: 'Use one of the values that the hint lists.',
  }),
  'manifest-version': row<{ value: string }>({
    severity: 'error',
    message: ({ value }) => `version is ${quote(value)}, but this tool reads version 1 of the manifest.`,
    hint: () => 'Write "version: 1".',
    meaning: 'The number is the version of the manifest format, not of your server.',
    remedy: 'Write `version: 1`; the version of your server is `server.info.version`.',
  }),
  'manifest-runtime-target': row<{ value: string }>({
    severity: 'error',
    message: ({ value }) => `runtime.target "${value}" is announced by FrontMCP but does not exist yet.`,
    hint: () => 'Write "target: cloudflare-worker".',
    meaning: 'Only Cloudflare Workers can be deployed to.',
    remedy: 'Use `cloudflare-worker`.',
  }),
  'manifest-choice': row<{ path: string; keys: string[]; written: string[]; several: boolean; suggestions: string[] }>({
    severity: 'error',
    message: ({ path, keys, written, several, suggestions }) =>
      `${path} needs ${several ? 'at least' : 'exactly'} one of ${listed(keys)}; ` +
      (written.length === 0 ? 'it is empty.' : `it has ${listed(written)}.${didYouMean(suggestions)}`),
    meaning: 'The keys exclude each other, or one of them has to be there.',
    remedy: 'Keep one of the keys that the message lists.',
  }),
  'manifest-variable-missing': row<{ name: string; path: string; isEmpty: boolean }>({
    severity: 'error',
    message: ({ name, path, isEmpty }) => `The variable "${name}" that ${path} asks for is ${isEmpty ? 'empty' : 'not set'}.`,
    hint: ({ name, isEmpty }) =>
      `Set ${name} in the env of the step${isEmpty ? ' (an expression such as ${{ vars.' + name + ' }} is empty when the variable does not exist)' : ''}.`,
    meaning: '`${env:NAME}` is filled from the environment of the process, and never with nothing.',
    remedy: 'Set the variable where the command or the action runs.',
  }),
  'manifest-variable-malformed': row<{ text: string; path: string }>({
    severity: 'error',
    message: ({ text, path }) => `${quote(text)} in ${path} is no variable.`,
    hint: () => 'Write ${env:NAME}, with letters, digits and "_" in the name, and set NAME where the command runs. There are no defaults.',
    meaning: 'Something looks like a variable but is not in the one form that is filled in.',
    remedy: 'Write `${env:NAME}`; GitHub expressions belong into the workflow, which sets the variable.',
  }),
  'manifest-variable-refused': row<{ name: string; reason: 'secret' | 'runner' }>({
    severity: 'error',
    message: ({ name, reason }) =>
      reason === 'secret'
        ? `"${name}" is a secret, and secrets never stand in a bundle.`
        : `"${name}" belongs to the runner and cannot be used in a manifest.`,
    hint: ({ name, reason }) =>
      reason === 'secret' ? `Use a field that takes the name of a secret, such as "secret: ${name}".` : 'Pass the value under a name of its own.',
    meaning: 'What a variable holds becomes part of the bundle, which is no place for credentials.',
    remedy: 'Name secrets in the fields made for it; use variables for ids and addresses.',
  }),
  'manifest-unknown-environment': row<{ name: string; known: string[]; suggestions: string[] }>({
    severity: 'error',
    message: ({ name, suggestions }) => `There is no environment ${quote(name)}.${didYouMean(suggestions)}`,
    hint: ({ known }) => (known.length === 0 ? 'The manifest has no environments; leave the environment out.' : `There are: ${known.join(', ')}.`),
    meaning: 'The environment that was asked for is not below `environments`.',
    remedy: 'Use one that is there, or add it.',
  }),
  'manifest-environment-reserved': row<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `"${name}" cannot be the name of an environment.`,
    hint: () => 'It is what the manifest without an overlay is called.',
    meaning: 'A push for the manifest without an overlay says `base`.',
    remedy: 'Choose another name.',
  }),
  'manifest-worker-shared': row<{ workerName: string; other: string }>({
    severity: 'warning',
    message: ({ workerName, other }) => `The Worker "${workerName}" is also the one of environments.${other}.`,
    hint: () => 'Set deployment.workerName in the overlays, or remove it from the base so that each environment gets a name of its own.',
    meaning: 'In one Cloudflare account the second deployment takes the place of the first.',
    remedy: 'Give each environment its own `deployment.workerName`, unless they use different accounts.',
  }),
  'manifest-secret-undeclared': row<{ name: string; path: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ name, path, suggestions }) =>
      `Secret ${quote(name)} referenced at ${path} is not declared in secrets[].${didYouMean(suggestions)}`,
    hint: ({ name }) => `Add "- { name: ${name} }" to secrets.`,
    meaning: 'Every secret that the manifest refers to is declared, so that setup and the Worker know what must be there.',
    remedy: 'Declare the secret, or correct its name.',
  }),
  'manifest-nonce-kv': row<{ name: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ name, suggestions }) =>
      `signing.replay.nonceKv ${quote(name)} does not match any bindings.kvNamespaces[].binding.${didYouMean(suggestions)}`,
    hint: ({ name }) => `Add "- { binding: ${name}, id: … }" to bindings.kvNamespaces; an overlay that lists KV namespaces replaces those of the base.`,
    meaning: 'The replay guard names a KV namespace that must be bound.',
    remedy: 'Declare the namespace, or name one that is declared.',
  }),
  'manifest-always-load': row<{ id: string; suggestion: string }>({
    severity: 'error',
    message: ({ id }) => `skills.alwaysLoad entry ${quote(id)} is not a valid kebab-case skill id.`,
    hint: ({ suggestion }) => (suggestion === '' ? undefined : `For example: ${quote(suggestion)}.`),
    meaning: 'Skill ids are folder names in kebab case: lower-case letters, digits and dashes.',
    remedy: 'Write the id of the skill, which is the name of its folder.',
  }),
  'manifest-tag-unknown': row<{ tag: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ tag, suggestions }) => `skills.tags references unknown tag ${quote(tag)} (not in tags[]).${didYouMean(suggestions)}`,
    hint: ({ tag }) => `Add "- { name: ${tag} }" to tags, or correct the filter.`,
    meaning: 'When the manifest declares its tags, filters may name only those.',
    remedy: 'Declare the tag, or correct its name.',
  }),
  'manifest-date': row<{ path: string; value: string }>({
    severity: 'error',
    message: ({ path, value }) => `${path} is ${quote(value)}, which is no day of the calendar.`,
    meaning: 'The date has the right form, but there is no such day.',
    remedy: 'Write a date that exists.',
  }),
  'manifest-date-early': row<{ path: string; value: string; earliest: string }>({
    severity: 'error',
    message: ({ path, value, earliest }) => `${path} is ${quote(value)}, but the Worker needs the platform of ${earliest} or later.`,
    hint: ({ earliest }) => `Write ${quote(earliest)} or later; a new project takes the day it begins.`,
    meaning: 'The parts of the Worker call each other in a way that the platform has known since that day only.',
    remedy: 'Write a later date.',
  }),
  'manifest-deployment-path': row<{ value: string; path: string; root: string }>({
    severity: 'warning',
    message: ({ value, path }) => `deployment.url is ${quote(value)}; the Worker answers at the root of its host, not below ${quote(path)}.`,
    hint: ({ root }) => `Write ${quote(root)}, unless a proxy in front of the Worker takes the path off.`,
    meaning: 'Pushes and clients are sent below the path, where the Worker itself has nothing.',
    remedy: 'Give the Worker a host of its own, or let a proxy take the path off.',
  }),
  'manifest-duplicate-name': row<{ what: string; name: string; firstLine: number }>({
    severity: 'error',
    message: ({ what, name, firstLine }) => `The ${what} ${quote(name)} is already listed on line ${firstLine}.`,
    meaning: 'The name tells the entries of the list apart.',
    remedy: 'Remove one of the two, or rename it.',
  }),
  'manifest-binding-duplicate': row<{ name: string; path: string; firstPath: string; firstLine: number }>({
    severity: 'error',
    message: ({ name, path, firstPath, firstLine }) =>
      `The name ${quote(name)} in ${path} is already taken by ${firstPath} on line ${firstLine}.`,
    hint: () => 'Bindings of all kinds, vars and secrets share one namespace in a Worker.',
    meaning: 'A Worker finds bindings, variables and secrets in one object, by name.',
    remedy: 'Rename one of the two.',
  }),
  'manifest-binding-kind': row<{ name: string; kind: string; path: string }>({
    severity: 'error',
    message: ({ name, kind, path }) => `"${name}" is the name of one of the runtime's own bindings, which belongs into bindings.${kind}, not into ${path}.`,
    meaning: 'The runtime looks for bindings by name: SESSIONS, EVENTS and BUNDLE are Durable Objects, AUDIT is a D1 database, BUNDLE_CACHE a KV namespace, SKILL_DATA an R2 bucket.',
    remedy: 'Move the binding to that kind, or rename it.',
  }),
  'manifest-durable-object-class': row<{ binding: string; className: string; expected: string }>({
    severity: 'error',
    message: ({ binding, className, expected }) => `The class of "${binding}" is "${expected}", not ${quote(className)}.`,
    meaning: 'The Durable Objects of the runtime are exported under fixed class names.',
    remedy: 'Write the class that the message names, or leave the binding out: it is added by itself.',
  }),
  'manifest-path': row<{ field: string; path: string; fault: PathFault; suggestion?: string }>({
    severity: 'error',
    message: ({ field, path, fault, suggestion }) =>
      `${field} ${quote(path)} ${PATH_FAULTS[fault]}.${fault === 'absent' && suggestion !== undefined ? didYouMean([suggestion]) : ''}`,
    hint: ({ field, path, fault, suggestion }) => {
      if (fault === 'absent') return 'Paths are relative to the manifest.';
      if (fault === 'outside') return 'Copy the files into the repository; paths are relative to the manifest.';
      if (fault === 'backslash' && suggestion !== undefined) return `Write ${quote(suggestion)}.`;
      if (field === 'specs' && fault === 'is-file') return `Write a list: specs: [${path}].`;
      return fault === 'is-directory' && /^specs\[\d+\]/.test(field) ? `All specs of a directory: write "specs: ${path}" instead of the list.` : undefined;
    },
    meaning: 'A file or directory that the manifest names is not there, is of the wrong kind, or is not part of the repository.',
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
    message: ({ path, fault, detail }) => `"${path}" cannot be read as a spec: it ${WALK_FAULTS[fault] ?? 'is not readable'}${detail === undefined ? '' : ` (${detail})`}.`,
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
    hint: ({ binding, fault }) => (fault === 'reserved' ? `Set bindingName, for example "${binding}Api".` : 'Set bindingName to an identifier.'),
    meaning: 'Scripts reach a spec as a namespace with this name, which must not hide a name of the language or of AgentScript.',
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
    message: ({ path, credential, provider }) => `${path} uses ${credential}, but auth.provider "${provider}" gives the Worker no token for it.`,
    hint: ({ credential }) =>
      credential === 'passthrough' ? 'Use auth.provider oauth or frontegg, or a secret.' : 'Use auth.provider oauth, frontegg or cloudflareAccess, or clientCredentials.',
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
