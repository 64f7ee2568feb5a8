import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeployOptions, DeployResult } from '../commands/deploy-result.js';
import type { PlanBase } from '../commands/plan-result.js';
import type { Ports } from '../commands/ports.js';
import { lazyNetwork } from '../push/client/lazy-network.js';
import type { ActionPorts, Commands } from './action-ports.js';
import { emit } from './emit.js';
import { setDigest, setOutputs, type OutputFiles } from './outputs.js';
import { reportRun } from './report-run.js';
import type { Run, RunContext } from './run-context.js';
import { createStageLog } from './stage-log.js';

/** Deploys, sets outputs, emits what was asked for, and reports. */
export async function runDeploy(run: Run, ports: ActionPorts): Promise<void> {
  const { core, variables } = ports;
  const commands = await ports.loadCommands();
  const files = await outputFiles(variables);
  const network = lazyNetwork(ports.openNetwork);
  const log = createStageLog(core, ports.now);
  const commandPorts: Ports = {
    reporter: {
      ...log.reporter,
      stageEnd: (stage, soFar) => (log.reporter.stageEnd?.(stage, soFar), setDigest(core, soFar)),
    },
    variables,
    now: ports.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    sleep: async (milliseconds, signal) => void (await wait(milliseconds, undefined, { signal })),
    fetch: network.fetch,
    signal: ports.signal,
  };
  try {
    const deployed = await deployOrExplain(run, files, commands, commandPorts);
    log.finish();
    setOutputs(core, deployed, files);
    const result = await emit(deployed, run, { commands, ports: commandPorts, action: ports });
    await reportRun(
      {
        result,
        notes: run.notes,
        snippets: snippetsOf(result, commands),
        directory: run.inputs.directory,
        workspace: run.workspace,
      },
      ports,
    );
  } finally {
    log.finish();
    await network.close();
  }
}

/** A cancelled run ends like any other: with outputs, a summary and a sentence. */
async function deployOrExplain(run: Run, files: OutputFiles, commands: Commands, ports: Ports): Promise<DeployResult> {
  try {
    return await commands.deploy(deployOptions(run, files), ports);
  } catch (error) {
    if (!ports.signal?.aborted) throw error;
    return {
      result: 'failed',
      build: { diagnostics: [] },
      failure: {
        code: 'cancelled',
        message: 'The run was cancelled.',
        hint: 'Run "frontmcp deploy status" to see what is live.',
      },
    };
  }
}

function deployOptions({ inputs, context, dryRun }: Run, files: OutputFiles): DeployOptions {
  const { directory, manifest, environment, strict, keyId, deploymentUrl, expect, access } = inputs;
  return {
    directory,
    manifest,
    environment,
    strict,
    dryRun,
    ...(dryRun ? {} : { signingKey: inputs.signingKey }),
    keyId,
    deploymentUrl,
    expect,
    access,
    source: context.source,
    against: planBase(context),
    failOnWarning: inputs.failOn === 'warning',
    ...files,
  };
}

function planBase({ base, event }: RunContext): PlanBase {
  if (base !== undefined) return { kind: 'git', ref: base };
  return {
    kind: 'none',
    reason: event === '' ? 'no event names an earlier commit' : `the event "${event}" names no earlier commit`,
  };
}

/** A folder of this step alone, so that two steps of a job do not overwrite each other's files. */
async function outputFiles(variables: ActionPorts['variables']): Promise<OutputFiles> {
  const temporary = variables['RUNNER_TEMP'] || tmpdir();
  await mkdir(temporary, { recursive: true });
  const folder = await mkdtemp(join(temporary, 'frontmcp-'));
  return { bundlePath: join(folder, 'bundle.json'), statementPath: join(folder, 'statement.jws') };
}

/** How to connect; not after a failure, when nothing may answer there. */
function snippetsOf({ result, mcpUrl, build }: DeployResult, { clientSnippets }: Commands) {
  const { manifest } = build;
  return result === 'failed' || mcpUrl === undefined || !manifest
    ? []
    : clientSnippets({ name: manifest.name, mcpUrl, auth: manifest.structural.auth });
}
