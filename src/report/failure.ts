import type { Failure } from '../commands/ports.js';
import type { JsonFields } from './json-document.js';
import { escapeMarkdown, codeSpan, codeBlock } from './markdown.js';
import { indent, plainLines, plainText, PLAIN, type Style } from './plain-text.js';

/** A failure for a terminal or a log: what happened, the code and request id, the next step; ends with a line break. */
export function failureText(failure: Failure, style: Style = PLAIN): string {
  return [
    `${style.red('error')} ${style.dim(plainText(failure.code))} ${plainText(failure.message)}`,
    ...(failure.requestId === undefined ? [] : [`    request id of the Worker: ${plainText(failure.requestId)}`]),
    ...(failure.hint === undefined ? [] : [indent(plainLines(failure.hint), '    ')]),
    '',
  ].join('\n');
}

/** A failure as the one message of an annotation. */
export function failureMessage(failure: Failure): string {
  const id = failure.requestId === undefined ? '' : `, request id ${plainText(failure.requestId)}`;
  const hint = failure.hint === undefined ? '' : `\n${plainLines(failure.hint)}`;
  return `${plainText(failure.message)} (${plainText(failure.code)}${id})${hint}`;
}

/** A failure as markdown. A hint of several lines holds something to copy, so it becomes a block. */
export function failureMarkdown(failure: Failure): string {
  const id = failure.requestId === undefined ? '' : `, request id ${codeSpan(failure.requestId)}`;
  const lines = [`**${escapeMarkdown(failure.message)}** (${codeSpan(failure.code)}${id})`];
  const { hint } = failure;
  if (hint !== undefined) lines.push(hint.includes('\n') ? codeBlock('', hint) : escapeMarkdown(hint));
  return lines.join('\n\n');
}

/** A failure; `null` when there was none. */
export function failureJson(failure: Failure | undefined): JsonFields | null {
  if (!failure) return null;
  const { code, message, hint, requestId } = failure;
  return { code, message, hint, requestId };
}
