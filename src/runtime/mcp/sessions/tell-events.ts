import type { ChangeEvent } from '../../store/channel.js';
import type { Message } from '../exchange/messages.js';
import { isHeard, ownStream, type Session } from './session.js';

/**
 * Tells the client of changes that it may know of. Where nobody listens, who opens a stream of their own is told from here
 * on, without knowing an event id.
 */
export async function tellEvents(session: Session, events: readonly ChangeEvent[]): Promise<void> {
  const { record, streams } = session;
  if (events.length > 0 && !isHeard(session) && !record.get('missed'))
    record.set('missed', String(await session.events().newest()));
  for (const event of events) await streams.tell(ownStream(session), notification(event));
}

function notification(event: ChangeEvent): Message {
  if (event.kind === 'resource_updated')
    return { jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri: event.uri } };
  return { jsonrpc: '2.0', method: `notifications/${event.kind.replace('_list_changed', '')}/list_changed` };
}
