import { createRequestStateCodec, type ServerContext } from '@modelcontextprotocol/server';
import type { Caller } from '../auth/caller.js';
import type { RequestStates } from './context.js';

/** How long a person may take to answer a question, in seconds. */
const TTL_SECONDS = 600;

/** Whom and what a state is good for. */
export interface StateBinding {
  caller: Pick<Caller, 'subject' | 'client'>;
  /** Digest of the bundle that the call began with. */
  sha256: string;
}

/**
 * States of one request. The key is asked for only when a state is made or comes back.
 * @param secret gives the Worker's own key
 */
export function createRequestStates(
  secret: () => Promise<Uint8Array>,
  { caller, sha256 }: StateBinding,
): RequestStates {
  const bind = JSON.stringify([caller.subject, caller.client ?? null, sha256]);
  const codec = async () =>
    createRequestStateCodec<unknown>({ key: await secret(), ttlSeconds: TTL_SECONDS, bind: () => bind });
  // What a state is bound to is known here; the SDK's own context would add nothing.
  const context = {} as ServerContext;
  return {
    mint: async (payload) => (await codec()).mint(payload, context),
    verify: async (state) => (await codec()).verify(state, context),
  };
}
