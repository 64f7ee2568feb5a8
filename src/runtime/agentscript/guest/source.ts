import { installArithmetic } from './arithmetic.js';
import { capture } from './capture.js';
import { control } from './control.js';
import { guardJson } from './guard-json.js';
import { guardLists } from './guard-lists.js';
import { guardObjects } from './guard-objects.js';
import { guardTexts } from './guard-texts.js';
import { installLocale } from './locale.js';
import { installLocaleDates } from './locale-dates.js';
import { installLocaleNumbers } from './locale-numbers.js';
import { lock } from './lock.js';
import { installShims } from './shims.js';

/**
 * The text that prepares an engine: a function of the bridge that answers the guest's side of it. It is made of the
 * text of real functions, which are checked and tested as such, and refer to nothing outside of themselves. What is
 * shipped holds that text, not the functions: scripts/runtime-options.mjs takes it while it builds.
 */
export function guestSource(): string {
  const call = (code: (...parameters: never[]) => unknown, parameters: string) => `(${String(code)})(${parameters})`;
  return `(function (bridge) {
"use strict";
const p = ${call(capture, '')};
const side = ${call(control, 'p, bridge')};
${call(installShims, 'p')};
${call(guardLists, 'p')};
${call(guardObjects, 'p')};
${call(guardTexts, 'p, side.limit')};
${call(installLocale, 'p')};
${call(installLocaleDates, 'p')};
${call(installLocaleNumbers, 'p')};
${call(guardJson, 'p')};
${call(installArithmetic, 'p')};
${call(lock, 'p')};
return side;
})`;
}
