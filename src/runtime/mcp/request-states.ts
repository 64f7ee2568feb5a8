import { createRequestStateCodec, type ServerContext } from '@modelcontextprotocol/server';
import type { Caller } from '../auth/caller.js';
import type { RequestStates } from './context.js';

/** How long the Worker still knows its own states, in seconds: long enough to say what is wrong with a late answer. */
const TTL_SECONDS = 3600;

/**
 * States of one request. The key is asked for only when a state is made or comes back.
 * @param secret gives the Worker's own key
 * @param caller whom its states are good for
 */
export function createRequestStates(
  secret: () => Promise<Uint8Array>,
  { subject, client }: Pick<Caller, 'subject' | 'client'>,
): RequestStates {
  const bind = (): string => JSON.stringify([subject, client ?? null]);
  const codec = async () => createRequestStateCodec<unknown>({ key: await secret(), ttlSeconds: TTL_SECONDS, bind });
  // What a state is bound to is known here; the SDK's own context would add nothing.
  const context = {} as ServerContext;
  return {
    mint: async (payload) => (await codec()).mint(payload, context),
    verify: async (state) => (await codec()).verify(state, context),
  };
}
