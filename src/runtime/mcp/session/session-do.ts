import { DurableObject } from 'cloudflare:workers';
import type { WorkerState } from '../../store/snapshots/isolate.js';
import type { ChannelMessage, SessionListener } from '../../store/channel.js';
import { errorResponse } from '../protocol-error.js';
import { readEnvelope } from './ask-session.js';
import { handlePost } from './handle-post.js';
import { handleStream } from './handle-stream.js';
import { closeSession, dropSocket, expireSession } from './lifetime.js';
import { receiveChange } from './notifications.js';
import { openSession } from './session.js';

/** The class of a Worker's sessions. */
export type SessionClass = new (
  ctx: DurableObjectState,
  env: Record<string, unknown>,
) => DurableObject<Record<string, unknown>> & SessionListener;

/**
 * Makes the class of a Worker's sessions: what the Worker was made with belongs to it. An object is one MCP session of the
 * protocol versions before 2026-07-28. What it must remember is one small record, so that nothing is lost when the object is
 * evicted or workerd restarted. Waiting streams cost nothing: the Worker holds them, and the object sleeps.
 */
export function sessionClass(worker: WorkerState): SessionClass {
  return class SessionDO extends DurableObject<Record<string, unknown>> implements SessionListener {
    private readonly session = openSession(this.ctx, this.env, worker);

    override async fetch(request: Request): Promise<Response> {
      const envelope = readEnvelope(request);
      const opened = await this.session.open();
      if (!opened.ok) return errorResponse(503, opened.reason);
      const call = { ...envelope, session: this.session, isolate: opened.isolate, request };
      if (request.headers.get('Upgrade') === 'websocket') return handleStream(call);
      return request.method === 'DELETE' ? closeSession(this.session, opened.isolate) : handlePost(call);
    }

    hear(message: ChannelMessage): Promise<boolean> {
      return receiveChange(this.session, message);
    }

    override alarm(): Promise<void> {
      return expireSession(this.session);
    }

    override webSocketClose(socket: WebSocket): Promise<void> {
      return dropSocket(this.session, socket);
    }
  };
}
