import type { DeployResult } from '../commands/deploy-result.js';
import type { Failure } from '../commands/ports.js';
import { bundleFacts, placeholderText } from './build-facts.js';
import { classificationOfPlan, deployHeadline, planOfDeploy, receiptFacts } from './deploy-facts.js';
import { factLines } from './fact-lines.js';
import { failureText } from './failure-text.js';
import { planText } from './plan-text.js';
import { redeployText } from './redeploy-text.js';
import { PLAIN, type Style } from './style.js';

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
