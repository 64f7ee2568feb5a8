import { DurableObject } from 'cloudflare:workers';

/**
 * MCP sessions are not stored yet: every protocol generation is served without them. The classes exist because a
 * Worker's Durable Object classes are structural: adding them later would need a migration and a redeploy.
 */
function refuseSession(): Response {
  return Response.json(
    {
      error: {
        code: 'sessions_not_stored',
        message: 'This Worker serves MCP without sessions; nothing is stored here.',
      },
    },
    { status: 501, headers: { 'Cache-Control': 'no-store' } },
  );
}

/** Will hold one MCP session; answers 501 until sessions are stored. */
export class SessionDO extends DurableObject {
  override async fetch(): Promise<Response> {
    return refuseSession();
  }
}

/** Will hold the events of one MCP session; answers 501 until sessions are stored. */
export class EventStoreDO extends DurableObject {
  override async fetch(): Promise<Response> {
    return refuseSession();
  }
}
