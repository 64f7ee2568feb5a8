import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Failure } from '../commands/ports.js';
import type { Session } from './session.js';

/** The signing key of this run, none when none was given, or why it cannot be read. */
export type GivenKey = { ok: true; signingKey?: string } | { ok: false; failure: Failure };

/** A key or a certificate bundle is a few kilobytes; anything larger is another file. */
const MAX_KEY_BYTES = 64 * 1024;

/** Reads the key from `--key-file`, else from the variable FRONTMCP_SIGNING_KEY. It is never printed from then on. */
export async function readSigningKey(session: Session): Promise<GivenKey> {
  const file = session.option('key-file');
  if (file === undefined) return given(session.io.variables['FRONTMCP_SIGNING_KEY'], session);
  const bytes = await readFile(resolve(session.io.cwd, file)).catch(() => undefined);
  const hint = 'Name the file that holds the private key, or set FRONTMCP_SIGNING_KEY.';
  if (!bytes)
    return {
      ok: false,
      failure: { code: 'key-file-unreadable', message: `The key file "${file}" cannot be read.`, hint },
    };
  if (bytes.length > MAX_KEY_BYTES)
    return {
      ok: false,
      failure: { code: 'key-file-too-large', message: `"${file}" is no key: it has ${bytes.length} bytes.`, hint },
    };
  return given(bytes.toString('utf8'), session);
}

function given(text: string | undefined, session: Session): GivenKey {
  if (text === undefined || text.trim() === '') return { ok: true };
  session.ports.reporter.mask(text.trim());
  return { ok: true, signingKey: text };
}
