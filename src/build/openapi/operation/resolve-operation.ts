import type { SecurityScheme } from '../../../contract/bundle/types.js';
import type { Operation } from '../../stage-values.js';
import type { Classification } from '../classify/classification.js';
import { placeholders } from '../document/path-shape.js';
import { child, firstLine, isTrue, items, plainText, textOf, type SpecNode } from '../document/spec-node.js';
import { MAX_DESCRIPTION_LENGTH, MAX_SUMMARY_LENGTH } from '../openapi-limits.js';
import { chooseBody } from './choose-body.js';
import { layOutArguments } from './lay-out-arguments.js';
import { operationKey, reportAt, type OperationContext } from './operation-context.js';
import { readParameters } from './read-parameters.js';
import { readResponse } from './read-response.js';
import type { Parameter } from './request-parts.js';

/** Most effects of one operation: the limit of the bundle schema. */
const MAX_EFFECTS = 16;
/** Most tags of one operation, and their longest, in UTF-16 units: the same. */
const MAX_TAGS = 256;
const MAX_TAG = 256;
/** A backslash, or a segment of one or two dots, as such or percent-encoded. */
const UNSENDABLE = /\\|\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** What is decided about an operation before its arguments are read. */
export interface OperationFrame {
  /** Absolute, without a trailing slash; absent after a report. */
  server?: string;
  /** Alternatives of scheme names; absent after a report. */
  security?: string[][];
  /** The schemes that `security` names. */
  schemes: Readonly<Record<string, SecurityScheme>>;
  classification: Classification;
}

/** Resolves one operation: entry, schemas and request template. `undefined` after a report. */
export function resolveOperation(context: OperationContext, frame: OperationFrame): Operation | undefined {
  const pathFault = faultOfPath(context.operation.path);
  if (pathFault !== undefined)
    return reportAt(context, 'openapi-path', { path: context.operation.path, reason: pathFault });
  const read = readParameters(context);
  const fragmentFault = read && faultOfFragment(context.operation.path, read.parameters);
  if (fragmentFault !== undefined)
    return reportAt(context, 'openapi-path', { path: context.operation.path, reason: fragmentFault });
  const body = read && chooseBody(context, read.bodyParts);
  if (!read || body === 'unusable') return undefined;
  // Everything wrong with the operation itself has been told by now.
  if (frame.server === undefined || frame.security === undefined) return undefined;
  const { input, ...request } = layOutArguments(
    read.parameters.filter((parameter) => !isCredential(parameter, frame)),
    body,
  );
  const { accept, output } = readResponse(context);
  return {
    key: operationKey(context),
    entry: entryOf(context, frame.classification),
    basis: frame.classification.basis,
    document: {
      v: 1,
      description: describe(context),
      request: {
        method: context.operation.method,
        server: frame.server,
        path: requestPath(context.operation.path),
        ...request,
        accept,
        security: frame.security,
      },
      input,
      ...(output && typeof output === 'object' && !Array.isArray(output) ? { output } : {}),
    },
  };
}

function entryOf({ document, operation }: OperationContext, found: Classification): Operation['entry'] {
  const { id, name, method, path, node } = operation;
  const summary = firstLine(textOf(node, 'summary') || textOf(node, 'description') || id, MAX_SUMMARY_LENGTH);
  return {
    spec: document.source.id,
    id,
    name,
    method,
    path,
    summary,
    tags: tagsOf(operation.node),
    ...(isTrue(node, 'deprecated') ? { deprecated: true as const } : {}),
    ...surfaceOf(found),
  };
}

function tagsOf(node: SpecNode): string[] {
  const tags = items(child(node, 'tags')).flatMap(({ value }) =>
    typeof value === 'string' ? [firstLine(value, MAX_TAG)] : [],
  );
  return [...new Set(tags)].filter((tag) => tag !== '').slice(0, MAX_TAGS);
}

function surfaceOf({
  expose,
  readOnly,
  uriTemplate,
  effects,
}: Classification): Pick<Operation['entry'], 'expose' | 'readOnly' | 'uriTemplate' | 'effects'> {
  return {
    expose,
    readOnly,
    ...(uriTemplate === undefined ? {} : { uriTemplate }),
    effects: effects.slice(0, MAX_EFFECTS),
  };
}

function describe({ operation }: OperationContext): string {
  const text = textOf(operation.node, 'description')?.trim() || textOf(operation.node, 'summary') || '';
  return plainText(text, MAX_DESCRIPTION_LENGTH);
}

/** A path that a request line cannot carry as it is documented. */
function faultOfPath(path: string): string | undefined {
  const end = path.search(/[?#]/);
  return UNSENDABLE.test(end === -1 ? path : path.slice(0, end))
    ? 'it holds "." or ".." as a segment, or a backslash'
    : undefined;
}

/** Descriptions tell operations of one path apart by a fragment (`/#Action=List`); no request carries it. */
function requestPath(path: string): string {
  return path.split('#', 1)[0] as string;
}

/** What the Worker sends from a secret is no argument, though documents list it as a parameter too. */
function isCredential(parameter: Parameter, { security = [], schemes }: OperationFrame): boolean {
  return security.flat().some((name) => {
    const scheme = schemes[name];
    if (scheme?.type !== 'apiKey' || scheme.in !== parameter.in) return false;
    const isSameName = (a: string, b: string) =>
      scheme.in === 'header' ? a.toLowerCase() === b.toLowerCase() : a === b;
    return isSameName(scheme.name, parameter.name);
  });
}

/** Names that only tell operations of one path apart, as Azure's descriptions do: no API asks for them. */
const LABELS: ReadonlySet<string> = new Set(['overload']);

/**
 * Why an operation cannot be requested because of the fragment of its path, which no request carries; `undefined` when it can.
 * What the fragment says to choose the operation by has to be sent some other way: `Action=List` by a parameter `Action`.
 */
function faultOfFragment(path: string, parameters: readonly Parameter[]): string | undefined {
  const mark = path.indexOf('#');
  if (mark === -1) return undefined;
  const fragment = path.slice(mark + 1);
  const [lost] = placeholders(fragment);
  if (lost !== undefined) return `its fragment holds "{${lost}}", which no request carries`;
  const names = fragment.split('&').flatMap((piece) => (piece.includes('=') ? [piece.split('=', 1)[0] as string] : []));
  const unsent = names.find((name) => !LABELS.has(name) && !parameters.some((parameter) => parameter.name === name));
  return unsent === undefined ? undefined : `its fragment asks for "${unsent}", which no parameter sends`;
}
