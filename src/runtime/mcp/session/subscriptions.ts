import { MAX_SUBSCRIBED_URIS } from './session-limits.js';
import { CODES, ProtocolError } from '../protocol-error.js';
import type { RecordStore } from './record.js';

/** The resources that a session subscribed to. */
export function subscribedUris(record: RecordStore): Set<string> {
  return new Set(JSON.parse(record.get('uris') ?? '[]') as string[]);
}

/**
 * Subscribes a session to a resource, or ends that: a bounded set of URIs, written only when it changes.
 * Throws a `ProtocolError` (-32602) past the bound.
 */
export function changeSubscription(record: RecordStore, uri: string, isOn: boolean): void {
  const uris = subscribedUris(record);
  if (!isOn) uris.delete(uri);
  else if (uris.size < MAX_SUBSCRIBED_URIS || uris.has(uri)) uris.add(uri);
  else {
    const message = `A session may subscribe to ${MAX_SUBSCRIBED_URIS} resources: unsubscribe from one first`;
    throw new ProtocolError(CODES.invalidParams, message);
  }
  record.set('uris', JSON.stringify([...uris].sort()));
}
