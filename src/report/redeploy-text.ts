import { plainText } from './plain.js';

/** What to do when a push changes a structural part of the Worker; ends with a line break. */
export function redeployText(pointers: readonly string[]): string {
  return [
    'What a push cannot change:',
    ...pointers.map((pointer) => `  ! ${plainText(pointer)}`),
    REDEPLOY_STEPS,
    '',
  ].join('\n');
}

/** How to redeploy, in one sentence. */
export const REDEPLOY_STEPS =
  'Write the Worker\'s folder (frontmcp deploy emit-wrangler --out DIR, or the input "emit"), run "wrangler deploy" in it, then push again.';
