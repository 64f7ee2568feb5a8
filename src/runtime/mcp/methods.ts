import type { Schema } from '../../contract/schema/schema-types.js';
import { serverInstructions } from '../catalog/server-instructions.js';
import { openCatalog, type Catalog } from '../catalog/open-catalog.js';
import { complete } from './completion.js';
import type { McpRequest } from './mcp-request.js';
import type { Message } from './message.js';
import { getPrompt, listPrompts } from './prompts.js';
import { CODES, ProtocolError } from './protocol-error.js';
import { listResources, listTemplates } from './resources/list-resources.js';
import { readResource } from './resources/read-resource.js';
import { serverCapabilities, serverInfo } from './server-description.js';
import { getSkill, listSkills, readDirectory } from './skills-extension.js';
import { LISTEN_PARAMS, servedFilter, type ListenFilter } from './subscriptions/listen-filter.js';
import { callTool } from './tools/call-tool.js';
import { listTools } from './tools/table.js';
import { cacheHint, isStateless, negotiateVersion, STATELESS_VERSION } from './versions.js';

/** How long clients may keep what changes with every push, in milliseconds. */
const TTL_MS = 10_000;
/** How long they may keep the list of tools, which changes with the runtime only, in milliseconds. */
const TOOLS_TTL_MS = 300_000;

/** Maximum length of a URI that a session subscribes to, in characters: the session keeps it. */
const MAX_SUBSCRIBED_URI_LENGTH = 2048;

/** One method of the protocol. */
export interface Method {
  /** The protocol versions that know it: those with sessions, the one without, or both. */
  in: 'sessions' | 'stateless' | 'both';
  /** What its parameters must fit. */
  params: Schema;
  /** How long a client may keep the result, in milliseconds; absent where the protocol has no such hint. */
  ttlMs?: number;
  /** Whether an answer may take long, so that a client that is cut off must be able to come back for it. */
  mayTakeLong?: boolean;
  /** Makes the result. Throws a `ProtocolError` for what the client may not ask. */
  handle(request: McpRequest): object | Promise<object>;
}

const STRING: Schema = { type: 'string' };
const object = (properties: Schema['properties'], required: string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
});
const OBJECT: Schema = { type: 'object' };
const NOTHING = object({});
const PAGE = object({ cursor: STRING });
const URI = object({ uri: STRING }, ['uri']);
const MEMBERS: Schema = { type: 'object', additionalProperties: STRING };

const catalogOf = ({ context }: McpRequest): Catalog => openCatalog(context.snapshot, context.caller);
const text = ({ params }: McpRequest, member: string): string => params[member] as string;
/** An empty cursor asks for the first page, as several clients send it. */
const cursor = ({ params }: McpRequest): string | undefined => (params.cursor as string | undefined) || undefined;
/** A list: its items from one page of the caller's catalog. */
const list = (handle: (catalog: Catalog, cursor: string | undefined) => object): Method => ({
  in: 'both',
  params: PAGE,
  ttlMs: TTL_MS,
  handle: (request) => handle(catalogOf(request), cursor(request)),
});
/** Results of the skills extension name their cache hint in every protocol version (SEP-2640, "Caching"). */
const cached = ({ context }: McpRequest, result: object): object => ({
  ...result,
  ...cacheHint(context.snapshot, TTL_MS),
});

