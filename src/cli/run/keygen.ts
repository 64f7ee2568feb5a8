import { keygen } from '../../commands/keygen.js';
import { keygenJson, keygenText } from '../../report/keygen.js';
import { EXIT } from '../exit-codes.js';
import { UsageError } from '../misuse.js';
import type { Session } from '../session.js';

/** The kid pattern of the manifest's schema is checked there; here only what could not be printed safely. */
const KID = /^[A-Za-z0-9._~:@/+-]{1,128}$/;

/** `frontmcp deploy keygen`. */
export async function run(session: Session): Promise<number> {
  const kid = session.option('kid');
  if (kid === undefined) throw new UsageError('keygen needs --kid KID: a name for the key, such as production-2026.');
  if (!KID.test(kid)) throw new UsageError('--kid may hold up to 128 letters, digits and . _ ~ : @ / + -');
  const result = await keygen({ kid });
  if (!session.json) session.print(keygenText(result, session.style));
  session.document(true, keygenJson(result));
  return EXIT.done;
}
