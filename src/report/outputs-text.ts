import type { OutputsResult } from '../commands/command-results.js';
import { factLines } from './fact-lines.js';
import { indent, plainLines } from './plain.js';
import { PLAIN, type Style } from './style.js';

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