/** Every method that the server answers. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    initialize: {
      in: 'sessions',
      params: object(
        {
          protocolVersion: STRING,
          capabilities: object({ elicitation: OBJECT, experimental: OBJECT, roots: OBJECT, sampling: OBJECT }),
          clientInfo: object({ name: STRING, version: STRING }, ['name', 'version']),
        },
        ['protocolVersion', 'capabilities', 'clientInfo'],
      ),
      handle: (request) => ({
        protocolVersion: negotiateVersion(text(request, 'protocolVersion')),
        serverInfo: serverInfo(request.context.snapshot),
        ...describeServer(request),
      }),
    },
    'server/discover': {
      in: 'stateless',
      params: NOTHING,
      ttlMs: TTL_MS,
      handle: (request) => ({ supportedVersions: [STATELESS_VERSION], ...describeServer(request) }),
    },
    ping: { in: 'sessions', params: NOTHING, handle: () => ({}) },
    'tools/list': { ...list(listTools), ttlMs: TOOLS_TTL_MS },
    'tools/call': {
      in: 'both',
      params: object({ name: STRING, arguments: OBJECT, requestState: STRING, inputResponses: OBJECT }, ['name']),
      mayTakeLong: true,
      handle: callTool,
    },
    'resources/list': list(listResources),
    'resources/templates/list': list(listTemplates),
    'resources/read': {
      in: 'both',
      params: URI,
      ttlMs: TTL_MS,
      mayTakeLong: true,
      handle: (request) => readResource(request.context, catalogOf(request), text(request, 'uri'), request.signal),
    },
    'resources/subscribe': subscription(true),
    'resources/unsubscribe': subscription(false),
    'prompts/list': list(listPrompts),
    'prompts/get': {
      in: 'both',
      params: object({ name: STRING, arguments: MEMBERS }, ['name']),
      mayTakeLong: true,
      handle: (request) => {
        const { task } = (request.params.arguments ?? {}) as { task?: string };
        return getPrompt(catalogOf(request), text(request, 'name'), task);
      },
    },
    'completion/complete': {
      in: 'both',
      params: object(
        {
          ref: {
            anyOf: [
              object({ type: { const: 'ref/prompt' }, name: STRING }, ['type', 'name']),
              object({ type: { const: 'ref/resource' }, uri: STRING }, ['type', 'uri']),
            ],
          },
          argument: object({ name: STRING, value: STRING }, ['name', 'value']),
          context: object({ arguments: MEMBERS }),
        },
        ['ref', 'argument'],
      ),
      handle: (request) => complete(catalogOf(request), request.params as unknown as Parameters<typeof complete>[1]),
    },
    'skills/list': {
      in: 'both',
      params: PAGE,
      handle: (request) => cached(request, listSkills(catalogOf(request), cursor(request))),
    },
    'skills/get': {
      in: 'both',
      params: URI,
      handle: (request) => cached(request, getSkill(catalogOf(request), text(request, 'uri'))),
    },
    'resources/directory/read': {
      in: 'both',
      params: object({ uri: STRING, cursor: STRING }, ['uri']),
      handle: (request) => cached(request, readDirectory(catalogOf(request), text(request, 'uri'), cursor(request))),
    },
    'subscriptions/listen': {
      in: 'stateless',
      params: LISTEN_PARAMS,
      handle: ({ params, context }) => ({
        notifications: servedFilter(params.notifications as ListenFilter, serverCapabilities(context)),
      }),
    },
  }),
);

/** The method of that name, where the protocol version knows it. */
export function findMethod(name: string, version: string): Method | undefined {
  const method = METHODS.get(name);
  const isKnown = method?.in === 'both' || method?.in === (isStateless(version) ? 'stateless' : 'sessions');
  return isKnown ? method : undefined;
}

/** What a client is told when it connects. */
function describeServer({ context }: McpRequest): object {
  const instructions = serverInstructions(context.snapshot, context.caller);
  return { capabilities: serverCapabilities(context), ...(instructions && { instructions }) };
}

/** Subscribing to one resource, which only a session can. */
function subscription(isOn: boolean): Method {
  return {
    in: 'sessions',
    params: object({ uri: { type: 'string', maxLength: MAX_SUBSCRIBED_URI_LENGTH } }, ['uri']),
    handle: async ({ client, params }) => {
      if (!client.subscribe) throw new ProtocolError(CODES.methodNotFound, 'Method not found');
      await client.subscribe(params.uri as string, isOn);
      return {};
    },
  };
}

/** Whether the answer to a request may take long. */
export function mayTakeLong({ method = '' }: Message): boolean {
  return METHODS.get(method)?.mayTakeLong === true;
}
