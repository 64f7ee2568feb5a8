import { codeSpan, escapeMarkdown } from './markdown.js';
import { plainText, PLAIN, type Style } from './plain-text.js';

/** A sentence whose names and values are marked, so that each medium can set them apart and escape them. */
export type Phrase = readonly (string | { code: string })[];

/** A phrase for a terminal or a log. */
export function phraseText(phrase: Phrase, style: Style = PLAIN): string {
  return phrase.map((part) => (typeof part === 'string' ? plainText(part) : style.bold(plainText(part.code)))).join('');
}

/** A phrase for markdown. */
export function phraseMarkdown(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? escapeMarkdown(part) : codeSpan(part.code))).join('');
}

/** One line of a plan. `!` marks what a reviewer should stop at. */
export interface PlanLine {
  sign: '+' | '-' | '~' | '!';
  phrase: Phrase;
}

/** A titled part of a plan. */
export interface PlanSection {
  title: string;
  lines: PlanLine[];
}
