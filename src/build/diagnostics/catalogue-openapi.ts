import { define } from './define.js';
import { didYouMean } from './suggest.js';

const q = (text: string): string => JSON.stringify(text);

/** Why a reference was not followed, as the end of a sentence. */
const REFERENCE_FAULTS: Record<string, string> = {
  remote: 'a build reads files, never the network',
  outside: 'it leaves the repository',
  anchor:
    'no schema of the file, or more than one, has this "$anchor"; a JSON pointer such as "#/components/schemas/Order" always works',
  malformed: 'it is malformed',
  missing: 'nothing stands there',
  cycle: 'it comes back to itself',
  unreadable: 'the file cannot be read',
};

const FILE_FAULTS: Record<string, string> = {
  absent: 'it does not exist',
  directory: 'it is a directory',
  outside: 'it lies outside the repository',
  unreadable: 'it cannot be read',
  encoding: 'it is not UTF-8',
};

const SERVER_FAULTS: Record<string, string> = {
  relative: 'is relative',
  insecure: 'is not https',
  invalid: 'is not a plain http(s) URL without credentials, query and fragment',
};

/** Diagnostics of the openapi stage. */
export const openapiCatalogue = {
  'openapi-too-many-paths': define<{ count: number; limit: number }>({
    severity: 'error',
    message: ({ count, limit }) => `The description lists ${count} paths, and ${limit} are the most.`,
    hint: () => 'Descriptions of that size are made by mistake, or to harm.',
    meaning:
      'Every path is named and sorted, also those that no skill refers to; beyond this number that would take minutes.',
    remedy: 'Split the description, or leave out what no skill needs.',
  }),
  'openapi-unreadable': define<{ file: string; fault: string }>({
    severity: 'error',
    message: ({ file, fault }) => `The API description ${q(file)} cannot be read: ${FILE_FAULTS[fault] ?? fault}.`,
    meaning: 'The file that `specs` names is missing or is no text.',
    remedy: 'Correct the path, or save the file as UTF-8.',
  }),
  'openapi-too-large': define<{ file: string; limit: number }>({
    severity: 'error',
    message: ({ file, limit }) => `The API description ${q(file)} is larger than ${limit / 1024 / 1024} MiB.`,
    meaning: 'The size of a description is bounded, so that a build ends.',
    remedy: 'Split the description into several specs.',
  }),
  'openapi-syntax': define<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The API description cannot be parsed: ${reason}.`,
    meaning: 'The file is neither valid JSON nor valid YAML at the place given.',
    remedy: 'Correct the file at that place.',
  }),
  'openapi-no-description': define({
    severity: 'error',
    message: () => 'This file is no API description: it has no "openapi" or "swagger" version.',
    hint: () => 'Take the file out of "specs", or move it out of the directory that "specs" names.',
    meaning: 'The root of an OpenAPI description is an object with `openapi` (3.x) or `swagger` (2.0).',
    remedy: 'Name an API description.',
  }),
  'openapi-version': define<{ version: string }>({
    severity: 'error',
    message: ({ version }) => `OpenAPI version ${q(version)} is not supported.`,
    hint: () => 'Supported are "swagger: 2.0" and "openapi: 3.0", 3.1 and 3.2.',
    meaning: 'The version decides how the document is read.',
    remedy: 'Convert the description to a supported version.',
  }),
  'openapi-unknown-spec': define<{ spec: string; suggestions: string[]; known: string[] }>({
    severity: 'error',
    message: ({ spec, suggestions }) => `There is no spec ${q(spec)}.${didYouMean(suggestions)}`,
    hint: ({ known, suggestions }) => {
      if (known.length === 0) return 'The manifest lists no spec.';
      return suggestions.length > 0 ? undefined : `The manifest lists ${known.slice(0, 10).map(q).join(', ')}.`;
    },
    meaning: 'A skill refers to an operation of an API that `specs` does not list.',
    remedy: 'Correct the reference, or add the API to `specs`.',
  }),
  'openapi-unknown-operation': define<{ spec: string; operation: string; suggestions: string[] }>({
    severity: 'error',
    message: ({ spec, operation, suggestions }) =>
      `The spec ${q(spec)} has no operation ${q(operation)}.${didYouMean(suggestions)}`,
    meaning: 'A skill refers to an operation that the API description does not have.',
    remedy: 'Refer to it by name, by operationId, or as `[[op:spec/METHOD /path]]`.',
  }),
  'openapi-method': define<{ spec: string; operation: string; method: string; path: string }>({
    severity: 'error',
    message: ({ spec, operation, method, path }) =>
      `${q(operation)} of the spec ${q(spec)} is ${method} ${path}, which the Worker cannot send.`,
    hint: () => 'Refer to an operation with another method, such as a POST that asks the same.',
    meaning:
      'OpenAPI 3.2 has `query` and `additionalOperations`; requests with such methods do not get through everywhere.',
    remedy: 'Refer to another operation, or describe a POST beside it when the API takes one.',
  }),
  'openapi-ambiguous-operation': define<{ spec: string; operation: string; candidates: string[] }>({
    severity: 'error',
    message: ({ spec, operation, candidates }) =>
      `${q(operation)} is the id of ${candidates.length} operations of the spec ${q(spec)}.`,
    hint: ({ spec, candidates }) =>
      `Write ${candidates
        .slice(0, 3)
        .map((one) => `[[op:${spec}/${one}]]`)
        .join(' or ')}.`,
    meaning: 'An operationId must be unique; it is checked only where it is referred to.',
    remedy: 'Refer to the operation by method and path, or give the operations ids of their own.',
  }),
  'openapi-read-only': define<{ spec: string; operation: string; method: string; path: string }>({
    severity: 'error',
    message: ({ spec, operation, method, path }) =>
      `The spec ${q(spec)} is read-only, and ${q(operation)} is ${method} ${path}.`,
    hint: () => 'Remove the reference, or `readOnly` from the spec.',
    meaning: '`specs[].readOnly` lets only GET and HEAD into the bundle.',
    remedy: 'Remove the reference, or `readOnly`.',
  }),
  'openapi-reference': define<{ operation: string; reference: string; fault: string }>({
    severity: 'error',
    message: ({ operation, reference, fault }) =>
      `${operation} needs the reference ${q(reference)}, which cannot be followed: ${REFERENCE_FAULTS[fault] ?? fault}.`,
    hint: ({ fault }) =>
      fault === 'remote' ? 'Save that file in the repository and refer to it by its path.' : undefined,
    meaning: 'A parameter or body of an operation that a skill refers to stands behind a reference that leads nowhere.',
    remedy: 'Correct the reference, or add the missing file or component.',
  }),
  'openapi-schema-reference': define<{ spec: string; reference: string; fault: string }>({
    severity: 'warning',
    message: ({ reference, fault }) =>
      `The schema ${q(reference)} cannot be followed: ${REFERENCE_FAULTS[fault] ?? fault}.`,
    hint: ({ fault }) =>
      fault === 'remote'
        ? 'Save that file in the repository and refer to it by its path.'
        : 'Until then, agents see no schema there.',
    meaning: 'A schema stands behind a reference that leads nowhere; it then accepts anything and describes nothing.',
    remedy: 'Correct the reference, or add the missing file or component.',
  }),
  'openapi-parameter': define<{ operation: string; parameter: string; reason: string }>({
    severity: 'error',
    message: ({ operation, parameter, reason }) =>
      `${parameter === '' ? 'A parameter' : `The parameter ${q(parameter)}`} of ${operation} cannot be sent: ${reason}.`,
    meaning: 'A parameter of an operation that a skill refers to has no meaning in any supported OpenAPI version.',
    remedy: 'Correct the parameter.',
  }),
  'openapi-path-parameter-unused': define<{ operation: string; parameter: string; path: string }>({
    severity: 'warning',
    message: ({ operation, parameter, path }) =>
      `The path parameter ${q(parameter)} of ${operation} does not occur in its path ${q(path)}.`,
    hint: () => 'It is left out: there is no place to put it.',
    meaning: 'A declared path parameter has no placeholder, usually because of a spelling mistake.',
    remedy: 'Name the parameter as the placeholder, or remove it.',
  }),
  'openapi-header-ignored': define<{ operation: string; header: string }>({
    severity: 'warning',
    message: ({ operation, header }) =>
      `The header ${q(header)} of ${operation} is set by the HTTP client and is no argument.`,
    meaning: 'Headers that frame a message, such as Host or Content-Length, cannot be chosen by an agent.',
    remedy: 'Remove the parameter, or mark the operation as one for other clients.',
  }),
  'openapi-body': define<{ operation: string; mediaTypes: string[] }>({
    severity: 'error',
    message: ({ operation, mediaTypes }) =>
      mediaTypes.length === 0
        ? `${operation} requires a body but documents none.`
        : `${operation} takes a body of a type that cannot be made: ${mediaTypes.slice(0, 5).map(q).join(', ')}.`,
    meaning:
      'A body is never dropped silently: an operation is an error that has no usable media type, or only forms that are a list or a text, whose fields have no names.',
    remedy: 'Document a media type such as `application/json` for the body, and an object for a form.',
  }),
  'openapi-path': define<{ operation: string; path: string; reason: string }>({
    severity: 'error',
    message: ({ operation, path, reason }) => `The path ${q(path)} of ${operation} cannot be requested: ${reason}.`,
    meaning:
      'Some descriptions put what is no path into the path, such as `/#Action=List` without a parameter `Action`.',
    remedy: 'Describe the operation by a path that can be requested, or declare what the fragment says as a parameter.',
  }),
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
  'openapi-rule-unused': define<{ match: string }>({
    severity: 'warning',
    message: ({ match }) =>
      `The classification rule ${q(match)} matches no operation of the APIs that skills refer to.`,
    hint: () => 'A rule is `METHOD path-glob`: the method may be `*`, `*` stays within a segment, `**` does not.',
    meaning: 'A rule without effect is usually a spelling mistake.',
    remedy: 'Correct the rule, or remove it.',
  }),
  'openapi-rule-impossible': define<{ match: string; operation: string }>({
    severity: 'warning',
    message: ({ match, operation }) => `The rule ${q(match)} cannot make ${operation} a resource.`,
    hint: () => 'Only a GET whose URI says everything it needs can be read as a resource.',
    meaning: 'A resource is read by its URI alone: no body, no required header.',
    remedy: 'Use `expose: tool`, or leave it out.',
  }),
  'openapi-writing-get': define<{ operation: string }>({
    severity: 'notice',
    message: ({ operation }) => `${operation} is a GET that is named like a change, so it is a tool and no resource.`,
    hint: () => 'A classification rule for it says otherwise.',
    meaning: 'Reading a resource must change nothing, and clients read resources without asking.',
    remedy: 'Nothing, or a rule in `classification.rules`.',
  }),
  'openapi-extension': define<{ operation: string; reason: string }>({
    severity: 'warning',
    message: ({ operation, reason }) => `x-frontmcp of ${operation} is not taken over in full: ${reason}.`,
    hint: () => 'Such as: x-frontmcp: { expose: tool, effects: [/orders/{id}] }.',
    meaning:
      '`x-frontmcp` of an operation states its surface (`expose`), which resources it changes (`effects`, paths of GETs of the same description), and of a POST whether it only reads (`readOnly`).',
    remedy: 'Correct the extension, or write a rule in `classification.rules`, which comes first.',
  }),
  'openapi-strict': define<{ pointer: string; problem: string }>({
    severity: 'error',
    message: ({ pointer, problem }) => `The description is not valid at ${q(pointer)}: ${problem}.`,
    meaning: '`strict` validates the whole document against the OpenAPI Specification.',
    remedy: 'Correct the description, or build without `strict`.',
  }),
  'openapi-strict-too-large': define<{ fault: 'deep' | 'large' | 'paths'; limit: number }>({
    severity: 'error',
    message: ({ fault, limit }) => {
      const why = {
        deep: `it is nested deeper than ${limit} levels`,
        large: `with its references replaced it holds more than ${limit} values`,
        paths: `it lists more than ${limit} paths`,
      };
      return `The description cannot be validated strictly: ${why[fault]}.`;
    },
    meaning:
      'A whole document is validated with every reference replaced by what it leads to; nested references multiply.',
    remedy: 'Build without `strict`, which checks what skills refer to, or make the description smaller.',
  }),
  'openapi-strict-version': define<{ version: string }>({
    severity: 'warning',
    message: ({ version }) =>
      `OpenAPI ${version} cannot be validated strictly yet; only what skills refer to was checked.`,
    meaning: 'There is no validator for this version.',
    remedy: 'Build without `strict`.',
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
