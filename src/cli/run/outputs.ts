import { outputs } from '../../commands/outputs.js';
import { outputsJson, outputsText } from '../../report/outputs.js';
import { EXIT } from '../exit-codes.js';
import type { Session } from '../session.js';

/** `frontmcp deploy outputs`. */
export async function run(session: Session): Promise<number> {
  const result = await outputs(session.project, session.ports);
  const isDone = result.mcpUrl !== undefined && !result.failure;
  if (!isDone) session.showFindings(result.build);
  if (result.failure) session.fail(result.failure);
  if (isDone && !session.json) session.print(outputsText(result, session.style));
  session.document(isDone, outputsJson(result, session.path));
  return isDone ? EXIT.done : EXIT.failed;
}
