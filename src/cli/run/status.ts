import { status } from '../../commands/status.js';
import { statusJson, statusText } from '../../report/status.js';
import { EXIT } from '../exit-codes.js';
import type { Session } from '../session.js';
import { readSigningKey } from '../read-signing-key.js';
import { workerOptions } from '../worker-options.js';

/** `frontmcp deploy status`. */
export async function run(session: Session): Promise<number> {
  const key = await readSigningKey(session);
  if (!key.ok) {
    session.fail(key.failure);
    session.document(false, statusJson({ failure: key.failure }));
    return EXIT.failed;
  }
  const result = await status(
    { ...session.project, ...workerOptions(session), signingKey: key.signingKey, keyId: session.option('key-id') },
    session.ports,
  );
  if (result.failure) session.fail(result.failure);
  else if (!session.json) session.print(statusText(result, session.style));
  session.document(!result.failure, statusJson(result));
  return result.failure ? EXIT.failed : EXIT.done;
}
