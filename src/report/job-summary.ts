import type { DeployResult } from '../commands/deploy-result.js';
import type { ClientSnippet } from '../commands/client-snippets.js';
import type { Diagnostic } from '../build/diagnostics/diagnostic.js';
import { bundleFacts, placeholderText } from './build.js';
import { countBySeverity, countsText, diagnosticsTable } from './diagnostics.js';
import { classificationOfPlan, deployHeadline, planOfDeploy, receiptFacts, REDEPLOY_STEPS } from './deploy.js';
import { failureMarkdown } from './failure.js';
import { codeSpan, collapsible, escapeHtml, escapeMarkdown, htmlCode, htmlTable } from './markdown.js';
import { planMarkdown } from './plan.js';
import { snippetsMarkdown } from './outputs.js';

/** What a job summary shows. */
export interface JobSummary {
  result: DeployResult;
  /** How to connect clients; none when the endpoint is not known. */
  snippets: readonly ClientSnippet[];
  /** Diagnostics that did not fit into annotations. */
  unannotated: readonly Diagnostic[];
  /** Sentences about this run, such as why it is a dry run. */
  notes: readonly string[];
  /** Path of a file as people know it; as it is by default. */
  path?: (file: string) => string;
}

/** The job summary: outcome, receipt, failure, findings, plan, and how to connect. Markdown; ends with a line break. */
export function jobSummary({ result, snippets, unannotated, notes, path }: JobSummary): string {
  const { build, failure, redeployPointers } = result;
  const facts = bundleFacts(build);
  const placeholders = placeholderText(build);
  const plan = planOfDeploy(result);
  const parts = [
    `## FrontMCP deploy: ${escapeMarkdown(deployHeadline(result))}`,
    ...(facts === undefined ? [] : [escapeMarkdown(`${facts}.`)]),
    ...notes.map((note) => `> ${escapeMarkdown(note)}`),
    receiptTable(result),
    ...(placeholders === undefined ? [] : [`> ${escapeMarkdown(placeholders)}`]),
    ...(failure ? [failureMarkdown(redeployPointers ? { ...failure, hint: undefined } : failure)] : []),
    ...(redeployPointers ? [redeployMarkdown(redeployPointers)] : []),
    ...findings(build.diagnostics, unannotated, path),
    ...(plan ? [`### Plan\n\n${planMarkdown(plan, classificationOfPlan(result)).trimEnd()}`] : []),
    ...(snippets.length > 0 ? [collapsible('Connect a client', snippetsMarkdown(snippets))] : []),
  ];
  return parts.filter((part) => part !== '').join('\n\n') + '\n';
}

function receiptTable(result: DeployResult): string {
  const rows = receiptFacts(result).map(({ name, value, note }) => [
    escapeHtml(name),
    htmlCode(value) + (note === undefined ? '' : ` ${escapeHtml(note)}`),
  ]);
  return rows.length === 0 ? '' : htmlTable(rows);
}

function redeployMarkdown(pointers: readonly string[]): string {
  return [
    'What a push cannot change:',
    '',
    ...pointers.map((pointer) => `- ⚠️ ${codeSpan(pointer)}`),
    '',
    REDEPLOY_STEPS,
  ].join('\n');
}

function findings(
  all: readonly Diagnostic[],
  unannotated: readonly Diagnostic[],
  path?: (file: string) => string,
): string[] {
  if (all.length === 0) return [];
  const heading = `### Findings: ${countsText(countBySeverity(all))}`;
  if (unannotated.length === 0) return [heading, diagnosticsTable(all, path)];
  const note = `GitHub shows ${all.length - unannotated.length} of them as annotations; all are listed here and in the log.`;
  return [heading, note, diagnosticsTable(all, path)];
}
