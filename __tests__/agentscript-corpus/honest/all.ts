import type { HonestCase } from '../types.js';
import { CALENDAR } from './calendar.js';
import { CLASSES } from './classes.js';
import { COLLECTIONS } from './collections.js';
import { DATA } from './data.js';
import { ERRORS } from './errors.js';
import { GROUPING } from './grouping.js';
import { IDIOMS } from './idioms.js';
import { LOOPS } from './loops.js';
import { MONEY } from './money.js';
import { NUMBERS_AND_DATES } from './numbers-and-dates.js';
import { PAGING } from './paging.js';
import { PROMISES } from './promises.js';
import { REPORTING } from './reporting.js';
import { RETRYING } from './retrying.js';
import { SYNTAX } from './syntax.js';
import { TEXTS } from './texts.js';
import { WORKFLOWS } from './workflows.js';
import { WRITING } from './writing.js';

/** Every honest script. */
export const HONEST: HonestCase[] = [
  ...LOOPS,
  ...COLLECTIONS,
  ...PROMISES,
  ...ERRORS,
  ...CLASSES,
  ...SYNTAX,
  ...TEXTS,
  ...NUMBERS_AND_DATES,
  ...DATA,
  ...WORKFLOWS,
  ...PAGING,
  ...RETRYING,
  ...GROUPING,
  ...MONEY,
  ...CALENDAR,
  ...WRITING,
  ...IDIOMS,
  ...REPORTING,
];
