import { diffBundles } from '../../contract/bundle/diff.js';
import { compiledArtifact } from '../store/snapshots/compiled-in.js';
import { packDigests } from '../store/packing.js';
import { textArtifacts } from './check-artifacts.js';
import { liveSnapshot } from './live-snapshot.js';
import { refused, type AuthenticPush, type PushContext, type PushOutcome } from './push-context.js';
import { readPushedBundle } from './read-pushed-bundle.js';
import { missingBlobs, secretRefusal } from './requirements.js';

/** Says what a push would change and what the Worker lacks for it. `expect` is not compared: a plan is how one learns the head. */
export async function planPush(request: Request, push: AuthenticPush, context: PushContext): Promise<PushOutcome> {
  const { bindings, compiled } = context.isolate;
  const pushed = await readPushedBundle(request, push, context);
  if (!pushed.ok) return pushed;
  const { index, sha256 } = pushed.bundle;
  const lacking = secretRefusal(index, bindings.secret);
  if (lacking) return refused(lacking);
  const refs = packDigests(new Set(textArtifacts(index).map(({ ref }) => ref.sha256)));
  const blobs = await missingBlobs(index, bindings.blobs);
  const live = await liveSnapshot(context);
  const { name, environment } = compiled.identity;
  const answer = await bindings.store.settle({
    worker: { name, environment },
    statement: push.spent,
    type: 'planned',
    sha256,
    refs,
  });
  if (!answer.ok) return { ok: false, refusal: answer.refusal, recorded: { head: answer.head } };
  return {
    ok: true,
    receipt: {
      status: 'planned',
      generation: live?.generation ?? 0,
      bundleSha256: live?.sha256 ?? null,
      previous: live && { generation: live.generation, sha256: live.sha256 },
      diff: diffBundles(live?.index ?? null, index),
      missing: {
        artifacts: answer.missing.filter((digest) => compiledArtifact(compiled, digest) === null),
        blobs: blobs.map((blob) => blob.sha256),
      },
      audit: answer.audit,
    },
  };
}
