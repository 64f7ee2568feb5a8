import { ANSI, PLAIN, type Style, plainText } from '../report/plain-text.js';
import type { Output } from './io.js';

/**
 * How a stream is written to: with colour on terminals, unless NO_COLOR is set (no-color.org) or the terminal is dumb;
 * FORCE_COLOR asks for it anyway.
 */
export function styleFor(output: Output, variables: Readonly<Record<string, string | undefined>>): Style {
  if (isSet(variables['NO_COLOR'])) return PLAIN;
  if (isSet(variables['FORCE_COLOR']) && variables['FORCE_COLOR'] !== '0') return ANSI;
  return output.isTTY === true && variables['TERM'] !== 'dumb' ? ANSI : PLAIN;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

/** Tells on a terminal what is being done, in one line that is wiped again. Says nothing elsewhere. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

const WIPE = '\r\u001b[2K';

/** Makes a progress line on a stream. */
export function createProgress(output: Output): Progress {
  let isShown = false;
  return {
    show(text) {
      if (output.isTTY !== true) return;
      output.write(`${WIPE}${plainText(text)} …`);
      isShown = true;
    },
    clear() {
      if (isShown) output.write(WIPE);
      isShown = false;
    },
  };
}
