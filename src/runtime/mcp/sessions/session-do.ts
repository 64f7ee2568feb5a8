import { DurableObject } from 'cloudflare:workers';
import type { JsonValue } from '../../../contract/encoding/json.js';
import { sha256Hex } from '../../../contract/encoding/digest.js';
import type { SkillUser } from '../../catalog/access.js';
import { mcpContext } from '../../routes/mcp-context.js';
import { openOnce, type WorkerState } from '../../routes/worker-state.js';
import type { SessionListener } from '../../store/attached-sessions.js';
import type { ChangeEvent, ChannelMessage } from '../../store/channel.js';
import type { EventStore } from '../../store/event-store.js';
import type { Isolate } from '../../store/isolate.js';
import {
  MAX_INITIALIZE_LENGTH,
  MAX_SUBSCRIBED_URIS,
  MAX_URI_LENGTH,
  SESSION_IDLE_MS,
  SESSION_SEEN_MS,
} from '../../store/limits.js';
import type { Snapshot } from '../../snapshot.js';
import { callerView, changedLists, mayHear, type CallerView } from '../listen/caller-view.js';
import { createLiveServer } from '../listen/live-server.js';
import { snapshotOf } from '../listen/current-generation.js';
import { openAnswer } from '../exchange/answer-stream.js';
import { isAnswer, isRequest, primingFrame, readMessages, type Message } from '../exchange/messages.js';
import { startExchange, type RunningExchange } from '../exchange/start-exchange.js';
import { keepList, plainAnswer } from '../plain-answer.js';
import { rpcError } from '../rpc-error.js';
import { readEnvelope, type CallEnvelope } from './call-envelope.js';
import { openRecord } from './session-record.js';
import { openStreams, OWN_STREAM, readEventId, SSE_STREAM } from './session-streams.js';

/** Methods whose server must know the client: what it can be asked, and what it wants to hear. */
const NEEDS_CLIENT = new Set(['tools/call', 'prompts/get', 'resources/read', 'logging/setLevel']);
/** From here on a stream begins with an event that says from where to go on (SEP-1699). */
const PRIMED_SINCE = '2025-11-25';
const SESSION_OVER = 'Session not found';

/**
 * One MCP session of the generations before 2026-07-28. What it must remember is one small record; each call has a server
 * of its own, so that nothing is lost when the object is evicted or workerd restarted. Waiting streams cost nothing: the
 * Worker holds them, and the object sleeps.
 */
export abstract class SessionDO extends DurableObject<Record<string, unknown>> implements SessionListener {
  protected abstract readonly worker: WorkerState;
  private readonly record = openRecord(this.ctx.storage);
  private readonly streams = openStreams(this.ctx, () => this.events());
  private readonly running = new Map<string, RunningExchange>();
  private attaching: Promise<unknown> | undefined;
  private seen = 0;
  private hearing: Promise<unknown> = Promise.resolve();

  override async fetch(request: Request): Promise<Response> {
    const envelope = readEnvelope(request);
    const opened = await openOnce(this.worker, this.env);
    if (!opened.ok) return rpcError(503, opened.reason);
    if (request.headers.get('Upgrade') === 'websocket') return this.listen(request, envelope, opened.isolate);
    return request.method === 'DELETE' ? this.close(opened.isolate) : this.post(request, envelope, opened.isolate);
  }

  /** What `BundleDO` tells: a push, or what an operation changed, one after the other. `false` ends it. */
  hear(message: ChannelMessage): Promise<boolean> {
    const turn = this.hearing.then(() => this.hearNext(message));
    this.hearing = turn.catch(() => undefined);
    return turn;
  }

  private async hearNext(message: ChannelMessage): Promise<boolean> {
    const opened = await openOnce(this.worker, this.env);
    if (!this.isAlive() || !opened.ok) return this.isAlive();
    if (message.type === 'events') await this.say(await this.heard(message.events, opened.isolate));
    else await this.compare(message.generation, opened.isolate);
    return true;
  }

  /** Where nobody listens, who opens a stream of their own is told from here on, without knowing an event id. */
  private async say(events: readonly ChangeEvent[]): Promise<void> {
    if (events.length > 0 && !this.isHeard() && !this.record.get('missed'))
      this.record.set('missed', String(await this.events().newest()));
    for (const event of events) await this.streams.tell(this.ownStream(), notification(event));
  }

