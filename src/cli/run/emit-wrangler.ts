import { resolve } from 'node:path';
import { emitWrangler, type EmitResult } from '../../commands/emit-wrangler.js';
import { emitJson } from '../../report/build.js';
import { EXIT } from '../exit-codes.js';
import type { Session } from '../session.js';
import { readSigningKey } from '../read-signing-key.js';

/** `frontmcp deploy emit-wrangler`. */
export async function run(session: Session): Promise<number> {
  const out = session.option('out');
  // Only the embedded copy is signed: the configuration alone needs no key.
  const key = out === undefined ? ({ ok: true } as const) : await readSigningKey(session);
  if (!key.ok) {
    session.fail(key.failure);
    session.document(false, emitJson({ build: { diagnostics: [] }, written: [], signed: false, failure: key.failure }));
    return EXIT.failed;
  }
  const result = await emitWrangler(
    {
      ...session.project,
      format: session.option('format') === 'jsonc' ? 'jsonc' : 'toml',
      ...(out === undefined ? {} : { out: resolve(session.io.cwd, out) }),
      ...('signingKey' in key ? { signingKey: key.signingKey } : {}),
      keyId: session.option('key-id'),
      distDirectory: session.io.distDirectory,
    },
    session.ports,
  );
  return show(session, result, out);
}

function show(session: Session, result: EmitResult, out: string | undefined): number {
  const isDone = result.configuration !== undefined && !result.failure;
  session.showFindings(result.build);
  if (result.failure) session.fail(result.failure);
  if (isDone && !session.json) {
    if (out === undefined) session.print(result.configuration ?? '');
    else session.tell(emittedText(result, out));
  }
  session.document(isDone, emitJson(result, session.path));
  return isDone ? EXIT.done : EXIT.failed;
}

function emittedText({ written, signed }: EmitResult, out: string): string {
  const next = `Next: run "wrangler deploy" in ${out}.\n`;
  if (signed) return `Wrote ${written.length} files to ${out}.\n${next}`;
  return `Wrote ${written.length} files to ${out}. Without a signing key the Worker answers /mcp with 503 until the first push.\n${next}`;
}
