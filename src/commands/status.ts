import type { Receipt, WorkerStatus } from '../contract/push/push-messages.js';
import { VERSION } from '../contract/version.js';
import { queryStatus } from '../push/ask-worker.js';
import type { Ports, ProjectOptions, Failure } from './ports.js';
import { buildProject } from './stages/build-project.js';
import { readLiveDigest } from './stages/live-digest.js';
import { failureOf } from './stages/push-stage.js';
import { signStage } from './stages/sign-stage.js';

/** `frontmcp deploy status`. */
export interface StatusResult {
  url?: string;
  /** From the Worker's signed answer, with a key. */
  receipt?: Receipt;
  worker?: WorkerStatus;
  /** From /readyz, without a key. */
  live?: { sha256?: string; generation?: number };
  failure?: Failure;
}

/** Which Worker to ask, and as whom. */
export interface StatusOptions extends ProjectOptions {
  deploymentUrl?: string;
  signingKey?: string;
  keyId?: string;
  access?: { clientId: string; clientSecret: string };
}

/** `frontmcp deploy status`: what is live. With a signing key also what the Worker says about itself. */
export async function status(options: StatusOptions, ports: Ports): Promise<StatusResult> {
  const build = await buildProject({ ...options, placeholders: true }, ports);
  const url = options.deploymentUrl ?? build.manifest?.structural.deployment.url;
  if (url === undefined) {
    return {
      failure: {
        code: 'deployment-url-missing',
        message: 'Nothing says where the Worker answers.',
        hint: 'Give --deployment-url, or add deployment.url to the manifest.',
      },
    };
  }
  if (options.signingKey === undefined) return publicStatus(url, options.access, ports);
  if (!build.bundle) {
    return {
      url,
      failure: {
        code: 'project-invalid',
        message: 'A signed status needs a project that builds.',
        hint: 'Run "frontmcp deploy validate", or leave the key out for the digest alone.',
      },
    };
  }
  const signer = await signStage(build.bundle, { signingKey: options.signingKey, keyId: options.keyId }, ports);
  if (!signer.ok) return { url, failure: signer.failure };
  const { key, kid } = signer;
  const answer = await queryStatus(
    { url, bundle: build.bundle, key, kid, access: options.access, version: VERSION },
    { ...ports, reporter: undefined },
  );
  if (!answer.ok) return { url, failure: failureOf(answer.error) };
  return { url, receipt: answer.receipt, worker: answer.receipt.worker };
}

async function publicStatus(url: string, access: StatusOptions['access'], ports: Ports): Promise<StatusResult> {
  const live = await readLiveDigest({ url, access }, ports);
  return live.ok ? { url, live: live.head } : { url, failure: live.failure };
}
