import { classificationTable, type ClassificationRow } from '../commands/classification-table.js';
import type { DeployResult } from '../commands/deploy-result.js';
import type { Plan } from '../commands/plan-result.js';
import { bytesText, plural } from './counts.js';

/** The plan of a deploy: its own, or after a push what the Worker says has changed. */
export function planOfDeploy({ plan, receipt, deploymentUrl }: DeployResult): Plan | undefined {
  if (plan || !receipt?.diff) return plan;
  const { previous, diff } = receipt;
  return { base: { kind: 'live', url: deploymentUrl ?? '', ...(previous ?? {}) }, diff };
}

/** How operations are classified, for whoever reviews a plan; after a push nobody is asked. */
export function classificationOfPlan({ plan, build }: Pick<DeployResult, 'plan' | 'build'>): ClassificationRow[] {
  return plan ? classificationTable(build) : [];
}

const HEADLINES: Record<DeployResult['result'], string> = {
  applied: 'The deploy bundle is live',
  unchanged: 'This deploy bundle was live already',
  planned: 'Dry run: nothing was signed or pushed',
  redeploy_required: 'The Worker must be redeployed before this can be pushed',
  failed: 'The deploy failed',
};

/** The outcome in a sentence. */
export function deployHeadline({ result }: Pick<DeployResult, 'result'>): string {
  return HEADLINES[result];
}

/** Name and value of everything a receipt tells, in reading order; values are plain text. */
export function receiptFacts(result: DeployResult): { name: string; value: string; note?: string }[] {
  const { bundleSha256, signedWith, receipt, deploymentUrl, mcpUrl, build, push } = result;
  const facts: [string, string | undefined, string?][] = [
    ['Project', build.manifest?.name],
    ['Environment', build.manifest?.environment],
    ['Bundle digest', bundleSha256],
    ['Generation', receipt?.generation.toString()],
    ['Signed with', signedWith?.kid, signedWith && `thumbprint ${signedWith.thumbprint}`],
    ['Audit head', receipt?.audit?.hash, receipt?.audit ? `record ${receipt.audit.seq}` : undefined],
    ['Worker', deploymentUrl],
    ['MCP endpoint', mcpUrl],
    ['Request id', receipt?.requestId],
    [
      'Sent',
      push && plural(push.sentArtifacts, 'artifact'),
      push && `${bytesText(push.bytes)}, ${push.attempts} ${push.attempts === 1 ? 'request' : 'requests'}`,
    ],
  ];
  return facts.flatMap(([name, value, note]) =>
    value === undefined ? [] : [{ name, value, ...(note === undefined ? {} : { note }) }],
  );
}
