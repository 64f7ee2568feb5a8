import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasErrors } from '../build/diagnostics/collector.js';
import type { BuildResult } from '../build/build.js';
import type { Bundle } from '../build/stage-values.js';
import { buildProject } from './build-project.js';
import type { DeployOptions, DeployResult } from './deploy-result.js';
import { mcpUrlOf } from './outputs.js';
import { planAgainst } from './plan.js';
import type { Failure, Ports } from './ports.js';
import { pushStage } from './push-stage.js';

/**
 * `frontmcp deploy`: all seven stages. A dry run stops after the plan, and needs no secret and no network.
 * Nothing is pushed when anything is an error.
 */
export async function deploy(options: DeployOptions, ports: Ports): Promise<DeployResult> {
  const build = await buildProject({ ...options, placeholders: options.dryRun }, ports);
  const known = whatIsKnown(build, options);
  const { bundle } = build;
  if (!bundle || isStopped(build, options)) return { ...known, result: 'failed' };
  if (options.bundlePath !== undefined) await write(options.bundlePath, bundle.bytes);
  if (options.dryRun) {
    ports.reporter.stage('plan');
    return { ...known, result: 'planned', plan: await planAgainst(bundle, options, ports) };
  }
  return push(bundle, known, options, ports);
}

type Known = Omit<DeployResult, 'result'>;

async function push(bundle: Bundle, known: Known, options: DeployOptions, ports: Ports): Promise<DeployResult> {
  const { deploymentUrl } = known;
  const missing =
    deploymentUrl === undefined ? urlMissing(known.build) : options.signingKey === undefined ? keyMissing() : undefined;
  if (missing) return { ...known, result: 'failed', failure: missing };
  const pushed = await pushStage(
    bundle,
    { ...options, url: deploymentUrl as string, signingKey: options.signingKey as string },
    ports,
  );
  if ('statement' in pushed && options.statementPath !== undefined)
    await write(options.statementPath, `${pushed.statement}\n`);
  return { ...known, ...pushed };
}

function whatIsKnown(build: BuildResult, options: DeployOptions): Known {
  const url = options.deploymentUrl ?? build.manifest?.structural.deployment.url;
  // With placeholders in it the digest is not the one that a push will have, so it is not told at all.
  const isExact = build.manifest?.placeholders.length === 0;
  return {
    build,
    ...(build.bundle && isExact ? { bundleSha256: build.bundle.sha256 } : {}),
    ...(url === undefined ? {} : { deploymentUrl: url, mcpUrl: mcpUrlOf(url) }),
  };
}

function isStopped(build: BuildResult, options: DeployOptions): boolean {
  const warns = build.diagnostics.some(({ severity }) => severity === 'warning');
  return hasErrors(build.diagnostics) || (options.failOnWarning === true && warns);
}

function urlMissing(build: BuildResult): Failure {
  const { manifest } = build;
  const worker = manifest?.structural.deployment.workerName ?? 'your-worker';
  return {
    code: 'deployment-url-missing',
    message: 'Nothing says where the Worker answers.',
    hint: `Add to ${manifest?.file ?? 'the manifest'}:\n  deployment:\n    url: https://${worker}.<your-subdomain>.workers.dev`,
  };
}

function keyMissing(): Failure {
  return {
    code: 'signing-key-missing',
    message: 'There is no signing key, so nothing can be pushed.',
    hint: 'Give it as the input signing-key of the action, or on the command line with --key-file or FRONTMCP_SIGNING_KEY; "frontmcp deploy keygen" makes one. In a pull request from a fork secrets are withheld: use a dry run there.',
  };
}

async function write(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
