import type { ParameterPlace } from '../../../contract/request/request-template.js';
import { placeholders } from '../document/path-shape.js';
import { child, items, textOf, type SpecNode } from '../document/spec-node.js';
import { followOrReport, reportAt, type OperationContext } from './operation-context.js';
import { queryStringParameters, toParameter } from './parameter.js';
import type { Parameter } from './request-parts.js';

/** The parameters of an operation, and for 2.0 those that make its body. */
interface ParameterSet {
  parameters: Parameter[];
  /** 2.0: `in: body` and `in: formData`. */
  bodyParts: SpecNode[];
}

const PLACES: ReadonlySet<unknown> = new Set<ParameterPlace>(['path', 'query', 'header', 'cookie']);

/**
 * Reads the parameters of an operation. Those of the operation win over those of the path item with the same name and
 * place (OpenAPI Specification, "Operation Object"). A placeholder that nobody declared is a required text. Returns
 * `undefined` when one cannot be used; every such parameter is reported.
 */
export function readParameters(context: OperationContext): ParameterSet | undefined {
  const nodes = effectiveNodes(context);
  if (!nodes) return undefined;
  const bodyParts = nodes.filter((node) => ['body', 'formData'].includes(textOf(node, 'in') ?? ''));
  const parameters = nodes
    .filter((node) => !bodyParts.includes(node))
    .flatMap((node) => (isQueryString(node) ? queryStringParameters(context, node) : readParameter(context, node)))
    .filter((parameter) => parameter !== 'ignored');
  if (parameters.includes(undefined)) return undefined;
  return { parameters: withPlaceholders(context, parameters as Parameter[]), bodyParts };
}

function isQueryString(node: SpecNode): boolean {
  return child(node, 'in')?.value === 'querystring';
}

function effectiveNodes(context: OperationContext): SpecNode[] | undefined {
  const { operation } = context;
  const declared = [operation.pathItem, operation.node].flatMap((node) => items(child(node, 'parameters')));
  const followed = declared.map((node) => followOrReport(context, node));
  if (followed.includes(undefined)) return undefined;
  const byKey = new Map<string, SpecNode>();
  for (const node of followed as SpecNode[]) byKey.set(keyOf(node), node);
  return [...byKey.values()];
}

/** Place and name; names of headers are the same in any case (RFC 9110 section 5.1). */
function keyOf(node: SpecNode): string {
  const [place, name] = [textOf(node, 'in'), textOf(node, 'name')];
  return `${place} ${place === 'header' ? name?.toLowerCase() : name}`;
}

function readParameter(context: OperationContext, node: SpecNode): Parameter | 'ignored' | undefined {
  const place = child(node, 'in')?.value;
  const name = textOf(node, 'name') ?? '';
  if (!PLACES.has(place) || name === '') {
    const reason = name === '' ? 'it has no name' : `its place ${JSON.stringify(place ?? null)} is not known`;
    return reportAt(context, 'openapi-parameter', { parameter: name, reason }, node);
  }
  if (place === 'header' && isSpecifiedHeader(name)) return 'ignored';
  if (place === 'header' && isManagedHeader(name)) {
    reportAt(context, 'openapi-header-ignored', { header: name }, node);
    return 'ignored';
  }
  if (place === 'path' && !placeholders(context.operation.path).includes(name)) {
    reportAt(context, 'openapi-path-parameter-unused', { parameter: name, path: context.operation.path }, node);
    return 'ignored';
  }
  const known = context.shared.parameters.get(node.value);
  const parameter = known ?? toParameter(context, node, name, place as ParameterPlace);
  if (parameter && !known) context.shared.parameters.set(node.value, parameter);
  return parameter;
}

function withPlaceholders({ operation }: OperationContext, parameters: Parameter[]): Parameter[] {
  if (!operation.path.includes('{')) return parameters;
  const declared = new Set(parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name));
  const missing = placeholders(operation.path).filter(
    (name, index, all) => !declared.has(name) && all.indexOf(name) === index,
  );
  const implied = missing.map((name): Parameter => ({
    in: 'path',
    name,
    required: true,
    style: 'simple',
    explode: false,
    schema: { type: 'string' },
  }));
  return [...parameters, ...implied];
}

/** "If `in` is `header` and the name is one of these, the parameter is ignored" (OpenAPI Specification, "Parameter Object"). */
const SPECIFIED = new Set(['accept', 'content-type', 'authorization']);

/** Headers that frame the message or name the connection: whoever sends it sets them. */
const MANAGED = new Set([
  'connection',
  'content-length',
  'cookie',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether the specification says that a header parameter of this name has no effect. */
function isSpecifiedHeader(name: string): boolean {
  return SPECIFIED.has(name.toLowerCase());
}

/** Whether a header cannot be an argument because the HTTP client owns it. */
function isManagedHeader(name: string): boolean {
  return MANAGED.has(name.toLowerCase());
}
