/**
 * A function that was entered, by file and index in that file.
 * @typedef {object} Entered
 * @property {string} file
 * @property {number} index
 * @property {boolean} isAfter whether it was entered only after the answer, in work that no caller waits for
 */

/**
 * The counter of an instrumented bundle. `answered` is called when requests begin to wait for an answer, and when none does.
 * @typedef {{ start(): void, answered(isAnswered: boolean): void, stop(): Entered[] }} Counter
 */

/** Names the functions that instrumented sources call, and the counter. */
export const GLOBALS = {
  enter: '__journeyEnter',
  beginModule: '__journeyBeginModule',
  endModule: '__journeyEndModule',
  counter: '__journey',
};

/**
 * Defines the counter; goes before an instrumented bundle. Functions that run while a module is evaluated are not counted:
 * they run once per process, whatever is requested later.
 */
export const COUNTER = `globalThis.${GLOBALS.counter} = (() => {
  let evaluating = 0;
  let isCounting = false;
  let isAfter = false;
  let entered = new Map();
  globalThis.${GLOBALS.beginModule} = () => void (evaluating += 1);
  globalThis.${GLOBALS.endModule} = () => void (evaluating -= 1);
  globalThis.${GLOBALS.enter} = (file, index) => {
    if (!isCounting || evaluating > 0) return;
    const id = file + '#' + index;
    const known = entered.get(id);
    if (known && (isAfter || !known.isAfter)) return;
    entered.delete(id);
    entered.set(id, { file, index, isAfter });
  };
  return {
    start() {
      entered = new Map();
      isCounting = true;
      isAfter = false;
    },
    answered(isAnswered) {
      isAfter = isAnswered;
    },
    stop() {
      isCounting = false;
      return [...entered.values()];
    },
  };
})();`;
