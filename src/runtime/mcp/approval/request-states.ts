import { decodeBase64url, encodeBase64url } from '../../../contract/encoding/base64url.js';
import { fromUtf8, utf8 } from '../../../contract/encoding/bytes.js';
import type { Caller } from '../../auth/caller.js';
import type { RequestStates } from '../context.js';

/** How long the Worker still knows its own states, in seconds: long enough to say what is wrong with a late answer. */
const TTL_SECONDS = 3600;
const PREFIX = 'v1.';
/** Keeps the tag of an owner apart from that of a state: both are made with the same key. */
const OWNER_PURPOSE = 'mcp.requestState.bind:';
const OWNER_TAG_BYTES = 16;

/** What a state holds, as it has been written since version 0.1.0. */
interface StateBody {
  /** What was minted. */
  p: unknown;
  /** When it expires, in seconds since 1970. */
  exp: number;
  /** Tag of the owner, base64url. */
  b: string;
}

/**
 * Opens the states of one request: `v1.<base64url JSON>.<base64url HMAC-SHA-256>`, bound to a caller. The key is asked for
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
  const seconds = (): number => Math.floor(now() / 1000);
  const openKey = async (): Promise<CryptoKey> =>
    crypto.subtle.importKey('raw', await secret(), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  const tagOf = async (key: CryptoKey, text: string): Promise<Uint8Array> =>
    new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)));
  const ownerTag = async (key: CryptoKey): Promise<string> => {
    const owner = JSON.stringify([subject, client ?? null]);
    return encodeBase64url((await tagOf(key, OWNER_PURPOSE + owner)).slice(0, OWNER_TAG_BYTES));
  };
  return {
    mint: async (payload) => {
      const key = await openKey();
      const body: StateBody = { p: payload, exp: seconds() + TTL_SECONDS, b: await ownerTag(key) };
      const text = PREFIX + encodeBase64url(utf8(JSON.stringify(body)));
      return `${text}.${encodeBase64url(await tagOf(key, text))}`;
    },
    verify: async (state) => {
      const [, text = '', body = '', tag = ''] = /^(v1\.([A-Za-z0-9_-]+))\.([A-Za-z0-9_-]+)$/.exec(state) ?? [];
      const [bytes, given] = [decodeBase64url(body), decodeBase64url(tag)];
      if (!bytes || !given) throw new Error('The state is malformed.');
      const key = await openKey();
      if (!(await crypto.subtle.verify('HMAC', key, given, utf8(text)))) throw new Error('The state was changed.');
      const { p, exp, b } = JSON.parse(fromUtf8(bytes)) as StateBody;
      if (exp < seconds()) throw new Error('The state has expired.');
      // The state is the Worker's own by now, so that comparing its tag gives nothing away.
      if (b !== (await ownerTag(key))) throw new Error('The state was made for another caller.');
      return p;
    },
  };
}
