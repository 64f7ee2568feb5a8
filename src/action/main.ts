import { resolve } from 'node:path';
import type { DeployResult } from '../commands/deploy-result.js';
import type { Failure } from '../commands/ports.js';
import { VERSION } from '../contract/version.js';
import type { ActionPorts } from './action-ports.js';
import { decideDryRun } from './dry-run.js';
import { inert } from './inert.js';
import { readInputs, type ActionInputs } from './inputs.js';
import { setDefaultOutputs } from './outputs.js';
import { readPayload, readRunContext } from './run-context.js';
import { secretTexts } from './secret-texts.js';

/**
 * The action: masks, reads, decides, deploys, reports. Outputs are set and the summary is written on every path, and a
 * failure is told last. Never rejects for anything a user can cause.
 */
export async function main(ports: ActionPorts): Promise<void> {
  const { core, variables } = ports;
  for (const text of secretTexts(variables)) core.setSecret(text);
  setDefaultOutputs(core);
  const workspace = resolve(variables['GITHUB_WORKSPACE'] || '.');
  const read = readInputs(variables, workspace);
  core.info(inert(`frontmcp/deploy-action ${VERSION}${read.ok ? `: ${describe(read.inputs)}` : ''}`));
  for (const warning of read.warnings) core.warning(warning);
  if (!read.ok) return giveUp(ports, { code: 'inputs-invalid', message: read.problems.join(' ') });
  const { inputs } = read;
  const context = readRunContext(variables, await readPayload(variables));
  const decision = decideDryRun(inputs.dryRun, context);
  if (!decision.ok) return giveUp(ports, decision.failure);
  if (!decision.dryRun && inputs.accessProblem !== undefined)
    return giveUp(ports, { code: 'inputs-invalid', message: inputs.accessProblem });
  if (decision.note !== undefined) core.notice(decision.note);
  const unforwarded = unforwardedSecrets(inputs.secrets, variables);
  if (unforwarded !== undefined) core.warning(unforwarded);
  // Heavy, so only now that the log has begun.
  const { runDeploy } = await import('./run-deploy.js');
  const notes = decision.note === undefined ? [] : [decision.note];
  await runDeploy({ inputs, context, dryRun: decision.dryRun, workspace, notes }, ports);
}

function describe({ manifest, environment }: ActionInputs): string {
  return `${manifest}, ${environment === undefined ? 'base manifest' : `environment ${environment}`}`;
}

async function giveUp(ports: ActionPorts, failure: Failure): Promise<void> {
  const result: DeployResult = { result: 'failed', build: { diagnostics: [] }, failure };
  const { reportRun } = await import('./report-run.js');
  await reportRun({ result, notes: [], snippets: [] }, ports);
}

/**
 * The warning about the input `secrets`: this version does not forward them to the Worker, so they must be set there by
 * hand. Undefined when none are listed. Values are never in it.
 */
function unforwardedSecrets(
  names: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (names.length === 0) return undefined;
  const empty = names.filter((name) => !variables[name]);
  return [
    `Not forwarded to the Worker: ${names.join(', ')}. Set each once: ${names.map((name) => `wrangler secret put ${name}`).join('; ')}.`,
    ...(empty.length > 0 ? [`Without a value in the env of this step: ${empty.join(', ')}.`] : []),
  ].join(' ');
}
