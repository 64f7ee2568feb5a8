import type { Snapshot } from '../../snapshot.js';
import type { Message } from '../exchange/messages.js';
import { callerView } from '../listen/caller-view.js';
import { attach } from './attach.js';
import type { SessionCall } from './session.js';
import { touchSession } from './session-life.js';
import type { RecordStore } from './session-record.js';
import { keepView } from './told-view.js';

/** Methods whose server must know the client: what it can be asked, and what it wants to hear. */
const NEEDS_CLIENT = new Set<unknown>(['tools/call', 'prompts/get', 'resources/read', 'logging/setLevel']);

/** Whether the server of these messages must know the client. */
export function needsClient(messages: readonly Message[]): boolean {
  return messages.some(({ method }) => NEEDS_CLIENT.has(method));
}

/** The client's own first messages, for a server that must know it. */
export function handshake(record: RecordStore): Message[] {
  const [initialize, level] = [record.get('initialize'), record.get('level')];
  return [
    ...(initialize ? [JSON.parse(initialize) as Message, { jsonrpc: '2.0', method: 'notifications/initialized' }] : []),
    ...(level ? [JSON.parse(level) as Message] : []),
  ];
}

/** Remembers what answered requests say of the client: `initialize` begins the session. What was refused changes nothing. */
export function rememberClient(call: SessionCall, snapshot: Snapshot, messages: Message[], answers: Message[]): void {
  const { record } = call.session;
  for (const message of messages) {
    const result = answers.find(({ id }) => id === message.id)?.result as { protocolVersion?: string } | undefined;
    if (!result) continue;
    if (message.method === 'logging/setLevel') record.set('level', JSON.stringify(message));
    if (message.method !== 'initialize') continue;
    record.set('initialize', JSON.stringify(message));
    record.set('version', result.protocolVersion ?? '');
    begin(call, snapshot);
  }
}

function begin({ session, isolate, caller, transport }: SessionCall, snapshot: Snapshot): void {
  session.waitUntil(keepView(session, callerView(snapshot, caller)));
  touchSession(session, caller);
  // Its one stream is open already; the others say by GET that they listen.
  if (transport === 'sse') session.waitUntil(attach(session, isolate));
}
