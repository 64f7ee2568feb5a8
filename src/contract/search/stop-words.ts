/** English words that say nothing about what a skill is for; never indexed, never searched. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all also an and any are as at be been before being but by can could did do does doing done each for from get ' +
    'had has have having he her here his how i if in into is it its just let like me more most my need no nor not of off on once ' +
    'only or other our out over own please same she should so some such than that the their them then there these they this ' +
    'those through to too under until up us use used using very want was we were what when where which while who whom whose why ' +
    'will with would you your'
  ).split(' '),
);
