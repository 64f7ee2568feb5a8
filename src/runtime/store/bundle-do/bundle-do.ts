import { DurableObject } from 'cloudflare:workers';
import type { AuditHead } from '../../../contract/push/push-messages.js';
import { log } from '../../log.js';
import type {
  ActionContent,
  BundleStore,
  CommitAnswer,
  CommitRequest,
  CurrentAnswer,
  KeptGeneration,
  RefusalReport,
  RollbackRequest,
  SettleAnswer,
  SettleRequest,
  StoredGeneration,
  WorkerName,
} from '../bundle-store.js';
import type { ChangeEvent, ChannelMessage } from '../channel.js';
import { missingArtifacts, readArtifact } from './artifacts.js';
import { appendAudits, countPending, markFlushed, pendingAudit, trimAudit, writeAuditEntries } from './audit-log.js';
import { ACTION_FLUSH_MS, AUDIT_BATCH, FLUSH_RETRY_MS, RECORDED_REFUSALS_PER_MINUTE } from './bundle-do-limits.js';
import { acceptListener, attachSession, detachSession, notifyListeners, notifySessions } from './change-listeners.js';
import { copyToCache, rememberWorker } from './copy-to-kv.js';
import { keptGenerations, readGeneration, readHead } from './generations.js';
import { commitBundle, recordRefusal, rollBack, settleStatement, type Ledger } from './ledger.js';
import { createRefusalLimit } from './refusal-limit.js';
import { spendApproval } from './spent-nonces.js';
import { createTables, workerSecret } from './tables.js';

/** The bindings that this object writes to; both optional. */
interface BundleEnv {
  AUDIT?: D1Database;
  BUNDLE_CACHE?: KVNamespace;
}

/**
 * The one place that decides what is live: head pointer, kept generations, artifacts, spent statements and the audit
 * chain. Every change is one synchronous transaction; the audit database and the cache follow by alarm, which the
 * platform repeats until it succeeds and which survives a restart.
 */
export class BundleDO extends DurableObject<BundleEnv> implements BundleStore {
  private readonly sql = this.ctx.storage.sql;
  private readonly limitRefusals = createRefusalLimit(RECORDED_REFUSALS_PER_MINUTE);
  private alarmAt: number | undefined;

  constructor(ctx: DurableObjectState, env: BundleEnv) {
    super(ctx, env);
    createTables(this.sql);
  }

  async current(known: number | null): Promise<CurrentAnswer> {
    const head = readHead(this.sql);
    if (!head || head.generation === known) return { head };
    const generation = readGeneration(this.sql, head);
    return generation ? { head, generation } : { head };
  }

  async artifact(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return readArtifact(this.sql, sha256);
  }

  async missing(refs: Uint8Array<ArrayBuffer>): Promise<string[]> {
    return missingArtifacts(this.sql, refs);
  }

  async kept(sha256: string): Promise<StoredGeneration | null> {
    return readGeneration(this.sql, { sha256 });
  }

  async generations(limit: number): Promise<KeptGeneration[]> {
    return keptGenerations(this.sql, limit);
  }

  async commit(request: CommitRequest): Promise<CommitAnswer> {
    return this.notifyHead(this.change(0, request.worker, (ledger) => commitBundle(ledger, request)));
  }

  async rollback(request: RollbackRequest): Promise<CommitAnswer> {
    return this.notifyHead(this.change(0, request.worker, (ledger) => rollBack(ledger, request)));
  }

  async settle(request: SettleRequest): Promise<SettleAnswer> {
    return this.change(0, request.worker, (ledger) => settleStatement(ledger, request));
  }

  async reportRefusal(report: RefusalReport): Promise<void> {
    this.change(ACTION_FLUSH_MS, report.worker, (ledger) => recordRefusal(ledger, report));
  }

  async appendActions(worker: WorkerName, actions: ActionContent[]): Promise<AuditHead | null> {
    return this.change(ACTION_FLUSH_MS, worker, ({ sql }) => {
      const contents = actions.map((action) => ({ ...action, type: 'action', statement: null, source: null }) as const);
      return appendAudits(sql, worker, contents);
    });
  }

  async announce(events: readonly ChangeEvent[]): Promise<void> {
    this.notify({ type: 'events', events: [...events] });
  }

  async spendApproval(nonce: string, until: number): Promise<boolean> {
    return spendApproval(this.sql, nonce, until, Date.now());
  }

  async secret(): Promise<Uint8Array<ArrayBuffer>> {
    return workerSecret(this.sql);
  }

  async attach(session: string, binding: string): Promise<void> {
    attachSession(this.sql, session, binding);
  }

  async detach(session: string): Promise<void> {
    detachSession(this.sql, session);
  }

  /** A listener connects. */
  override async fetch(request: Request): Promise<Response> {
    return acceptListener(this.ctx, request, readHead(this.sql)?.generation ?? 0);
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }

  private notifyHead(answer: CommitAnswer): CommitAnswer {
    if (answer.ok && answer.outcome !== 'unchanged') this.notify({ type: 'head', generation: answer.head.generation });
    return answer;
  }

  /** Whoever asked need not wait until everybody was told. */
  private notify(message: ChannelMessage): void {
    notifyListeners(this.ctx, message);
    void notifySessions(this.sql, this.env, message);
  }

  /** Brings the audit database and the last-known-good copy up to date; what fails is tried again later. */
  override async alarm(): Promise<void> {
    this.alarmAt = undefined;
    const done = await Promise.all([this.flushAudit(), this.flushCopy()]);
    if (done.includes(false)) this.wake(FLUSH_RETRY_MS);
    else if (this.env.AUDIT && countPending(this.sql) > 0) this.wake(0);
  }

  /** Not async, and the closure cannot be: nothing may come between its first read and its last write. */
  private change<T>(flushAfterMs: number, worker: WorkerName, act: (ledger: Ledger) => T): T {
    const { sql, limitRefusals } = this;
    return this.ctx.storage.transactionSync(() => {
      rememberWorker(sql, worker);
      const answer = act({ sql, limitRefusals, now: Date.now() });
      trimAudit(sql, this.env.AUDIT !== undefined);
      this.wake(flushAfterMs);
      return answer;
    });
  }

  /** Sets the alarm unless one comes earlier: later changes must not push it away for ever. */
  private wake(afterMs: number): void {
    const at = Date.now() + afterMs;
    if (this.alarmAt !== undefined && this.alarmAt <= at) return;
    this.alarmAt = at;
    void this.ctx.storage.setAlarm(at);
  }

  private async flushAudit(): Promise<boolean> {
    const entries = pendingAudit(this.sql, AUDIT_BATCH);
    const last = entries.at(-1);
    if (!this.env.AUDIT || !last) return true;
    try {
      await writeAuditEntries(this.env.AUDIT, entries);
      markFlushed(this.sql, last.record.seq);
      trimAudit(this.sql, true);
      return true;
    } catch (error) {
      return warn('audit_flush_failed', error);
    }
  }

  private async flushCopy(): Promise<boolean> {
    if (!this.env.BUNDLE_CACHE) return true;
    try {
      await copyToCache(this.sql, this.env.BUNDLE_CACHE);
      return true;
    } catch (error) {
      return warn('last_good_failed', error);
    }
  }
}

function warn(event: string, error: unknown): false {
  log('warning', event, { reason: error instanceof Error ? error.message : String(error) });
  return false;
}
