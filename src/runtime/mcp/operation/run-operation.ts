import type { InputRequiredResult } from '@modelcontextprotocol/server';
import { needsApproval } from '../../../contract/bundle/approval.js';
import type { OperationDocument } from '../../../contract/bundle/bundle-index.js';
import type { JsonObject } from '../../../contract/encoding/json.js';
import { buildRequest } from '../../../contract/request/build-request.js';
import type { BuiltRequest } from '../../../contract/request/request-template.js';
import { didYouMean, suggest } from '../../../contract/search/suggest.js';
import { credentialsFor } from '../../auth/outbound/credentials.js';
import {
  loadOperation,
  type Catalog,
  type CatalogOperation,
  type LoadedOperation,
} from '../../catalog/open-catalog.js';
import { argumentValidator, type ArgumentValidator } from '../../upstream/arguments/validate-arguments.js';
import { createGate } from '../../gate.js';
import { callApi, MAX_CALLS_PER_HOST } from '../../upstream/call-api.js';
import type { ApiCall, Fetch } from '../../upstream/api-call.js';
import { approveCall, cannotAsk, type Asking } from '../approval/approve-call.js';
import { operationAnswer, type OperationAnswer } from './operation-answer.js';
import type { McpContext } from '../context.js';
import { failure, invalidArguments, type ToolFailure } from '../tool-failure.js';
import { hashValue, type ActionResult, type ApprovalRecord, type SkillActionRecord } from '../action-record.js';
import { operationEvents } from './operation-events.js';

/** Wall time of one call, in milliseconds. */
export const CALL_TIMEOUT_MS = 10_000;
const DEFAULT_RESPONSE_BYTES = 1024 * 1024;

/** One per isolate: what it counts are the isolate's own connections. */
const gate = createGate(MAX_CALLS_PER_HOST);

/** How an operation ended, and what the audit chain keeps of it. */
export interface OperationRun {
  answer: OperationAnswer | ToolFailure;
  /** Absent when no such operation exists: nothing that a caller wrote reaches the audit. */
  record?: SkillActionRecord;
  /** `read` when the call cannot have changed anything, and nobody was refused or asked. */
  effect: 'read' | 'write';
  /** A person is to be asked first: nothing was called, and nothing is to be recorded. */
  question?: InputRequiredResult;
}

/** How an operation is called. */
export interface OperationOptions {
  /** Ends the call. */
  signal?: AbortSignal;
  /** How the client asks a person; without it, as in a script, what needs their yes is refused. */
  asking?: Asking;
}

/**
 * Runs one operation for a caller: it must be mentioned by a skill that the caller may use, its
 * arguments must fit, and then a person must have said yes where the manifest asks for one. Never throws for what the caller or the API does; throws when the bundle's own parts are
 * out of reach.
 * @param fetch reaches the API and its token endpoints
 */
export async function runOperation(
  context: McpContext,
  catalog: Catalog,
  tool: string,
  input: unknown,
  fetch: Fetch,
  options: OperationOptions = {},
): Promise<OperationRun> {
  const operation = catalog.operation(tool);
  if (!operation)
    return { answer: notFound(catalog, tool), effect: 'write', ...(await deniedRecord(context, tool, input)) };
  const started = Date.now();
  const { answer, result, question, approval } = await attempt(context, operation, input, fetch, options);
  if (question) return { answer, question, effect: 'write' };
  const record: SkillActionRecord = {
    type: 'action',
    skill: operation.skills[0],
    operation: operation.key,
    result,
    status: answer.status,
    inputHash: await hashValue(input),
    outputHash: await hashValue(answer),
    durationMs: Date.now() - started,
    ...(approval && { approval }),
  };
  const isRead = operation.entry.readOnly && result !== 'denied' && approval === undefined;
  return { answer, record, effect: isRead ? 'read' : 'write' };
}

