import { classificationTable } from '../../commands/classification-table.js';
import type { Plan } from '../../commands/plan-result.js';
import { plan } from '../../commands/plan.js';
import { placeholderText } from '../../report/build.js';
import { planResultJson, planMarkdown, planText } from '../../report/plan.js';
import { EXIT } from '../exit-codes.js';
import { planBase } from '../plan-base.js';
import type { Session } from '../session.js';
import { readSigningKey, type GivenKey } from '../read-signing-key.js';
import { workerOptions } from '../worker-options.js';

/** `frontmcp deploy plan`. */
export async function run(session: Session): Promise<number> {
  const against = await planBase(session);
  const key: GivenKey = against.kind === 'live' ? await readSigningKey(session) : { ok: true };
  if (!key.ok) {
    session.fail(key.failure);
    return EXIT.failed;
  }
  const live = { signingKey: key.signingKey, keyId: session.option('key-id'), access: workerOptions(session).access };
  const result = await plan({ ...session.project, ...live, against }, session.ports);
  const isDone = result.plan !== undefined && !missesNamedBase(session, result.plan);
  session.showFindings(result.build);
  const placeholders = placeholderText(result.build);
  if (placeholders !== undefined && !session.json) session.tell(`${placeholders}\n\n`);
  // Without the base that was asked for, a plan of everything would only hide why there is none.
  if (isDone && result.plan && !session.json) {
    const table = classificationTable(result.build);
    session.print(
      session.flag('markdown') ? planMarkdown(result.plan, table) : planText(result.plan, session.style, table),
    );
  }
  if (!isDone && result.plan?.baseProblem) session.fail(result.plan.baseProblem);
  session.document(isDone, planResultJson(result, session.path));
  return isDone ? EXIT.done : EXIT.failed;
}

/** A base that was asked for by name and cannot be read is a failure; one that merely does not build is not. */
function missesNamedBase(session: Session, { baseProblem }: Plan): boolean {
  return session.option('against') !== undefined && baseProblem !== undefined && baseProblem.code !== 'base-invalid';
}
