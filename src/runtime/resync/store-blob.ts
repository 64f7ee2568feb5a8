import { refuse, type Refusal } from '../../contract/push/refusals.js';
import { BLOB_PATH_PREFIX } from '../../contract/push/routes.js';
import { blobKey } from '../store/snapshots/artifact-source.js';
import { servedHead } from './live-snapshot.js';
import { refused, type AuthenticPush, type PushContext, type PushOutcome } from './push-context.js';
import { methodRefusal, statementSizeRefusal } from './request-form.js';

const DIGEST = /^[0-9a-f]{64}$/;
const MEDIA_TYPE = 'application/octet-stream';

/** The first checks of a blob upload: path, method, type, length, header size. */
export function blobFormRefusal(request: Request): Refusal | undefined {
  const { pathname } = new URL(request.url);
  if (!DIGEST.test(pathname.slice(BLOB_PATH_PREFIX.length))) return refuse('not_found', { path: pathname });
  return (
    methodRefusal(request, 'PUT') ?? typeRefusal(request) ?? lengthRefusal(request) ?? statementSizeRefusal(request)
  );
}

/**
 * Stores one blob under its digest. R2 checks the bytes against the digest while they stream and keeps nothing that
 * differs; a blob that is there stays as it is.
 */
export async function storeBlob(request: Request, push: AuthenticPush, context: PushContext): Promise<PushOutcome> {
  const { bindings, compiled } = context.isolate;
  const { sha256 = '', size = 0 } = push.statement.claims;
  const refusal = blobRefusal(request, sha256, size);
  if (refusal) return refused(refusal);
  if (!bindings.blobs) return refused(refuse('no_blob_store', { binding: 'SKILL_DATA' }));
  const stored = await putBlob(bindings.blobs, sha256, size, request.body);
  if (stored) return refused(stored);
  const { name, environment } = compiled.identity;
  const answer = await bindings.store.settle({
    worker: { name, environment },
    statement: push.spent,
    type: 'stored',
    sha256,
    refs: new Uint8Array(0),
  });
  if (!answer.ok) return { ok: false, refusal: answer.refusal, recorded: { head: answer.head } };
  const head = await servedHead(context);
  return {
    ok: true,
    receipt: {
      status: 'stored',
      generation: head?.generation ?? 0,
      bundleSha256: head?.sha256 ?? null,
      previous: null,
      audit: answer.audit,
    },
  };
}

function typeRefusal({ headers }: Request): Refusal | undefined {
  const contentType = headers.get('Content-Type');
  const contentEncoding = headers.get('Content-Encoding');
  return contentType === MEDIA_TYPE && contentEncoding === null
    ? undefined
    : refuse('unsupported_media_type', { contentType, contentEncoding });
}

function lengthRefusal({ headers }: Request): Refusal | undefined {
  return headers.has('Content-Length') ? undefined : refuse('length_required', {});
}

function blobRefusal(request: Request, sha256: string, size: number): Refusal | undefined {
  const named = new URL(request.url).pathname.slice(BLOB_PATH_PREFIX.length);
  const length = Number(request.headers.get('Content-Length'));
  if (named !== sha256)
    return refuse('digest_mismatch', { what: 'the address of the blob', expected: sha256, actual: named });
  return length === size
    ? undefined
    : refuse('digest_mismatch', { what: 'the blob', expected: `${size} bytes`, actual: `${length} bytes` });
}

async function putBlob(
  bucket: R2Bucket,
  sha256: string,
  size: number,
  body: Request['body'],
): Promise<Refusal | undefined> {
  try {
    await bucket.put(blobKey(sha256), body ?? new Uint8Array(0), { sha256, onlyIf: { etagDoesNotMatch: '*' } });
  } catch (error) {
    // R2 tells a wrong digest only by its message; the object it would have made is not there.
    if ((await bucket.head(blobKey(sha256)))?.size === size) return undefined;
    return /checksum|sha-?256|digest/i.test(String(error))
      ? refuse('digest_mismatch', { what: 'the blob', expected: sha256, actual: 'other bytes' })
      : refuse('unavailable', { reason: 'the blob store did not take the blob', retryAfterSeconds: 2 });
  }
  return undefined;
}
