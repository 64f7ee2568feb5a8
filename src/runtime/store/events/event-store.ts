/** One event of a stream, as a client that comes back gets it again. */
export interface StoredEvent {
  seq: number;
  data: string;
}

/** What a session asks of its `EventStoreDO`. */
export interface EventStore {
  /** Keeps an event and returns its number, 0 when it is too large to keep. */
  append(stream: string, data: string): Promise<number>;
  /** The events of a stream after one, oldest first. */
  after(stream: string, seq: number): Promise<StoredEvent[]>;
  /** The number of the newest event of any stream. */
  newest(): Promise<number>;
  clear(): Promise<void>;
}
