import { decodeBase64url, encodeBase64url } from '../../../contract/encoding/base64url.js';
import { utf8 } from '../../../contract/encoding/bytes.js';
import type { Caller } from '../../auth/caller.js';

const NAME_BYTES = 16;
const TAG_BYTES = 24;

/** Whose session it is: nobody else's requests reach it. */
export type SessionOwner = Pick<Caller, 'subject' | 'client'>;

/** Makes the id of a new session: a random name, and a tag that binds it to this Worker and the caller. */
export async function mintSessionId(
  secret: Uint8Array<ArrayBuffer>,
  owner: SessionOwner,
): Promise<{ id: string; name: string }> {
  const name = encodeBase64url(crypto.getRandomValues(new Uint8Array(NAME_BYTES)));
  return { id: `${name}.${encodeBase64url(await tagOf(secret, name, owner))}`, name };
}

/** The name of a session that this Worker began for this caller, `undefined` for every other text. */
export async function readSessionId(
  secret: Uint8Array<ArrayBuffer>,
  id: string,
  owner: SessionOwner,
): Promise<string | undefined> {
  const [name = '', tag = '', ...rest] = id.split('.');
  const given = decodeBase64url(tag);
  if (rest.length > 0 || decodeBase64url(name)?.length !== NAME_BYTES || given?.length !== TAG_BYTES) return undefined;
  return crypto.subtle.timingSafeEqual(given, await tagOf(secret, name, owner)) ? name : undefined;
}

async function tagOf(
  secret: Uint8Array<ArrayBuffer>,
  name: string,
  { subject, client }: SessionOwner,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const text = JSON.stringify(['frontmcp-session-v1', name, subject, client ?? null]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))).slice(0, TAG_BYTES);
}
