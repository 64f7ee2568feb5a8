import type { ClientSnippet } from '../commands/command-results.js';
import { codeBlock, escapeMarkdown } from './markdown.js';

/** How to connect each client, as markdown. */
export function snippetsMarkdown(snippets: readonly ClientSnippet[]): string {
  return snippets
    .map(
      ({ client, where, language, text }) =>
        `**${escapeMarkdown(client)}** (${escapeMarkdown(where)})\n\n${codeBlock(language, text)}`,
    )
    .join('\n\n');
}
