import type { Isolate } from '../../store/isolate.js';
import { isAlive, type Session } from './session.js';

/** Asks `BundleDO` to tell the session of changes, once in its life. Rejects when `BundleDO` is out of reach. */
export async function attach(session: Session, { bindings }: Isolate): Promise<void> {
  const { record, ctx } = session;
  if (record.get('attached') !== undefined || !bindings.sessions || !isAlive(session)) return;
  // Many may want it at once; one asks.
  session.attaching ??= bindings.store
    .attach(ctx.id.toString(), bindings.sessions.name)
    .then(() => isAlive(session) && record.set('attached', 'yes'))
    .finally(() => (session.attaching = undefined));
  await session.attaching;
}
