import { messageOf } from '../build/diagnostics/collector.js';
import { findRoot } from '../build/files/working-tree.js';
import type { ClientSnippet } from '../commands/client-snippets.js';
import type { DeployResult } from '../commands/deploy-result.js';
import { annotationsOf, MAX_ANNOTATIONS_PER_LEVEL, type Annotation } from '../report/annotations.js';
import { deployText } from '../report/deploy.js';
import { countBySeverity, countsText, diagnosticsText, placeText, createPathView } from '../report/diagnostics.js';
import { failureMessage } from '../report/failure.js';
import { jobSummary } from '../report/job-summary.js';
import { plainText } from '../report/plain-text.js';
import type { ActionPorts, Core } from './action-ports.js';
import { inert } from './inert.js';

/** What is to be reported. */
export interface RunReport {
  result: DeployResult;
  notes: readonly string[];
  snippets: readonly ClientSnippet[];
  /** Absolute paths: the project's folder, and the workspace that annotations are relative to. */
  directory?: string;
  workspace?: string;
}

/** Tells the outcome: findings, annotations, receipt and plan in the log, the job summary, and last of all the failure. */
export async function reportRun(report: RunReport, { core, variables }: ActionPorts): Promise<void> {
  const { notes, snippets } = report;
  const result = inWorkflowTerms(report.result);
  const { diagnostics } = result.build;
  const path = await pathView(report);
  const { shown, left } = annotationsOf(diagnostics, { path, most: ANNOTATIONS });
  if (diagnostics.length > 0)
    inGroup(core, `Findings: ${countsText(countBySeverity(diagnostics))}`, diagnosticsText(diagnostics, { path }));
  for (const annotation of shown) annotate(core, annotation);
  if (result.build.bundle || result.failure) inGroup(core, 'Result', deployText(result));
  if (result.signedWith?.repaired !== undefined)
    core.notice(`The signing key was repaired: ${plainText(result.signedWith.repaired)}.`);
  await writeSummary(jobSummary({ result, snippets, unannotated: left, notes, path }), core, variables);
  const failure = failureOf(result, path);
  if (failure !== undefined) core.setFailed(failure);
}

/** What is missing on a command line is missing in the workflow here, so the hint shows the line to add there. */
function inWorkflowTerms(result: DeployResult): DeployResult {
  if (result.failure?.code !== 'signing-key-missing') return result;
  const hint =
    'Add to the step, under "with":\n  signing-key: ${{ secrets.FRONTMCP_SIGNING_KEY }}\nand make the secret with "frontmcp deploy keygen". In runs of forks and Dependabot secrets are empty.';
  return { ...result, failure: { ...result.failure, hint } };
}

/** One error less than GitHub shows: the failure itself, told last, is an annotation too. */
const ANNOTATIONS = { error: MAX_ANNOTATIONS_PER_LEVEL - 1 };

async function pathView({ directory, workspace }: RunReport): Promise<(file: string) => string> {
  if (directory === undefined || workspace === undefined) return (file) => file;
  return createPathView((await findRoot(directory)).root, (await findRoot(workspace)).directory);
}

function annotate(core: Core, { level, message, ...properties }: Annotation): void {
  core[level](message, properties);
}

function inGroup(core: Core, title: string, text: string): void {
  core.startGroup(title);
  core.info(inert(text.trimEnd()));
  core.endGroup();
}

/** The summary is a courtesy: an older runner or a full file must not fail a deploy. */
async function writeSummary(text: string, core: Core, variables: ActionPorts['variables']): Promise<void> {
  if (!variables['GITHUB_STEP_SUMMARY']) return;
  try {
    await core.summary.addRaw(text).write();
  } catch (error) {
    core.warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Why the run fails, as its last line; undefined when it does not. */
function failureOf({ result, failure, build }: DeployResult, path: (file: string) => string): string | undefined {
  if (failure) return failureMessage(failure);
  if (result !== 'failed') return undefined;
  const { diagnostics } = build;
  const first =
    diagnostics.find(({ severity }) => severity === 'error') ??
    diagnostics.find(({ severity }) => severity === 'warning');
  if (!first) return 'Nothing was pushed.';
  const where = first.location ? `${placeText({ ...first.location, file: path(first.location.file) })}: ` : '';
  const why = countBySeverity(diagnostics).error > 0 ? '' : ', and "fail-on" is "warning"';
  return `Nothing was pushed: ${countsText(countBySeverity(diagnostics))}${why}. The first: ${where}${plainText(messageOf(first))}`;
}
