import { decodeBase64url, encodeBase64url } from '../../../contract/encoding/base64url.js';
import { fromUtf8, utf8 } from '../../../contract/encoding/bytes.js';
import type { Caller } from '../../auth/caller.js';
import type { RequestStates } from '../context.js';

/** How long the Worker still knows its own states, in milliseconds: long enough to say what is wrong with a late answer. */
const TTL_MS = 3_600_000;
const TAG_BYTES = 32;
/** Keeps these tags apart from other uses of the same key. */
const PURPOSE = 'frontmcp-request-state-v1';

/** What a state holds besides its tag. */
interface StateBody {
  payload: unknown;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Opens the states of one request: base64url JSON and an HMAC-SHA-256 tag over it and its owner. The key is asked for
 * only when a state is made or comes back.
 * @param secret gives the Worker's own key
 * @param caller whom its states are good for
 * @param now milliseconds since 1970
 */
export function createRequestStates(
  secret: () => Promise<Uint8Array<ArrayBuffer>>,
  { subject, client }: Pick<Caller, 'subject' | 'client'>,
  now: () => number = Date.now,
): RequestStates {
  const signed = (body: string): Uint8Array<ArrayBuffer> =>
    utf8(JSON.stringify([PURPOSE, subject, client ?? null, body]));
  const openKey = async (): Promise<CryptoKey> =>
    crypto.subtle.importKey('raw', await secret(), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  return {
    mint: async (payload) => {
      const body = encodeBase64url(utf8(JSON.stringify({ payload, expiresAt: now() + TTL_MS } satisfies StateBody)));
      return `${body}.${encodeBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', await openKey(), signed(body))))}`;
    },
    verify: async (state) => {
      const [body = '', tag = '', ...rest] = state.split('.');
      const given = decodeBase64url(tag);
      if (rest.length > 0 || given?.length !== TAG_BYTES) throw new Error('The state is malformed.');
      if (!(await crypto.subtle.verify('HMAC', await openKey(), given, signed(body))))
        throw new Error('The state was changed, or made for another caller.');
      const { payload, expiresAt } = JSON.parse(fromUtf8(decodeBase64url(body) ?? new Uint8Array())) as StateBody;
      if (expiresAt < now()) throw new Error('The state has expired.');
      return payload;
    },
  };
}