  /** Ends a session that nobody used; a client that still listens uses it. */
  override async alarm(): Promise<void> {
    const last = Math.max(this.seen, Number(this.record.get('seen') ?? 0));
    const left = this.ctx.getWebSockets().length > 0 ? SESSION_IDLE_MS : last + SESSION_IDLE_MS - Date.now();
    if (left > 0) return this.ctx.storage.setAlarm(Date.now() + left);
    const opened = await openOnce(this.worker, this.env);
    // A Worker that cannot open now ends the session another day.
    if (!opened.ok) return this.ctx.storage.setAlarm(Date.now() + SESSION_IDLE_MS);
    await this.close(opened.isolate);
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    socket.close();
    // The session of a 2024-11-05 client is its stream.
    if (this.ctx.getTags(socket).includes(SSE_STREAM)) await this.forget();
  }

  private isAlive(): boolean {
    return this.record.get('initialize') !== undefined;
  }

  private isHeard(): boolean {
    return this.ctx.getWebSockets(this.ownStream()).length > 0;
  }

  private ownStream(): string {
    return this.ctx.getWebSockets(SSE_STREAM).length > 0 ? SSE_STREAM : OWN_STREAM;
  }

  private events(): EventStore {
    const namespace = this.env[
      this.worker.opened?.ok ? this.worker.opened.isolate.bindings.eventsName : ''
    ] as DurableObjectNamespace;
    return namespace.get(namespace.idFromName(this.ctx.id.toString())) as unknown as EventStore;
  }

  private async post(request: Request, envelope: CallEnvelope, isolate: Isolate): Promise<Response> {
    const messages = readMessages((await request.json().catch(() => undefined)) as JsonValue | undefined);
    if (!messages) return rpcError(400, 'Parse error: Invalid JSON-RPC message', { code: -32700 });
    const begins = messages.some(({ method }) => method === 'initialize');
    if (begins && (this.isAlive() || messages.length > 1))
      return rpcError(400, 'Invalid Request: Server already initialized', { code: -32600 });
    if (begins && JSON.stringify(messages).length > MAX_INITIALIZE_LENGTH)
      return rpcError(413, `An initialize request must not exceed ${MAX_INITIALIZE_LENGTH} characters`);
    if (!begins && !this.isAlive()) return rpcError(404, SESSION_OVER, { code: -32001 });
    if (!begins) this.touch(envelope.caller);
    messages.filter((message) => !isRequest(message)).forEach((message) => this.deliver(message));
    if (!messages.some(isRequest)) return new Response(null, { status: 202 });
    return (
      (await this.subscription(messages, envelope, isolate)) ?? this.exchange(request, messages, envelope, isolate)
    );
  }

  /** A client's answer to a question, or its notification, reaches the call that it is about. */
  private deliver(message: Message): void {
    if (!isAnswer(message)) return this.running.forEach((exchange) => exchange.deliver(message));
    const [, name = '', id = ''] = /^([^:]+):(\d+)$/.exec(String(message.id)) ?? [];
    this.running.get(name)?.deliver({ ...message, id: Number(id) });
  }

  private async exchange(
    request: Request,
    messages: Message[],
    envelope: CallEnvelope,
    isolate: Isolate,
  ): Promise<Response> {
    const current = await isolate.snapshots.current((work) => this.ctx.waitUntil(work));
    if (!current.ok) return rpcError(503, current.reason);
    const { caller, requestId } = envelope;
    const waitUntil = (work: Promise<unknown>): void => this.ctx.waitUntil(work);
    const context = mcpContext({ isolate, env: this.env, requestId, waitUntil }, current.snapshot, caller);
    const alone = messages.length === 1 && envelope.transport === 'http' ? messages[0] : undefined;
    const plain = plainAnswer(alone, context, 'legacy', request.signal);
    if (plain) return plain();
    const name = crypto.randomUUID().slice(0, 18);
    const requests = messages.filter(isRequest);
    const needsClient = requests.some(({ method }) => NEEDS_CLIENT.has(method as string));
    const isPrimed = (this.record.get('version') ?? '') >= PRIMED_SINCE && envelope.transport === 'http';
    const answer = openAnswer((message) => this.streams.tell(name, message), {
      ...(isPrimed && { first: primingFrame(`${name}.0`) }),
      mayTakeLong: needsClient,
      isBatch: requests.length > 1,
    });
    const isSse = envelope.transport === 'sse';
    const finish = (answers: Message[]): void => {
      this.running.get(name)?.end();
      this.remember(messages, answers, context.snapshot, envelope, isolate);
      keepList(context.snapshot.index, 'legacy', alone, answers[0]?.result);
      if (isSse) answers.forEach((each) => void this.streams.tell(SSE_STREAM, each));
      answer.finish(answers);
    };
    const say = isSse ? (message: Message) => void this.streams.tell(SSE_STREAM, message) : answer.say;
    await startExchange(
      {
        name,
        messages: requests,
        server: createLiveServer(context),
        request,
        before: needsClient ? this.handshake() : [],
      },
      { say, finish, ...(isPrimed && { closeStream: answer.close }) },
      (running) => this.running.set(name, running),
    );
    // A call runs until its answer is kept: whoever comes back in between must find the one or the other.
    const over = answer.done.then(() => {
      this.running.delete(name);
      this.streams.end(name);
    });
    this.ctx.waitUntil(over);
    return isSse ? new Response(null, { status: 202 }) : answer.response;
  }

