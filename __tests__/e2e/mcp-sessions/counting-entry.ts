/** What a Worker's objects wrote since it started. */
export interface Writes {
  /** Sessions that were reached, whether they keep anything or not. */
  sessions: number;
  /** Writes to the storage of sessions, alarms included. */
  session: number;
  /** Alarms of sessions that ran. */
  alarms: number;
  /** Statements of `BundleDO` that write. */
  bundle: number;
}

/** What such a session can be asked besides, by its test. */
export interface CountedSession {
  keptKeys(): Promise<string[]>;
  crash(): Promise<void>;
}

/** Classes for a Worker's bindings when its entry is the one below. */
export const COUNTED_CLASSES = { sessionClass: 'CountedSessionDO', bundleClass: 'CountedBundleDO' };

/** The last line of worker.ts for a Worker that counts what it writes, and tells it at `/writes`. */
export const COUNTING_ENTRY = `
const writes = { sessions: 0, session: 0, alarms: 0, bundle: 0 };
const counted = (target, method, count) => {
  const original = target[method].bind(target);
  target[method] = (...given) => (count(...given), original(...given));
};
export class CountedSessionDO extends durableObjects.SessionDO {
  constructor(ctx, env) {
    writes.sessions += 1;
    const count = () => (writes.session += 1);
    for (const method of ['put', 'delete']) counted(ctx.storage.kv, method, count);
    for (const method of ['setAlarm', 'deleteAlarm', 'deleteAll']) counted(ctx.storage, method, count);
    super(ctx, env);
  }
  async alarm() {
    await super.alarm();
    writes.alarms += 1;
  }
  keptKeys() {
    return [...this.ctx.storage.kv.list()].map(([key]) => key);
  }
  /** As when the machine goes away: nothing in memory is left, and no socket. */
  crash() {
    this.ctx.abort('crashed');
  }
}
export class CountedBundleDO extends durableObjects.BundleDO {
  constructor(ctx, env) {
    counted(ctx.storage.sql, 'exec', (text) => (writes.bundle += /^\\s*(INSERT|UPDATE|DELETE|REPLACE)/i.test(text) ? 1 : 0));
    counted(ctx.storage, 'setAlarm', () => (writes.bundle += 1));
    super(ctx, env);
  }
  attachedSessions() {
    return this.ctx.storage.sql.exec('SELECT COUNT(*) AS count FROM sessions').one().count;
  }
}
export default {
  fetch: (request, env, ctx) =>
    new URL(request.url).pathname === '/writes' ? Response.json(writes) : handler.fetch(request, env, ctx),
};
`;
