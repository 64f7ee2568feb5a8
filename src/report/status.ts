import type { StatusResult } from '../commands/status.js';
import type { WorkerStatus } from '../contract/push/push-messages.js';
import { failureJson } from './failure.js';
import type { JsonFields } from './json-document.js';
import { factLines, type Fact, plainText, PLAIN, type Style } from './plain-text.js';

/** What is live, for a terminal; ends with a line break. */
export function statusText(result: StatusResult, style: Style = PLAIN): string {
  const { worker } = result;
  const parts = [
    factLines(statusFacts(result), style),
    worker ? problemLines(worker, style) : 'Without a signing key a Worker tells only its digest and generation.\n',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function statusFacts({ url, receipt, worker, live }: StatusResult): Fact[] {
  const facts: [string, string | undefined | null][] = [
    ['Worker', url],
    ['Project', worker && `${worker.name} / ${worker.environment}`],
    ['Bundle digest', receipt ? (receipt.bundleSha256 ?? 'none is live') : (live?.sha256 ?? (live && 'none is live'))],
    ['Generation', (receipt?.generation ?? live?.generation)?.toString()],
    ['Applied at', worker?.appliedAt],
    ['Audience', worker?.audience],
    ['Runtime', worker?.runtimeVersion],
    ['Structural digest', worker?.structuralDigest],
    ['Audit head', receipt?.audit && `${receipt.audit.hash} (record ${receipt.audit.seq})`],
    ['Audit records pending', worker?.auditPending.toString()],
    ...(worker?.trustRoots ?? []).map(({ kid, algorithm, thumbprint }): [string, string] => [
      'Trust root',
      `${kid} (${algorithm}, thumbprint ${thumbprint})`,
    ]),
  ];
  return facts.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
}

function problemLines(worker: WorkerStatus, style: Style): string {
  const lines = [
    ...worker.unusableTrustRoots.map(
      ({ kid, reason }) => `The trust root "${kid}" cannot be used: ${reason.replace(/\.$/, '')}.`,
    ),
    ...worker.missingSecrets.map((name) => `The secret "${name}" has no value. Run: wrangler secret put ${name}`),
    ...worker.missingBindings.map(
      ({ binding, consequence }) => `The binding "${binding}" is missing: ${consequence.replace(/\.$/, '')}.`,
    ),
  ];
  return lines.map((line) => `${style.yellow('warning')} ${plainText(line)}\n`).join('');
}

/** `status`. */
export function statusJson({ url, receipt, worker, live, failure }: StatusResult): JsonFields {
  return {
    url,
    bundleSha256: receipt ? receipt.bundleSha256 : live?.sha256,
    generation: receipt?.generation ?? live?.generation,
    audit: receipt?.audit,
    requestId: receipt?.requestId,
    worker,
    failure: failureJson(failure),
  };
}
