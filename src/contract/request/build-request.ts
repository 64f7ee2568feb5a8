import type { JsonObject, JsonValue } from '../encoding/json.js';
import { renderBody } from './body.js';
import { renderCookie, renderHeader } from './headers.js';
import { renderPath, type OnProblem } from './path.js';
import { renderQueryParameter } from './query.js';
import type {
  ParameterPlace,
  ParameterTemplate,
  RenderedBody,
  RequestOutcome,
  RequestProblem,
  RequestTemplate,
} from './request-template.js';
import { valueAt, type Fail } from './values.js';

/**
 * Turns the arguments of an operation into a request, as its template says. Every problem of every argument is returned
 * at once. Arguments that the template does not name are ignored: the input schema refuses them before.
 * The URL's origin is the origin of `template.server`, whatever the arguments hold.
 * Throws a `TypeError` for a template that is no template (a fault of the build, not of the arguments).
 */
export function buildRequest(template: RequestTemplate, args: JsonObject): RequestOutcome {
  const problems: RequestProblem[] = [];
  const onProblem: OnProblem = (at, message) => {
    problems.push({ parameter: at.join('.') || 'body', message });
    return undefined;
  };
  const path = renderPath(template, args, onProblem);
  const query = renderEach(template, 'query', args, onProblem, renderQueryParameter);
  const headers = headerLines(template, args, onProblem);
  const body = template.body && renderBody(template.body, args, onProblem);
  if (problems.length > 0 || path === undefined) return { ok: false, problems };
  const url = absoluteUrl(template, path, query.filter((piece) => piece !== '').join('&'));
  return { ok: true, request: assemble(template, url, headers, body) };
}

function assemble(
  template: RequestTemplate,
  url: string,
  headers: [string, string][],
  body: RenderedBody | undefined,
): Extract<RequestOutcome, { ok: true }>['request'] {
  if (!body) return { method: template.method, url, headers };
  return {
    method: template.method,
    url,
    headers: [['Content-Type', body.contentType], ...headers],
    body: body.content,
  };
}

function headerLines(template: RequestTemplate, args: JsonObject, onProblem: OnProblem): [string, string][] {
  const lines: [string, string][] = [['Accept', template.accept]];
  const named = (parameter: ParameterTemplate, value: JsonValue, fail: Fail): [string, string] | undefined => {
    const text = renderHeader(parameter, value, fail);
    return text === undefined ? undefined : [parameter.name, text];
  };
  lines.push(...renderEach(template, 'header', args, onProblem, named));
  const cookies = renderEach(template, 'cookie', args, onProblem, renderCookie).flat();
  if (cookies.length > 0) lines.push(['Cookie', cookies.join('; ')]);
  return lines;
}

/** Writes every given parameter of one place; a required one that is missing is a problem. */
function renderEach<T>(
  template: RequestTemplate,
  place: ParameterPlace,
  args: JsonObject,
  onProblem: OnProblem,
  write: (parameter: ParameterTemplate, value: JsonValue, fail: Fail) => T | undefined,
): T[] {
  const written: T[] = [];
  for (const parameter of template.parameters) {
    if (parameter.in !== place) continue;
    const fail: Fail = (message) => onProblem(parameter.at, message);
    const value = valueAt(args, parameter.at);
    if (value === undefined || value === null) {
      if (parameter.required) fail('is required');
      continue;
    }
    const text = write(parameter, value, fail);
    if (text !== undefined) written.push(text);
  }
  return written;
}

/** Joins server, path and query, and proves that the result still is where the template points. */
function absoluteUrl(template: RequestTemplate, path: string, query: string): string {
  const server = new URL(template.server);
  const separator = path.includes('?') ? '&' : '?';
  const url = new URL(template.server + path + (query === '' ? '' : separator + query));
  const isSound =
    path.startsWith('/') &&
    url.origin === server.origin &&
    url.username === '' &&
    url.password === '' &&
    url.hash === '' &&
    url.pathname.startsWith(server.pathname === '/' ? '/' : `${server.pathname}/`);
  if (!isSound) throw new TypeError(`buildRequest: the path of the template leaves its server: ${template.path}`);
  return url.href;
}
