import { didYouMean } from '../../contract/search/suggest.js';
import { define } from './catalogue-row.js';

const q = (text: string): string => JSON.stringify(text);

const SERVER_FAULTS: Record<string, string> = {
  relative: 'is relative',
  insecure: 'is not https',
  invalid: 'is not a plain http(s) URL without credentials, query and fragment',
};

/** Diagnostics of the openapi stage: servers, and how the Worker signs in. */
export const openapiServicesCatalogue = {
  'openapi-server': define<{ spec: string; url: string; fault: string; fromManifest: boolean }>({
    severity: 'error',
    message: ({ spec, url, fault, fromManifest }) =>
      `The ${fromManifest ? 'baseUrl' : 'server'} ${q(url)} of the spec ${q(spec)} ${SERVER_FAULTS[fault] ?? fault}.`,
    hint: ({ fault, fromManifest }) =>
      fault === 'insecure'
        ? 'Use https; http is allowed only to loopback.'
        : fromManifest
          ? undefined
          : 'Add `baseUrl: https://…` to the spec in the manifest.',
    meaning: 'Requests go to an absolute https URL (http only to loopback), which the signed bundle names.',
    remedy: 'Set `specs[].baseUrl`.',
  }),
  'openapi-server-index': define<{ spec: string; index: number; count: number }>({
    severity: 'error',
    message: ({ spec, index, count }) => `The spec ${q(spec)} has no server ${index}: its document lists ${count}.`,
    hint: () => 'Servers are counted from 0.',
    meaning: '`specs[].server` chooses an entry of the document’s `servers`.',
    remedy: 'Choose an entry that exists, or set `specs[].baseUrl`.',
  }),
  'openapi-server-variable': define<{ spec: string; variable: string; value?: string; allowed: string[] }>({
    severity: 'error',
    message: ({ spec, variable, value }) =>
      value === undefined
        ? `The server of the spec ${q(spec)} needs a value for the variable ${q(variable)}.`
        : `The server variable ${q(variable)} of the spec ${q(spec)} cannot be ${q(value)}.`,
    hint: ({ variable, allowed }) =>
      allowed.length > 0
        ? `Allowed are ${allowed.slice(0, 10).map(q).join(', ')}.`
        : `Add \`serverVariables: { ${variable}: … }\` to the spec in the manifest.`,
    meaning: 'A server URL has variables; each needs a value that its enumeration allows.',
    remedy: 'Set `specs[].serverVariables`.',
  }),
  'openapi-server-variable-unknown': define<{ spec: string; variable: string; suggestions: string[] }>({
    severity: 'warning',
    message: ({ spec, variable, suggestions }) =>
      `The server of the spec ${q(spec)} has no variable ${q(variable)}.${didYouMean(suggestions)}`,
    meaning: '`specs[].serverVariables` sets what the server’s URL does not contain.',
    remedy: 'Correct the name, or remove it.',
  }),
  'openapi-server-overridden': define<{ operation: string; url: string }>({
    severity: 'notice',
    message: ({ operation, url }) => `${operation} has the server ${q(url)} of its own; \`baseUrl\` wins.`,
    meaning:
      'The description sends some operations to another host, such as an upload host; the manifest’s `baseUrl` replaces it too.',
    remedy:
      'Nothing, if the base URL serves these operations; else list the operation in a spec entry without `baseUrl`.',
  }),
  'openapi-auth-unbound': define<{ spec: string; schemes: string[]; operation: string }>({
    severity: 'error',
    message: ({ spec, schemes, operation }) =>
      `${operation} signs in with ${schemes.map(q).join(' and ')}, which the spec ${q(spec)} binds to no secret.`,
    hint: ({ spec, schemes }) =>
      `Add to the spec ${q(spec)} in the manifest, and declare the secret in \`secrets\`:\n    auth:\n${schemes
        .map((scheme) => `      ${yamlKey(scheme)}: { secret: ${secretName(spec, scheme, schemes)} }`)
        .join('\n')}`,
    meaning: 'The description says that the API wants a credential; the manifest must say which secret holds it.',
    remedy: 'Add `auth` to the spec, or `auth: false` to send nothing.',
  }),
  'openapi-auth-unsupported': define<{ spec: string; scheme: string; reason: string; operation: string }>({
    severity: 'error',
    message: ({ scheme, reason, operation }) =>
      `${operation} signs in with ${q(scheme)}, which cannot be used: ${reason}.`,
    hint: () => 'Use `auth: false` on the spec to send nothing.',
    meaning: 'Every way to sign in that the description offers is unknown or cannot be done from a Worker.',
    remedy: 'Declare a scheme of the types http (bearer, basic), apiKey, oauth2 or openIdConnect.',
  }),
  'openapi-auth-mismatch': define<{ spec: string; scheme: string; kind: string }>({
    severity: 'error',
    message: ({ spec, scheme, kind }) =>
      `The scheme ${q(scheme)} of the spec ${q(spec)} is ${kind}, which takes a static secret.`,
    hint: ({ scheme }) => `Write \`${yamlKey(scheme)}: { secret: NAME }\`.`,
    meaning: 'Tokens that the Worker fetches or passes on travel as bearer tokens only.',
    remedy: 'Bind the scheme to a secret.',
  }),
  'openapi-auth-unused': define<{ spec: string; scheme: string; suggestions: string[] }>({
    severity: 'warning',
    message: ({ spec, scheme, suggestions }) =>
      `No operation that skills mention signs in with ${q(scheme)}, which the spec ${q(spec)} binds.${didYouMean(suggestions)}`,
    meaning: 'A credential is bound to a scheme that does not exist or that nobody asks for; it is not sent.',
    remedy: 'Correct the name of the scheme, or remove it.',
  }),
  'openapi-auth-assumed': define<{ spec: string; scheme: string }>({
    severity: 'notice',
    message: ({ spec, scheme }) =>
      `The description of ${q(spec)} says nothing about signing in; ${q(scheme)} is sent as a bearer token.`,
    meaning:
      'Some descriptions, GitHub’s among them, leave out their security schemes. One binding in `specs[].auth` is then a bearer token.',
    remedy: 'Nothing, if the API takes bearer tokens; else add the scheme to the description.',
  }),
} as const;

function yamlKey(text: string): string {
  return /^[A-Za-z_][\w-]*$/.test(text) ? text : q(text);
}

/** A name to start from: `ACME_TOKEN`, or one for each scheme when there are several. */
function secretName(spec: string, scheme: string, schemes: readonly string[]): string {
  const words = schemes.length > 1 ? `${spec}_${scheme}` : `${spec}_TOKEN`;
  const name = words
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_');
  return /^[A-Z]/.test(name) ? name : `API_${name}`;
}
