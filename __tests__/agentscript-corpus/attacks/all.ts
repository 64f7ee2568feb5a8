import type { AttackClass } from '../types.js';
import { ARGUMENT_SMUGGLING } from './argument-smuggling.js';
import { CODE_FROM_TEXT } from './code-from-text.js';
import { LIMITS } from './limits.js';
import { ODD_NAMES } from './odd-names.js';
import { SECRETS } from './secrets.js';
import { STATE } from './state.js';
import { TAMPERING } from './tampering.js';
import { THROUGH_VALUES } from './through-values.js';
import { WALKS } from './walks-to-the-host.js';

/** Every attack, by class. */
export const ATTACKS: AttackClass[] = [WALKS, CODE_FROM_TEXT, ...LIMITS, TAMPERING, ODD_NAMES, ARGUMENT_SMUGGLING, STATE, THROUGH_VALUES, SECRETS];