function notFound(catalog: Catalog, tool: string): ToolFailure {
  const hint = didYouMean(suggest(tool, catalog.operationKeys()));
  const name = JSON.stringify(tool.slice(0, 128));
  return failure(
    'not_found',
    `No operation is called ${name}.${hint} A name is <binding>.<operation>, as codecall_searchSkills lists it under "operations".`,
  );
}

/** An operation that exists but that no skill opens to the caller leaves a trace; a name that does not exist leaves none. */
async function deniedRecord(
  { snapshot }: McpContext,
  tool: string,
  input: unknown,
): Promise<{ record?: SkillActionRecord }> {
  if (!Object.hasOwn(snapshot.index.operations, tool)) return {};
  return {
    record: { type: 'action', operation: tool, result: 'denied', status: 0, inputHash: await hashValue(input) },
  };
}

interface Attempt {
  answer: OperationAnswer | ToolFailure;
  result: ActionResult;
  question?: InputRequiredResult;
  approval?: ApprovalRecord;
}

async function attempt(
  context: McpContext,
  operation: CatalogOperation,
  input: unknown,
  fetch: Fetch,
  { signal, asking }: OperationOptions,
): Promise<Attempt> {
  const isGuarded = needsApproval(context.snapshot.index.manifest.hot.execution, operation.key);
  if (isGuarded && !asking?.canAsk) return { answer: cannotAsk(operation.key, asking), result: 'denied' };
  const loaded = await loadOperation(context.snapshot, operation);
  const planned = planCall(operation, loaded, input);
  if ('ok' in planned) return { answer: planned, result: 'failed' };
  const decided =
    isGuarded && asking
      ? await approveCall(context, { operation, ...loaded, args: planned.args }, input, asking, Date.now())
      : undefined;
  if (decided?.approved === false) return { ...decided, answer: decided.failure, result: 'denied' };
  return {
    ...(await carryOut(context, operation, loaded.document, planned, fetch, signal)),
    approval: decided?.approval,
  };
}

/** Arguments that fit, and the request that they make. */
interface PlannedCall {
  args: JsonObject;
  request: BuiltRequest;
}

function planCall(
  operation: CatalogOperation,
  { document, defs }: LoadedOperation,
  input: unknown,
): PlannedCall | ToolFailure {
  const validated = validatorOf(document, defs)(input);
  if (!validated.ok) return invalidArguments(operation.key, validated.problems);
  const built = buildRequest(document.request, validated.args);
  if (built.ok) return { args: validated.args, request: built.request };
  const problems = built.problems.map(({ parameter, message }) => ({
    pointer: `/${parameter.replaceAll('.', '/')}`,
    message: `${parameter} ${message}`,
  }));
  return invalidArguments(operation.key, problems);
}

async function carryOut(
  context: McpContext,
  operation: CatalogOperation,
  document: OperationDocument,
  { args, request }: PlannedCall,
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Attempt> {
  const call = await signIn(context, operation, document, request, fetch);
  if ('ok' in call) return { answer: call, result: 'failed' };
  const answer = operationAnswer(await callApi(call, { fetch, gate, signal }), request.method);
  const events = answer.ok ? operationEvents(operation, document, args) : [];
  if (events.length > 0) context.announce(events);
  return { answer, result: answer.ok ? 'ok' : answer.status > 0 ? 'upstream_error' : 'failed' };
}

async function signIn(
  context: McpContext,
  operation: CatalogOperation,
  document: OperationDocument,
  request: BuiltRequest,
  fetch: Fetch,
): Promise<ApiCall | ToolFailure> {
  const { services, manifest } = context.snapshot.index;
  const service = services[operation.entry.spec];
  if (!service) throw new Error(`runOperation: the bundle has no service "${operation.entry.spec}"`);
  const credentials = await credentialsFor(service, document.request.security, context.caller, context.env, fetch);
  if (!credentials.ok) return failure(credentials.code, credentials.message);
  const responseBytes = manifest.hot.execution.responseBytes ?? DEFAULT_RESPONSE_BYTES;
  return { request, credentials, origins: service.origins, limits: { timeoutMs: CALL_TIMEOUT_MS, responseBytes } };
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
