import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BuildResult } from '../build/build.js';
import { hasErrors } from '../build/diagnostics/collector.js';
import type { DeployOptions, DeployResult } from './deploy-result.js';
import { mcpUrlOf } from './outputs.js';
import type { Failure, Ports } from './ports.js';
import { buildProject } from './stages/build-project.js';
import { planAgainst } from './stages/plan-against.js';
import { pushStage } from './stages/push-stage.js';
import { signStage } from './stages/sign-stage.js';

/**
 * `frontmcp deploy`: all seven stages, from files to a receipt.
 *
 *     manifest, skills, operations, bundle   buildProject   offline; its findings are reported whatever comes after
 *     plan                                   planAgainst    what would change; a dry run ends here, without secrets or network
 *     sign                                   signStage      loads the key and finds its key ID among the trust roots
 *     push                                   pushStage      returns the receipt, or why there is none
 *
 * Nothing is pushed when anything is an error.
 */
export async function deploy(options: DeployOptions, ports: Ports): Promise<DeployResult> {
  const build = await buildProject({ ...options, placeholders: options.dryRun }, ports);
  const known = whatIsKnown(build, options);
  const { bundle } = build;
  if (!bundle || isStopped(build, options)) return { ...known, result: 'failed' };
  await keep(options.bundlePath, bundle.bytes);

  if (options.dryRun) {
    ports.reporter.stage('plan');
    return { ...known, result: 'planned', plan: await planAgainst(bundle, options, ports) };
  }

  const target = pushTarget(known, options);
  if (!target.ok) return { ...known, result: 'failed', failure: target.failure };
  const signer = await signStage(bundle, target, ports);
  if (!signer.ok) return { ...known, result: 'failed', failure: signer.failure };

  const pushed = await pushStage(bundle, signer, { ...options, url: target.url }, ports);
  if ('statement' in pushed) await keep(options.statementPath, `${pushed.statement}\n`);
  return { ...known, ...pushed };
}

type Known = Omit<DeployResult, 'result'>;

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

/** Returns where to push and what to sign with, or the failure that names what is missing. */
function pushTarget(
  { build, deploymentUrl: url }: Known,
  { signingKey, keyId }: DeployOptions,
): { ok: true; url: string; signingKey: string; keyId?: string } | { ok: false; failure: Failure } {
  if (url === undefined) return { ok: false, failure: urlMissing(build) };
  return signingKey === undefined ? { ok: false, failure: keyMissing() } : { ok: true, url, signingKey, keyId };
}

function urlMissing({ manifest }: BuildResult): Failure {
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

/** Writes a file for later steps, if a path was given. */
async function keep(path: string | undefined, content: Uint8Array | string): Promise<void> {
  if (path === undefined) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
