import type { DeployResult } from '../commands/deploy-result.js';
import type { Ports } from '../commands/ports.js';
import type { ActionPorts, Commands } from './action-ports.js';
import type { Run } from './run-context.js';

/** What emitting needs. */
export interface EmitContext {
  commands: Commands;
  ports: Ports;
  action: ActionPorts;
}

/**
 * Writes the folder that `emit` names, whatever came of the push: a Worker that needs a redeploy is redeployed from it.
 * A folder that cannot be written fails the run.
 */
export async function emit(
  deployed: DeployResult,
  run: Run,
  { commands, ports, action }: EmitContext,
): Promise<DeployResult> {
  const { inputs, dryRun } = run;
  const { bundle, manifest } = deployed.build;
  if (inputs.emit === undefined || !bundle) return deployed;
  if (manifest && manifest.placeholders.length > 0) {
    action.core.info('Nothing is emitted: the manifest names variables that have no value here.');
    return deployed;
  }
  const { directory, environment, strict, keyId } = inputs;
  const options = {
    directory,
    manifest: inputs.manifest,
    environment,
    strict,
    keyId,
    format: 'toml' as const,
    out: inputs.emit,
    distDirectory: action.distDirectory,
  };
  const emitted = await commands.emitWrangler(
    { ...options, ...(dryRun ? {} : { signingKey: inputs.signingKey }) },
    quiet(ports),
  );
  if (!emitted.failure) {
    action.core.info(`Emitted ${emitted.written.length} files${emitted.signed ? '' : ', without a signature'}.`);
    return deployed;
  }
  return deployed.failure ? deployed : { ...deployed, failure: emitted.failure };
}

/** The same stages ran a moment ago; once in the log is enough. */
function quiet(ports: Ports): Ports {
  return { ...ports, reporter: { ...ports.reporter, stage: () => undefined, stageEnd: () => undefined } };
}
