import { matchesApproval } from '../../contract/bundle/approval.js';
import { suggest } from '../../contract/search/suggest.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { EffectiveManifest, OperationSet } from '../stage-values.js';

/** Warns of patterns of `execution.approve` that are about no operation: they guard nothing. */
export function checkApprovals(manifest: EffectiveManifest, { operations }: OperationSet, sink: DiagnosticSink): void {
  const keys = operations.map(({ key }) => key);
  (manifest.hot.execution.approve ?? []).forEach((pattern, index) => {
    if (keys.some((key) => matchesApproval(pattern, key))) return;
    const at = manifest.locate(`/execution/approve/${index}`);
    sink.report('bundle-approve-unmatched', { pattern, suggestions: suggest(pattern, keys) }, at);
  });
}
