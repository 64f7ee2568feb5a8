import { didYouMean } from '../../contract/search/suggest.js';
import { quote, row } from './catalogue-row.js';

/** Diagnostics of the manifest stage: names that one part of the manifest takes from another, dates, and names that must differ. */
export const manifestNamesCatalogue = {
  'manifest-secret-undeclared': row<{ name: string; path: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ name, path, suggestions }) =>
      `Secret ${quote(name)} referenced at ${path} is not declared in secrets[].${didYouMean(suggestions)}`,
    hint: ({ name }) => `Add "- { name: ${name} }" to secrets.`,
    meaning:
      'Every secret that the manifest refers to is declared, so that setup and the Worker know what must be there.',
    remedy: 'Declare the secret, or correct its name.',
  }),
  'manifest-nonce-kv': row<{ name: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ name, suggestions }) =>
      `signing.replay.nonceKv ${quote(name)} does not match any bindings.kvNamespaces[].binding.${didYouMean(suggestions)}`,
    hint: ({ name }) =>
      `Add "- { binding: ${name}, id: … }" to bindings.kvNamespaces; an overlay that lists KV namespaces replaces those of the base.`,
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
    message: ({ tag, suggestions }) =>
      `skills.tags references unknown tag ${quote(tag)} (not in tags[]).${didYouMean(suggestions)}`,
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
    message: ({ path, value, earliest }) =>
      `${path} is ${quote(value)}, but the Worker needs the platform of ${earliest} or later.`,
    hint: ({ earliest }) => `Write ${quote(earliest)} or later; a new project takes the day it begins.`,
    meaning: 'The parts of the Worker call each other in a way that the platform has known since that day only.',
    remedy: 'Write a later date.',
  }),
  'manifest-deployment-path': row<{ value: string; path: string; root: string }>({
    severity: 'warning',
    message: ({ value, path }) =>
      `deployment.url is ${quote(value)}; the Worker answers at the root of its host, not below ${quote(path)}.`,
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
    message: ({ name, kind, path }) =>
      `"${name}" is the name of one of the runtime's own bindings, which belongs into bindings.${kind}, not into ${path}.`,
    meaning:
      'The runtime looks for bindings by name: SESSIONS, EVENTS and BUNDLE are Durable Objects, AUDIT is a D1 database, BUNDLE_CACHE a KV namespace, SKILL_DATA an R2 bucket.',
    remedy: 'Move the binding to that kind, or rename it.',
  }),
  'manifest-durable-object-class': row<{ binding: string; className: string; expected: string }>({
    severity: 'error',
    message: ({ binding, className, expected }) =>
      `The class of "${binding}" is "${expected}", not ${quote(className)}.`,
    meaning: 'The Durable Objects of the runtime are exported under fixed class names.',
    remedy: 'Write the class that the message names, or leave the binding out: it is added by itself.',
  }),
} as const;
