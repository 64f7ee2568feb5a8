import type { OutputsResult } from '../commands/outputs.js';
import type { ClientSnippet } from '../commands/client-snippets.js';
import { buildJson } from './build.js';
import { failureJson } from './failure.js';
import type { JsonFields } from './json-document.js';
import { codeBlock, escapeMarkdown } from './markdown.js';
import { factLines, indent, plainLines, PLAIN, type Style } from './plain-text.js';

/** Where a Worker answers and how clients connect, for a terminal; ends with a line break. */
export function outputsText(
  { workerName, deploymentUrl, mcpUrl, snippets }: OutputsResult,
  style: Style = PLAIN,
): string {
  const facts = [
    ['Worker', workerName],
    ['Deployment URL', deploymentUrl],
    ['MCP endpoint', mcpUrl],
  ].flatMap(([name, value]) => (name === undefined || value === undefined ? [] : [{ name, value }]));
  const blocks = snippets.map(
    ({ client, where, text }) =>
      `${style.bold(client)} ${style.dim(`(${where})`)}\n${indent(plainLines(text), '    ')}\n`,
  );
  return [factLines(facts, style), ...blocks].join('\n');
}

/** How to connect each client, as markdown. */
export function snippetsMarkdown(snippets: readonly ClientSnippet[]): string {
  return snippets
    .map(
      ({ client, where, language, text }) =>
        `**${escapeMarkdown(client)}** (${escapeMarkdown(where)})\n\n${codeBlock(language, text)}`,
    )
    .join('\n\n');
}

/** `outputs`. */
export function outputsJson(result: OutputsResult, path?: (file: string) => string): JsonFields {
  const { workerName, deploymentUrl, mcpUrl, snippets, failure } = result;
  return {
    ...buildJson(result.build, path),
    workerName,
    deploymentUrl,
    mcpUrl,
    snippets,
    failure: failureJson(failure),
  };
}
