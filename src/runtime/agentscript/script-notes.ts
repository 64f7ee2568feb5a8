import type { RunCalls } from './run-calls.js';

/** For the author of a script without a result. */
export const RETURNED_NOTHING =
  'The script returned nothing: end it with return <value>; and when a function holds the work, with return main();';

/** For the author of a script that ended before its calls did. */
export function unawaitedNote(calls: RunCalls): string {
  const [left, were] = [calls.open(), calls.open() === 1 ? 'was' : 'were'];
  return `${left} call${left === 1 ? '' : 's'} ${were} still under way when the script ended, and ${were} cancelled: await every call, as in await ${calls.waiting()}({ … }).`;
}
