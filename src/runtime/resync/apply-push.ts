import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { diffBundles } from '../../contract/bundle/diff.js';
import type { BundleProblem } from '../../contract/bundle/parse-bundle.js';
import { fromUtf8, utf8 } from '../../contract/encoding/bytes.js';
import { refuse, type Refusal } from '../../contract/push/refusals.js';
import { openSearchIndex } from '../../contract/search/rank.js';
import type { SearchIndex } from '../../contract/search/search-index.js';
import type { Snapshot } from '../snapshot.js';
import type { CommitAnswer } from '../store/bundle-store.js';
import { packArtifacts, packDigests } from '../store/packing.js';
import { createArtifactCache } from '../store/snapshots/artifact-source.js';
import { compiledArtifact, type CompiledIn } from '../store/snapshots/compiled-in.js';
import { openSnapshot } from '../store/snapshots/isolate.js';
import { checkArtifacts, textArtifacts } from './check-artifacts.js';
import type { CheckedBundle } from './check-bundle.js';
import { indexOf, liveSnapshot } from './live-snapshot.js';
import { refused, type AuthenticPush, type PushContext, type PushOutcome } from './push-context.js';
import { readPushedBundle } from './read-pushed-bundle.js';
import { requirementRefusal } from './requirements.js';

/** Makes a pushed bundle live: every check that needs no storage first, then one transaction in `BundleDO`. */
export async function applyPush(request: Request, push: AuthenticPush, context: PushContext): Promise<PushOutcome> {
  const { bindings, compiled, snapshots } = context.isolate;
  const pushed = await readPushedBundle(request, push, context);
  if (!pushed.ok) return pushed;
  const { bundle } = pushed;
  const checked = await checkArtifacts(bundle.index, pushed.sent);
  if (!checked.ok) return checked;
  const { artifacts } = checked;
  const lacking = await requirementRefusal(bundle.index, context);
  if (lacking) return refused(lacking);
  const refs = packDigests(new Set(textArtifacts(bundle.index).map(({ ref }) => ref.sha256)));
  const missing = (await bindings.store.missing(refs)).filter((digest) => !artifacts.has(digest));
  const unavailable = addCompiledIn(artifacts, missing, compiled);
  // With artifacts missing there is nothing to try: the transaction refuses, unless something else comes first.
  const broken = unavailable === 0 ? await probeRefusal(bundle, artifacts, context) : undefined;
  if (broken) return refused(broken);
  const before = await liveSnapshot(context);
  const answer = await bindings.store.commit({
    ...snapshots.serving(),
    worker: { name: compiled.identity.name, environment: compiled.identity.environment },
    statement: push.spent,
    sha256: bundle.sha256,
    index: bundle.bytes,
    refs,
    artifacts: packArtifacts(artifacts),
  });
  snapshots.expire();
  if (!answer.ok) return { ok: false, refusal: answer.refusal, recorded: { head: answer.head } };
  return committed(
    answer,
    answer.outcome === 'unchanged' ? null : diffBundles(await indexOf(answer.previous, before, context), bundle.index),
  );
}

/** The receipt of a commit. */
export function committed(
  answer: Extract<CommitAnswer, { ok: true }>,
  diff: ReturnType<typeof diffBundles> | null,
): PushOutcome {
  const { outcome: status, head, previous, audit } = answer;
  return {
    ok: true,
    receipt: {
      status,
      generation: head.generation,
      bundleSha256: head.sha256,
      previous,
      ...(diff ? { diff } : {}),
      audit,
    },
  };
}

/** Takes what the Worker was deployed with, so that its first push need not send it again. Returns how many stay missing. */
function addCompiledIn(artifacts: Map<string, Uint8Array>, missing: readonly string[], compiled: CompiledIn): number {
  for (const digest of missing) {
    const text = compiledArtifact(compiled, digest);
    if (text !== null) artifacts.set(digest, utf8(text));
  }
  return missing.filter((digest) => !artifacts.has(digest)).length;
}

function textOf(bytes: Uint8Array | undefined): string | null {
  return bytes ? fromUtf8(bytes) : null;
}

async function probeRefusal(
  bundle: CheckedBundle,
  artifacts: Map<string, Uint8Array>,
  { isolate }: PushContext,
): Promise<Refusal | undefined> {
  const { bindings } = isolate;
  const snapshot = openSnapshot({ generation: 0, sha256: bundle.sha256, appliedAt: null }, bundle.index, {
    // Its own cache: what is refused must leave nothing behind in the isolate.
    cache: createArtifactCache(0),
    atHand: (digest) => textOf(artifacts.get(digest)),
    lastKnownGood: null,
    store: bindings.store,
    blobs: bindings.blobs,
  });
  const problems = await probe(snapshot);
  return problems.length > 0 ? refuse('invalid_bundle', { problems }) : undefined;
}

/**
 * Uses a bundle once before it goes live: its search index opens, searches and names only its skills, and a skill's
 * text can be read. Throws only what a store throws.
 */
async function probe(snapshot: Snapshot): Promise<BundleProblem[]> {
  const { index } = snapshot;
  const main = Object.values(index.skills)[0]?.files['SKILL.md'];
  if (main) await snapshot.text(main);
  return searchProblems(index, await snapshot.text(index.search));
}

function searchProblems(index: BundleIndex, text: string): BundleProblem[] {
  try {
    const search = JSON.parse(text) as SearchIndex;
    openSearchIndex(search).search(index.name);
    const strangers = search.documents.filter(({ id }) => !Object.hasOwn(index.skills, id));
    return strangers.map(({ id }) => ({ pointer: '/search', message: `names the unknown skill "${id}"` }));
  } catch (error) {
    return [
      { pointer: '/search', message: `cannot be opened: ${error instanceof Error ? error.message : String(error)}` },
    ];
  }
}
