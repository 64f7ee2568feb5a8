import type { HonestCase } from '../types.js';
import { CLASSES } from './classes.js';
import { COLLECTIONS } from './collections.js';
import { DATA } from './data.js';
import { ERRORS } from './errors.js';
import { LOOPS } from './loops.js';
import { NUMBERS_AND_DATES } from './numbers-and-dates.js';
import { PROMISES } from './promises.js';
import { SYNTAX } from './syntax.js';
import { TEXTS } from './texts.js';
import { WORKFLOWS } from './workflows.js';

/** Every honest script. */
export const HONEST: HonestCase[] = [...LOOPS, ...COLLECTIONS, ...PROMISES, ...ERRORS, ...CLASSES, ...SYNTAX, ...TEXTS, ...NUMBERS_AND_DATES, ...DATA, ...WORKFLOWS];
