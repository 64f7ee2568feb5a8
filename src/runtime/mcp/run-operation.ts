import type { OperationDocument } from '../../contract/bundle/types.js';
import type { JsonObject } from '../../contract/encoding/json.js';
import { buildRequest } from '../../contract/request/build-request.js';
import { didYouMean, suggest } from '../../contract/search/suggest.js';
import { credentialsFor } from '../auth/outbound.js';
import { needsApproval } from '../catalog/approval.js';
import { loadOperation, type LoadedOperation } from '../catalog/describe-operation.js';
import type { Catalog, CatalogOperation } from '../catalog/open-catalog.js';
import { argumentValidator, type ArgumentValidator } from '../upstream/arguments/validate-arguments.js';
import { callApi } from '../upstream/call-api.js';
import { createHostGate } from '../upstream/host-gate.js';
import type { ApiCall, Fetch } from '../upstream/types.js';
import { operationAnswer, type OperationAnswer } from './operation-answer.js';
import type { ActionResult, McpContext, SkillActionRecord } from './context.js';
import { operationEvents } from './listen/operation-events.js';
import { hashValue } from './hash-value.js';
import { failure, invalidArguments, type ToolFailure } from './tool-result.js';

/** Wall time of one call, in milliseconds. */
export const CALL_TIMEOUT_MS = 10_000;
const DEFAULT_RESPONSE_BYTES = 1024 * 1024;

/** One per isolate: what it counts are the isolate's own connections. */
const gate = createHostGate();

/** How an operation ended, and what the audit chain keeps of it. */
export interface OperationRun {
  answer: OperationAnswer | ToolFailure;
  /** Absent when no such operation exists: nothing that a caller wrote reaches the audit. */
  record?: SkillActionRecord;
}

/** How an operation is called. */
export interface OperationOptions {
  /** Ends the call. */
  signal?: AbortSignal;
  /** Whether a script calls it: what needs a person's approval is then refused with another advice. */
  isScript?: boolean;
}

/**
 * Runs one operation for a caller: it must be mentioned by a skill that the caller may use, need no approval, and
 * its arguments must fit. Never throws for what the caller or the API does; throws when the bundle's own parts are
 * out of reach.
 * @param fetch reaches the API and its token endpoints
 */
export async function runOperation(context: McpContext, catalog: Catalog, tool: string, input: unknown, fetch: Fetch, options: OperationOptions = {}): Promise<OperationRun> {
  const operation = catalog.operation(tool);
  if (!operation) return { answer: notFound(catalog, tool), ...(await deniedRecord(context, tool, input)) };
  const started = Date.now();
  const { answer, result } = await attempt(context, operation, input, fetch, options);
  const record: SkillActionRecord = {
    type: 'action',
    skill: operation.skills[0],
    operation: operation.key,
    result,
    status: answer.status,
    inputHash: await hashValue(input),
    outputHash: await hashValue(answer),
    durationMs: Date.now() - started,
  };
  return { answer, record };
}

function notFound(catalog: Catalog, tool: string): ToolFailure {
  const hint = didYouMean(suggest(tool, catalog.operationKeys()));
  const name = JSON.stringify(tool.slice(0, 128));
  return failure('not_found', `No operation is called ${name}.${hint} A name is <binding>.<operation>, as codecall_searchSkills lists it under "operations".`);
}

/** An operation that exists but that no skill opens to the caller leaves a trace; a name that does not exist leaves none. */
async function deniedRecord({ snapshot }: McpContext, tool: string, input: unknown): Promise<{ record?: SkillActionRecord }> {
  if (!Object.hasOwn(snapshot.index.operations, tool)) return {};
  return { record: { type: 'action', operation: tool, result: 'denied', status: 0, inputHash: await hashValue(input) } };
}

interface Attempt {
  answer: OperationAnswer | ToolFailure;
  result: ActionResult;
}

async function attempt(context: McpContext, operation: CatalogOperation, input: unknown, fetch: Fetch, { signal, isScript }: OperationOptions): Promise<Attempt> {
  const { execution } = context.snapshot.index.manifest.hot;
  if (needsApproval(execution, operation.key)) return { answer: isScript ? notInScripts(operation.key) : approvalRequired(operation.key), result: 'denied' };
  const loaded = await loadOperation(context.snapshot, operation);
  const call = await prepareCall(context, operation, loaded, input, fetch);
  if ('ok' in call) return { answer: call, result: 'failed' };
  const answer = operationAnswer(await callApi(call, { fetch, gate, signal }), call.request.method);
  const events = answer.ok ? operationEvents(operation, loaded.document, input ?? {}) : [];
  if (events.length > 0) context.announce(events);
  return { answer, result: answer.ok ? 'ok' : answer.status > 0 ? 'upstream_error' : 'failed' };
}

function notInScripts(key: string): ToolFailure {
  const message =
    `${key} needs a person's approval (execution.approve in the manifest), and so cannot be called from a script: nothing was called. ` +
    `Return what you have, and call it by itself with codecall_invoke({ tool: "${key}", input: { … } }).`;
  return failure('approval_required', message);
}

function approvalRequired(key: string): ToolFailure {
  const message =
    `${key} needs a person's approval (execution.approve in the manifest), and this version of the server cannot ask for one yet, so it is refused. ` +
    'Tell the person what you would have done.';
  return failure('approval_required', message);
}

async function prepareCall(
  context: McpContext,
  operation: CatalogOperation,
  { document, defs }: LoadedOperation,
  input: unknown,
  fetch: Fetch,
): Promise<ApiCall | ToolFailure> {
  const validated = validatorOf(document, defs)(input);
  if (!validated.ok) return invalidArguments(operation.key, validated.problems);
  const built = buildRequest(document.request, validated.args);
  if (!built.ok) {
    const problems = built.problems.map(({ parameter, message }) => ({ pointer: `/${parameter.replaceAll('.', '/')}`, message: `${parameter} ${message}` }));
    return invalidArguments(operation.key, problems);
  }
  const service = context.snapshot.index.services[operation.entry.spec];
  if (!service) throw new Error(`runOperation: the bundle has no service "${operation.entry.spec}"`);
  const credentials = await credentialsFor(service, document.request.security, context.caller, context.env, fetch);
  if (!credentials.ok) return failure(credentials.code, credentials.message);
  const responseBytes = context.snapshot.index.manifest.hot.execution.responseBytes ?? DEFAULT_RESPONSE_BYTES;
  return { request: built.request, credentials, origins: service.origins, limits: { timeoutMs: CALL_TIMEOUT_MS, responseBytes } };
}

const validators = new WeakMap<OperationDocument, { defs: JsonObject; validate: ArgumentValidator }>();

/** The validator of an operation, compiled once; again when the shared schemas that it points into have changed. */
function validatorOf(document: OperationDocument, defs: JsonObject): ArgumentValidator {
  const known = validators.get(document);
  if (known?.defs === defs) return known.validate;
  const validate = argumentValidator(document.input, defs);
  validators.set(document, { defs, validate });
  return validate;
}