  /** The client's own first messages, for a server that must know it. */
  private handshake(): Message[] {
    const [initialize, level] = [this.record.get('initialize'), this.record.get('level')];
    return [
      ...(initialize
        ? [JSON.parse(initialize) as Message, { jsonrpc: '2.0', method: 'notifications/initialized' }]
        : []),
      ...(level ? [JSON.parse(level) as Message] : []),
    ];
  }

  /** What an answered request changes of the session. */
  private remember(
    messages: Message[],
    answers: Message[],
    snapshot: Snapshot,
    { caller, transport }: CallEnvelope,
    isolate: Isolate,
  ): void {
    for (const message of messages) {
      const result = answers.find(({ id }) => id === message.id)?.result as { protocolVersion?: string } | undefined;
      if (!result) continue;
      if (message.method === 'logging/setLevel') this.record.set('level', JSON.stringify(message));
      if (message.method !== 'initialize') continue;
      this.record.set('initialize', JSON.stringify(message));
      this.record.set('version', result.protocolVersion ?? '');
      this.ctx.waitUntil(this.begin(callerView(snapshot, caller)));
      this.touch(caller);
      // Its one stream is open already; the others say by GET that they listen.
      if (transport === 'sse') this.ctx.waitUntil(this.attach(isolate));
    }
  }

  /** Subscriptions need no server: a set of URIs, bounded, written only when it changes. */
  private async subscription(
    messages: Message[],
    { transport }: CallEnvelope,
    isolate: Isolate,
  ): Promise<Response | undefined> {
    const [message] = messages;
    if (
      messages.length !== 1 ||
      !message ||
      !['resources/subscribe', 'resources/unsubscribe'].includes(message.method as string)
    )
      return undefined;
    const uri = message.params?.uri;
    const uris = this.uris();
    const isNew = message.method === 'resources/subscribe';
    const problem =
      typeof uri !== 'string' || uri.length > MAX_URI_LENGTH
        ? 'uri must be a string of at most 2048 characters'
        : isNew && !uris.has(uri) && uris.size >= MAX_SUBSCRIBED_URIS
          ? `A session may subscribe to ${MAX_SUBSCRIBED_URIS} resources: unsubscribe from one first`
          : undefined;
    const answer: Message =
      problem === undefined
        ? { jsonrpc: '2.0', id: message.id, result: {} }
        : { jsonrpc: '2.0', id: message.id, error: { code: -32602, message: problem } };
    if (problem === undefined) {
      if (isNew) uris.add(uri as string);
      else uris.delete(uri as string);
      this.record.set('uris', JSON.stringify([...uris].sort()));
      await this.attach(isolate);
    }
    if (transport === 'http') return Response.json(answer);
    await this.streams.tell(SSE_STREAM, answer);
    return new Response(null, { status: 202 });
  }

  private uris(): Set<string> {
    return new Set(JSON.parse(this.record.get('uris') ?? '[]') as string[]);
  }

