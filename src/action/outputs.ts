import { existsSync } from 'node:fs';
import type { BuildSoFar } from '../build/build.js';
import type { DeployResult } from '../commands/deploy-result.js';
import { planOfDeploy } from '../report/deploy.js';
import { changeCounts } from '../report/plan.js';
import type { Core } from './action-ports.js';

/** Every output with the value it has until something is known; a test holds action.yml and this table together. */
export const OUTPUT_DEFAULTS = {
  'deployment-url': '',
  'bundle-sha256': '',
  'mcp-url': '',
  'bundle-path': '',
  'statement-path': '',
  generation: '',
  'audit-head': '',
  result: 'failed',
  changes: '{}',
  'redeploy-required': 'false',
  'subject-name': '',
} as const;

/** Name of an output. */
type OutputName = keyof typeof OUTPUT_DEFAULTS;

/** Files that the action leaves for later steps, below RUNNER_TEMP. */
export interface OutputFiles {
  bundlePath: string;
  statementPath: string;
}

/** Sets every output to its default, so that a later step never finds one missing. */
export function setDefaultOutputs(core: Core): void {
  for (const [name, value] of Object.entries(OUTPUT_DEFAULTS)) core.setOutput(name, value);
}

/** Sets the digest as soon as it is known and exact: a push that is cut off leaves it behind. */
export function setDigest(core: Core, { bundle, manifest }: BuildSoFar): void {
  if (bundle && manifest?.placeholders.length === 0) core.setOutput('bundle-sha256', bundle.sha256);
}

/** Sets what a deploy came to. */
export function setOutputs(core: Core, result: DeployResult, files: OutputFiles): void {
  const diff = planOfDeploy(result)?.diff;
  const { manifest } = result.build;
  const outputs: Partial<Record<OutputName, string | undefined>> = {
    'deployment-url': result.deploymentUrl,
    'bundle-sha256': result.bundleSha256,
    'mcp-url': result.mcpUrl,
    'bundle-path': existsSync(files.bundlePath) ? files.bundlePath : undefined,
    'statement-path': existsSync(files.statementPath) ? files.statementPath : undefined,
    generation: result.receipt?.generation.toString(),
    'audit-head': result.receipt?.audit?.hash,
    result: result.result,
    changes: diff && JSON.stringify(changeCounts(diff)),
    'redeploy-required': String(result.result === 'redeploy_required' || (diff?.structural.length ?? 0) > 0),
    'subject-name': manifest && `${manifest.name}/${manifest.environment}/bundle.json`,
  };
  for (const [name, value] of Object.entries(outputs)) if (value !== undefined) core.setOutput(name, value);
}
