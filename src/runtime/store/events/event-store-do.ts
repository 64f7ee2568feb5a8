import { DurableObject } from 'cloudflare:workers';
import type { EventStore, StoredEvent } from './event-store.js';
import { EVENT_AGE_MS, MAX_EVENT_BYTES, MAX_EVENTS, MAX_EVENTS_BYTES } from './event-limits.js';

/**
 * The events of one MCP session, for a client that was cut off. Bounded by count, bytes and age: the oldest go first, and an
 * alarm takes what is left when nobody comes back.
 */
export class EventStoreDO extends DurableObject implements EventStore {
  private readonly sql = this.ctx.storage.sql;
  private ready = false;

  async append(stream: string, data: string): Promise<number> {
    if (data.length > MAX_EVENT_BYTES) return 0;
    this.open();
    const now = Date.now();
    const { seq } = this.sql
      .exec<{ seq: number }>(
        'INSERT INTO events (stream, at, size, data) VALUES (?, ?, ?, ?) RETURNING seq',
        stream,
        now,
        data.length,
        data,
      )
      .one();
    this.trim(now);
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(now + EVENT_AGE_MS);
    return seq;
  }

  async after(stream: string, seq: number): Promise<StoredEvent[]> {
    this.open();
    return this.sql
      .exec<{ seq: number; data: string }>(
        'SELECT seq, data FROM events WHERE stream = ? AND seq > ? AND at > ? ORDER BY seq',
        stream,
        seq,
        Date.now() - EVENT_AGE_MS,
      )
      .toArray();
  }

  async newest(): Promise<number> {
    this.open();
    return this.sql.exec<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM events').one().seq ?? 0;
  }

  async clear(): Promise<void> {
    this.ready = false;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  /** What is too old goes; the object is emptied with its last event. */
  override async alarm(): Promise<void> {
    this.open();
    this.trim(Date.now());
    const oldest = this.sql.exec<{ at: number | null }>('SELECT MIN(at) AS at FROM events').one().at;
    if (oldest === null) return;
    await this.ctx.storage.setAlarm(oldest + EVENT_AGE_MS + 1);
  }

  /** Numbers go on after the oldest events went (AUTOINCREMENT): a client's last number is never given twice. */
  private open(): void {
    if (this.ready) return;
    this.sql.exec(
      'CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, at INTEGER NOT NULL, size INTEGER NOT NULL, data TEXT NOT NULL)',
    );
    this.ready = true;
  }

  private trim(now: number): void {
    this.sql.exec(
      'DELETE FROM events WHERE at <= ? OR seq <= (SELECT MAX(seq) FROM events) - ?',
      now - EVENT_AGE_MS,
      MAX_EVENTS,
    );
    this.sql.exec(
      'DELETE FROM events WHERE seq IN (SELECT seq FROM (SELECT seq, SUM(size) OVER (ORDER BY seq DESC) AS kept FROM events) WHERE kept > ?)',
      MAX_EVENTS_BYTES,
    );
  }
}