  private async listen(request: Request, { transport, caller }: CallEnvelope, isolate: Isolate): Promise<Response> {
    if (transport === 'sse') return this.streams.listen(SSE_STREAM, undefined, { isPrimed: false, isOpen: () => true });
    if (!this.isAlive()) return rpcError(404, SESSION_OVER, { code: -32001 });
    this.touch(caller);
    const resumed = request.headers.get('Last-Event-ID');
    const missed = this.record.get('missed');
    const from = resumed === null ? { stream: OWN_STREAM, seq: missed ? Number(missed) : undefined } : readEventId(resumed);
    if (!from) return rpcError(400, 'Invalid event ID');
    await this.attach(isolate);
    if (missed && from.stream === OWN_STREAM) this.record.set('missed', '');
    const isPrimed = (this.record.get('version') ?? '') >= PRIMED_SINCE;
    const response = await this.streams.listen(from.stream, from.seq, {
      isPrimed,
      isOpen: () => from.stream === OWN_STREAM || this.running.has(from.stream),
    });
    // What was pushed while nobody listened is told now.
    const current = await isolate.snapshots.current((work) => this.ctx.waitUntil(work));
    if (current.ok) this.ctx.waitUntil(this.hear({ type: 'head', generation: current.snapshot.generation }));
    return response;
  }

  private async attach({ bindings }: Isolate): Promise<void> {
    if (this.record.get('attached') !== undefined || !bindings.sessions || !this.isAlive()) return;
    // Many may want it at once; one asks.
    this.attaching ??= bindings.store
      .attach(this.ctx.id.toString(), bindings.sessions.name)
      .then(() => this.isAlive() && this.record.set('attached', 'yes'))
      .finally(() => (this.attaching = undefined));
    await this.attaching;
  }

  private user(): SkillUser {
    return JSON.parse(this.record.get('user') ?? '{"scopes":[],"groups":[]}') as SkillUser;
  }

  private async heard(events: readonly ChangeEvent[], { snapshots }: Isolate): Promise<ChangeEvent[]> {
    const uris = this.uris();
    const wanted = events.filter((event) => event.kind !== 'resource_updated' || uris.has(event.uri));
    if (wanted.length === 0) return [];
    const current = await snapshots.current((work) => this.ctx.waitUntil(work));
    return current.ok ? wanted.filter((event) => mayHear(event, current.snapshot, this.user())) : [];
  }

  /**
   * Tells what differs from what the client was told last. Remembered afterwards: told twice is better than never. Nothing
   * is told and kept where nobody listens: whoever comes back is told then.
   */
  private async compare(generation: number, { snapshots }: Isolate): Promise<void> {
    if (!this.isHeard()) return;
    const snapshot = await snapshotOf(snapshots, generation, (work) => this.ctx.waitUntil(work));
    if (!snapshot) return;
    const before = JSON.parse(this.record.get('view') ?? 'null') as CallerView | null;
    const after = await viewDigests(callerView(snapshot, this.user()));
    if (before) await this.say(changedLists(before, after));
    if (this.isAlive()) this.record.set('view', JSON.stringify(after));
  }

  private async begin(view: CallerView): Promise<void> {
    const digests = await viewDigests(view);
    if (this.isAlive()) this.record.set('view', JSON.stringify(digests));
  }

  /** The session was used, by a caller whose rights may have changed since. */
  private touch({ scopes, groups }: SkillUser): void {
    this.record.set('user', JSON.stringify({ scopes, groups }));
    this.seen = Date.now();
    if (this.seen - Number(this.record.get('seen') ?? 0) < SESSION_SEEN_MS) return;
    this.record.set('seen', String(this.seen));
    void this.ctx.storage.setAlarm(this.seen + SESSION_IDLE_MS);
  }

  private async close({ bindings }: Isolate): Promise<Response> {
    if (!this.isAlive()) return rpcError(404, SESSION_OVER, { code: -32001 });
    if (this.record.get('attached') !== undefined) await bindings.store.detach(this.ctx.id.toString());
    await this.events().clear();
    await this.forget();
    return new Response(null, { status: 200 });
  }

  private async forget(): Promise<void> {
    this.running.forEach((exchange) => exchange.end());
    this.streams.endAll();
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }
}

/** The class of a Worker's sessions: what the Worker was made with belongs to it. */
export function sessionClass(
  state: WorkerState,
): new (ctx: DurableObjectState, env: Record<string, unknown>) => SessionDO {
  return class extends SessionDO {
    protected override readonly worker = state;
  };
}

function notification(event: ChangeEvent): Message {
  if (event.kind === 'resource_updated')
    return { jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri: event.uri } };
  return { jsonrpc: '2.0', method: `notifications/${event.kind.replace('_list_changed', '')}/list_changed` };
}

async function viewDigests({ skills, operations }: CallerView): Promise<CallerView> {
  return { skills: await sha256Hex(skills), operations: await sha256Hex(operations) };
}
