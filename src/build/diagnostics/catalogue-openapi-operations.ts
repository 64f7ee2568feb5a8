import { didYouMean } from '../../contract/search/suggest.js';
import { define } from './catalogue-row.js';

const q = (text: string): string => JSON.stringify(text);

/** Diagnostics of the openapi stage: operations that skills mention, their requests, and how they are classified. */
export const openapiOperationsCatalogue = {
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
} as const;
