import type { Phrase } from './phrase.js';

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
