import { classificationTable, type ClassificationRow } from '../commands/classification-table.js';
import type { DeployResult } from '../commands/deploy-result.js';
import type { Plan } from '../commands/plan-result.js';
import type { Failure } from '../commands/ports.js';
import { bundleFacts, placeholderText, buildJson } from './build.js';
import { bytesText, plural } from './counts.js';
import { failureText, failureJson } from './failure.js';
import type { JsonFields } from './json-document.js';
import { factLines, PLAIN, type Style, plainText } from './plain-text.js';
import { planText, planJson } from './plan.js';

const HEADLINES: Record<DeployResult['result'], string> = {
  applied: 'The deploy bundle is live',
  unchanged: 'This deploy bundle was live already',
  planned: 'Dry run: nothing was signed or pushed',
  redeploy_required: 'The Worker must be redeployed before this can be pushed',
  failed: 'The deploy failed',
};

/**
 * What a deploy came to, for a terminal or a log; ends with a line break. Diagnostics are not part of it: they are shown
 * before, where they belong.
 */
export function deployText(result: DeployResult, style: Style = PLAIN): string {
  const colour = {
    applied: style.green,
    unchanged: style.green,
    planned: style.blue,
    redeploy_required: style.yellow,
    failed: style.red,
  }[result.result];
  const facts = bundleFacts(result.build);
  const placeholders = placeholderText(result.build);
  const plan = planOfDeploy(result);
  const parts = [
    [style.bold(colour(deployHeadline(result))), ...(facts === undefined ? [] : [facts])].join('\n') + '\n',
    factLines(receiptFacts(result), style),
    ...(placeholders === undefined ? [] : [`${style.yellow('note')} ${placeholders}\n`]),
    ...(result.failure ? [failureText(withoutSteps(result), style)] : []),
    ...(result.redeployPointers ? [redeployText(result.redeployPointers)] : []),
    ...(plan ? [planText(plan, style, classificationOfPlan(result))] : []),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** The steps of a redeploy are told in full below the pointers. */
function withoutSteps({ failure, redeployPointers }: DeployResult): Failure {
  return { ...(failure as Failure), ...(redeployPointers ? { hint: undefined } : {}) };
}

/** `push`. */
export function deployJson(result: DeployResult, path?: (file: string) => string): JsonFields {
  const { receipt, signedWith, deploymentUrl, mcpUrl, redeployPointers, failure, push } = result;
  return {
    ...buildJson(result.build, path),
    result: result.result,
    bundleSha256: result.bundleSha256,
    generation: receipt?.generation,
    deploymentUrl,
    mcpUrl,
    signedWith: signedWith && { kid: signedWith.kid, thumbprint: signedWith.thumbprint },
    audit: receipt?.audit,
    requestId: receipt?.requestId,
    push,
    redeployRequired: result.result === 'redeploy_required',
    redeployPointers: redeployPointers ?? [],
    plan: planJson(planOfDeploy(result)),
    failure: failureJson(failure),
  };
}

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

/** What to do when a push changes a structural part of the Worker; ends with a line break. */
function redeployText(pointers: readonly string[]): string {
  return [
    'What a push cannot change:',
    ...pointers.map((pointer) => `  ! ${plainText(pointer)}`),
    REDEPLOY_STEPS,
    '',
  ].join('\n');
}

/** How to redeploy, in one sentence. */
export const REDEPLOY_STEPS =
  'Write the Worker\'s folder (frontmcp deploy emit-wrangler --out DIR, or the input "emit"), run "wrangler deploy" in it, then push again.';
