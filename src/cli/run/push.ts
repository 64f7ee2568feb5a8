import type { DeployResult } from '../../commands/deploy-result.js';
import { deploy } from '../../commands/deploy.js';
import type { Failure } from '../../commands/ports.js';
import { deployJson, deployText } from '../../report/deploy.js';
import { EXIT } from '../exit-codes.js';
import { planBase } from '../plan-base.js';
import type { Session } from '../session.js';
import { readSigningKey } from '../read-signing-key.js';
import { workerOptions } from '../worker-options.js';

/** `frontmcp deploy push`, and `frontmcp deploy` alone. */
export async function run(session: Session): Promise<number> {
  const key = await readSigningKey(session);
  if (!key.ok) return stopWith(session, key.failure);
  const result = await deploy(
    {
      ...session.project,
      ...workerOptions(session),
      dryRun: session.flag('dry-run'),
      signingKey: key.signingKey,
      keyId: session.option('key-id'),
      expect: session.option('expect') === 'any' ? 'any' : 'head',
      source: sourceOf(session),
      against: await planBase(session),
    },
    session.ports,
  );
  session.showFindings(result.build);
  const code = exitCodeOf(result);
  if (!session.json)
    (code === EXIT.done ? session.print : session.tell)(
      deployText(result, code === EXIT.done ? session.style : session.errorStyle),
    );
  session.document(code === EXIT.done, deployJson(result, session.path));
  return code;
}

function exitCodeOf({ result }: DeployResult): number {
  if (result === 'redeploy_required') return EXIT.redeployRequired;
  return result === 'failed' ? EXIT.failed : EXIT.done;
}

function stopWith(session: Session, failure: Failure): number {
  session.fail(failure);
  session.document(false, deployJson({ result: 'failed', build: { diagnostics: [] }, failure }));
  return EXIT.failed;
}

/** Who pushes, for the audit: from the variables that CI systems and shells set. */
function sourceOf({ io: { variables } }: Session): {
  repository?: string;
  commit?: string;
  ref?: string;
  run?: string;
  actor?: string;
} {
  const first = (...names: string[]) =>
    names.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
  return {
    repository: first('GITHUB_REPOSITORY'),
    commit: first('GITHUB_SHA'),
    ref: first('GITHUB_REF'),
    run: first('GITHUB_RUN_ID'),
    actor: first('GITHUB_ACTOR', 'USER', 'USERNAME'),
  };
}
