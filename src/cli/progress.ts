import { plainText } from '../report/plain-text.js';
import type { Output } from './io.js';

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
