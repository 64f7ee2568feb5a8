import { buildRequest } from '../../../src/contract/request/build-request.js';
import type {
  BodyTemplate,
  BuiltRequest,
  ParameterTemplate,
  RequestProblem,
  RequestTemplate,
} from '../../../src/contract/request/request-template.js';
import type { JsonObject } from '../../../src/contract/encoding/json.js';
import { ok } from '../assert.js';

/** A request template of `GET https://api.example.com/v1/things`, with what a case is about. */
export function templateOf(overrides: Partial<RequestTemplate> = {}): RequestTemplate {
  return {
    method: 'GET',
    server: 'https://api.example.com/v1',
    path: '/things',
    parameters: [],
    accept: 'application/json',
    security: [],
    ...overrides,
  };
}

/** An optional query parameter named and taken from `color`, with what a case is about. */
export function parameterOf(overrides: Partial<ParameterTemplate> = {}): ParameterTemplate {
  const name = overrides.name ?? 'color';
  return { in: 'query', name, at: [name], required: false, style: 'form', explode: true, ...overrides };
}

/** A template with a body. */
export function bodyTemplate(body: Partial<BodyTemplate>): RequestTemplate {
  return templateOf({
    method: 'POST',
    body: { kind: 'json', contentType: 'application/json', required: true, ...body },
  });
}

/** The request that must come out. */
export function requestOf(template: RequestTemplate, args: JsonObject): BuiltRequest {
  const outcome = buildRequest(template, args);
  ok(outcome.ok, `expected a request, got ${JSON.stringify(outcome)}`);
  return outcome.request;
}

/** The problems that must come out. */
export function problemsOf(template: RequestTemplate, args: JsonObject): RequestProblem[] {
  const outcome = buildRequest(template, args);
  ok(!outcome.ok, `expected problems, got ${JSON.stringify(outcome)}`);
  return outcome.problems;
}
