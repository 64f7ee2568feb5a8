import { matchesApproval } from '../../contract/bundle/approval.js';
import { MAX_ARTIFACT_BYTES, MAX_BLOBS, MAX_INDEX_BYTES, MAX_JSON_DEPTH } from '../../contract/bundle/bundle-limits.js';
import type { BundleIndex } from '../../contract/bundle/bundle-index.js';
import { parseBundle } from '../../contract/bundle/parse-bundle.js';
import { utf8 } from '../../contract/encoding/bytes.js';
import { canonicalJson } from '../../contract/encoding/canonical-json.js';
import { isJsonObject } from '../../contract/encoding/json.js';
import { suggest } from '../../contract/search/suggest.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { Artifact, EffectiveManifest, OperationSet } from '../stage-values.js';

/** How many contributors a message about size names. */
const NAMED_CONTRIBUTORS = 5;

/**
 * Holds an index against every rule the Worker will apply, with messages for the person who wrote the files.
 * Returns whether the bundle may be pushed.
 */
export function checkBundle(index: BundleIndex, artifacts: readonly Artifact[], sink: DiagnosticSink): boolean {
  const checks = [checkArtifacts(artifacts, sink), checkBlobs(artifacts, sink), checkIndex(index, sink)];
  return checks.every(Boolean);
}

function checkArtifacts(artifacts: readonly Artifact[], sink: DiagnosticSink): boolean {
  const large = artifacts.filter(({ ref }) => !ref.blob && ref.size > MAX_ARTIFACT_BYTES);
  for (const { origin, ref } of large) {
    sink.report('bundle-artifact-too-large', { artifact: origin, bytes: ref.size, limit: MAX_ARTIFACT_BYTES });
  }
  return large.length === 0;
}

function checkBlobs(artifacts: readonly Artifact[], sink: DiagnosticSink): boolean {
  const count = artifacts.filter(({ ref }) => ref.blob).length;
  if (count > MAX_BLOBS) sink.report('bundle-too-many-blobs', { count, limit: MAX_BLOBS });
  return count <= MAX_BLOBS;
}

function checkIndex(index: BundleIndex, sink: DiagnosticSink): boolean {
  const deep = tooDeep(index, MAX_JSON_DEPTH, '');
  if (deep !== undefined) {
    sink.report('bundle-index-too-deep', { limit: MAX_JSON_DEPTH, where: deep });
    return false;
  }
  let text: string;
  try {
    text = canonicalJson(index);
  } catch (error) {
    sink.report('bundle-not-representable', {
      what: 'The index',
      reason: error instanceof Error ? error.message : 'unknown',
    });
    return false;
  }
  const outcome = parseBundle(text, utf8(text).length);
  if (outcome.ok) return true;
  if (outcome.reason === 'too_large') {
    sink.report('bundle-index-too-large', {
      bytes: outcome.size,
      limit: MAX_INDEX_BYTES,
      biggest: biggestContributors(index),
    });
  } else if (outcome.reason === 'invalid') {
    for (const { pointer, message } of outcome.problems) sink.report('bundle-invalid', { pointer, problem: message });
  } else {
    const where = outcome.fault.fault === 'forbidden_key' ? ` at ${outcome.fault.pointer}` : '';
    sink.report('bundle-not-representable', { what: 'The index', reason: `${outcome.fault.fault}${where}` });
  }
  return false;
}

function biggestContributors(index: BundleIndex): { name: string; bytes: number }[] {
  const groups = { skill: index.skills, operation: index.operations, service: index.services };
  return Object.entries(groups)
    .flatMap(([group, members]) =>
      Object.entries(members).map(([name, member]) => ({
        name: `${group} ${name}`,
        bytes: utf8(canonicalJson(member)).length,
      })),
    )
    .sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1))
    .slice(0, NAMED_CONTRIBUTORS);
}

function tooDeep(value: unknown, remaining: number, pointer: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (remaining === 0) return pointer;
  const members = isJsonObject(value) || Array.isArray(value) ? Object.entries(value) : [];
  for (const [key, member] of members) {
    const found = tooDeep(member, remaining - 1, `${pointer}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Warns of patterns of `execution.approve` that are about no operation: they guard nothing. */
export function checkApprovals(manifest: EffectiveManifest, { operations }: OperationSet, sink: DiagnosticSink): void {
  const keys = operations.map(({ key }) => key);
  (manifest.hot.execution.approve ?? []).forEach((pattern, index) => {
    if (keys.some((key) => matchesApproval(pattern, key))) return;
    const at = manifest.locate(`/execution/approve/${index}`);
    sink.report('bundle-approve-unmatched', { pattern, suggestions: suggest(pattern, keys) }, at);
  });
}
