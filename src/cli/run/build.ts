import { resolve } from 'node:path';
import { buildBundle } from '../../commands/build-bundle.js';
import { bundleFacts, buildResultJson } from '../../report/build.js';
import { EXIT } from '../exit-codes.js';
import { UsageError } from '../misuse.js';
import type { Session } from '../session.js';

/** `frontmcp deploy build`. Prints the digest on stdout. */
export async function run(session: Session): Promise<number> {
  const out = session.option('out');
  if (out === undefined) throw new UsageError('build needs --out DIR: the folder to write.');
  const result = await buildBundle({ ...session.project, out: resolve(session.io.cwd, out) }, session.ports);
  const { bundle } = result.build;
  const isDone = bundle !== undefined && !result.failure;
  session.showFindings(result.build);
  if (result.failure) session.fail(result.failure);
  if (isDone && !session.json) {
    session.tell(`${bundleFacts(result.build)}\n${result.written.length} files in ${out}\n`);
    session.print(`${bundle.sha256}\n`);
  }
  session.document(isDone, buildResultJson(result, session.path));
  return isDone ? EXIT.done : EXIT.failed;
}
