import { didYouMean } from '../../contract/search/suggest.js';
import { quote, row } from './catalogue-row.js';

/** Diagnostics of the manifest stage: variables and environments. */
export const manifestEnvironmentsCatalogue = {
  'manifest-variable-missing': row<{ name: string; path: string; isEmpty: boolean }>({
    severity: 'error',
    message: ({ name, path, isEmpty }) =>
      `The variable "${name}" that ${path} asks for is ${isEmpty ? 'empty' : 'not set'}.`,
    hint: ({ name, isEmpty }) =>
      `Set ${name} in the env of the step${isEmpty ? ' (an expression such as ${{ vars.' + name + ' }} is empty when the variable does not exist)' : ''}.`,
    meaning: '`${env:NAME}` is filled from the environment of the process, and never with nothing.',
    remedy: 'Set the variable where the command or the action runs.',
  }),
  'manifest-variable-malformed': row<{ text: string; path: string }>({
    severity: 'error',
    message: ({ text, path }) => `${quote(text)} in ${path} is no variable.`,
    hint: () =>
      'Write ${env:NAME}, with letters, digits and "_" in the name, and set NAME where the command runs. There are no defaults.',
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
      reason === 'secret'
        ? `Use a field that takes the name of a secret, such as "secret: ${name}".`
        : 'Pass the value under a name of its own.',
    meaning: 'What a variable holds becomes part of the bundle, which is no place for credentials.',
    remedy: 'Name secrets in the fields made for it; use variables for ids and addresses.',
  }),
  'manifest-unknown-environment': row<{ name: string; known: string[]; suggestions: string[] }>({
    severity: 'error',
    message: ({ name, suggestions }) => `There is no environment ${quote(name)}.${didYouMean(suggestions)}`,
    hint: ({ known }) =>
      known.length === 0
        ? 'The manifest has no environments; leave the environment out.'
        : `There are: ${known.join(', ')}.`,
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
    hint: () =>
      'Set deployment.workerName in the overlays, or remove it from the base so that each environment gets a name of its own.',
    meaning: 'In one Cloudflare account the second deployment takes the place of the first.',
    remedy: 'Give each environment its own `deployment.workerName`, unless they use different accounts.',
  }),
} as const;
