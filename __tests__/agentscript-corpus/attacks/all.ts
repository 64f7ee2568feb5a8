import type { AttackClass } from '../types.js';
import { ARGUMENT_SMUGGLING } from './argument-smuggling.js';
import { BIG_NUMBERS } from './big-numbers.js';
import { CODE_FROM_TEXT } from './code-from-text.js';
import { FLOODS } from './floods.js';
import { HIDDEN_STATE } from './hidden-state.js';
import { LEFTOVERS } from './leftovers.js';
import { LIMITS } from './limits.js';
import { LONG_TEXTS } from './long-texts.js';
import { MORE_CODE_FROM_TEXT } from './more-code-from-text.js';
import { MORE_SMUGGLING } from './more-smuggling.js';
import { NATIVE_WORK } from './native-work.js';
import { ODD_NAMES } from './odd-names.js';
import { RESULTS_AND_RECEIVERS } from './results-and-receivers.js';
import { SECRETS } from './secrets.js';
import { SLOW_PATTERNS } from './slow-patterns.js';
import { STATE } from './state.js';
import { TAMPERING } from './tampering.js';
import { THROUGH_VALUES } from './through-values.js';
import { UNCATCHABLE } from './uncatchable.js';
import { WALKS } from './walks-to-the-host.js';

/** Every attack, by class. */
export const ATTACKS: AttackClass[] = [
  WALKS,
  CODE_FROM_TEXT,
  ...LIMITS,
  TAMPERING,
  ODD_NAMES,
  ARGUMENT_SMUGGLING,
  STATE,
  THROUGH_VALUES,
  SECRETS,
  HIDDEN_STATE,
  MORE_CODE_FROM_TEXT,
  RESULTS_AND_RECEIVERS,
  NATIVE_WORK,
  LONG_TEXTS,
  SLOW_PATTERNS,
  BIG_NUMBERS,
  UNCATCHABLE,
  FLOODS,
  MORE_SMUGGLING,
  LEFTOVERS,
];
