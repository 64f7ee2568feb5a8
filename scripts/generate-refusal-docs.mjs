import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { markdownTable, replaceBetween } from './between-markers.mjs';
import { importSource } from './import-source.mjs';

/** @typedef {import('../src/contract/push/refusals.js').RefusalCode} RefusalCode */
/** @typedef {typeof import('../src/contract/push/refusals.js').REFUSALS} Refusals */

/** @type {Record<Refusals[RefusalCode]['retry'], string>} */
const RETRY = {
  never: 'no',
  'new-statement': 'with a new statement',
  'back-off': 'after a pause, with a new statement',
};

/**
 * The table of refusals in docs/push-channel.md, from the table that the Worker answers with.
 * @param {string} root of the project
 */
export async function generate(root) {
  const { REFUSALS } = /** @type {typeof import('../src/contract/push/refusals.js')} */ (
    await importSource(root, 'src/contract/push/refusals.ts')
  );
  const { REFUSAL_MEANINGS } = /** @type {typeof import('../src/contract/push/refusal-meanings.js')} */ (
    await importSource(root, 'src/contract/push/refusal-meanings.ts')
  );
  const path = 'docs/push-channel.md';
  const refusals = /** @type {[RefusalCode, Refusals[RefusalCode]][]} */ (Object.entries(REFUSALS));
  const rows = refusals
    .sort(([a, { status: first }], [b, { status: second }]) => first - second || (a < b ? -1 : 1))
    .map(([code, { status, retry }]) => [String(status), `\`${code}\``, REFUSAL_MEANINGS[code], RETRY[retry]]);
  const table = markdownTable(['Status', 'Code', 'What it means', 'Try again?'], rows);
  return [{ path, text: replaceBetween(await readFile(join(root, path), 'utf8'), 'refusals', table) }];
}
