import { didYouMean } from '../../contract/search/suggest.js';
import { listed, quote, row } from './catalogue-row.js';

/** What a URL may not hold where it is the base of others. */
export type UrlFault = 'scheme' | 'insecure' | 'credentials' | 'query' | 'fragment' | 'endpoint';

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

/** Diagnostics of the manifest stage: fields by themselves: what the schema asks of each. */
export const manifestFieldsCatalogue = {
  'manifest-unknown-key': row<{ path: string; key: string; known: string[]; suggestions: string[] }>({
    severity: 'error',
    message: ({ path, key, suggestions }) => `Unknown key ${quote(key)} in ${path}.${didYouMean(suggestions)}`,
    hint: ({ known, suggestions }) =>
      suggestions.length === 0 && known.length > 0 ? `Known keys: ${known.join(', ')}.` : undefined,
    meaning: 'Every object of the manifest is strict, so that a typing mistake is never taken for a setting.',
    remedy: 'Correct the spelling or remove the key; docs/manifest.md lists every key.',
  }),
  'manifest-overlay-key': row<{ path: string; key: string }>({
    severity: 'error',
    message: ({ path, key }) => `"${key}" cannot be overridden in ${path}.`,
    hint: ({ key }) => `Set "${key}" at the top level of the manifest; it is the same in every environment.`,
    meaning:
      'An overlay may set server, specs, skills, classification, bindings, auth, deployment, execution and vars.',
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
      if (actual !== 'string') return undefined;
      if (expected.includes('boolean')) return 'Write true or false, without quotes.';
      return expected.includes('integer') ? 'Write a plain number, without quotes or a unit.' : undefined;
    },
    meaning: 'The value has another type than the field takes.',
    remedy: 'Write a value of the type that the message names; versions and ids made of digits need quotes.',
  }),
  'manifest-range': row<{ path: string; bound: 'at least' | 'at most'; limit: number; unit: string }>({
    severity: 'error',
    message: ({ path, bound, limit, unit }) =>
      unit === ''
        ? `${path} must be ${bound} ${limit}.`
        : `${path} must have ${bound} ${limit} ${limit === 1 ? unit.replace(/s$/, '') : unit}.`,
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
    message: ({ path, value, suggestions }) =>
      `${path} is ${quote(value)}, which is not one of its values.${didYouMean(suggestions)}`,
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
} as const;
