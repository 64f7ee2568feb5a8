/** What a session must still know after its object was evicted, or workerd was restarted. */
export interface SessionRecord {
  /** The client's `initialize` request, as it came: it says what the client can be asked. */
  initialize: string;
  /** The protocol version that was agreed on. */
  version: string;
  /** JSON array of the URIs that it subscribed to. */
  uris: string;
  /** JSON of the caller's scopes and groups, which decide what the session may hear. */
  user: string;
  /** JSON of the digests of what it was last told of. */
  view: string;
  /** Number of the last event before those that were kept while nobody listened; empty when there are none. */
  missed: string;
  /** When it was last used, milliseconds since 1970. */
  seen: string;
  /** Set once `BundleDO` tells this session of changes. */
  attached: string;
}

/** Reads and writes the record. Nothing is created for a session that never began. */
export interface RecordStore {
  get<Key extends keyof SessionRecord>(key: Key): string | undefined;
  /** Writes only what differs: the same subscription again costs nothing. */
  set<Key extends keyof SessionRecord>(key: Key, value: string): void;
}

/** The record in the object's own storage, which is synchronous. */
export function openRecord(storage: DurableObjectStorage): RecordStore {
  const { kv } = storage;
  return {
    get: (key) => kv.get<string>(key),
    set: (key, value) => {
      if (kv.get<string>(key) !== value) kv.put(key, value);
    },
  };
}
