import type { BuildResult } from '../build/build.js';
import type { Receipt } from '../contract/push/push-messages.js';
import type { Plan, PlanBase } from './plan-result.js';
import type { Failure, ProjectOptions } from './ports.js';
import type { SignedWith } from './stages/sign-stage.js';

/** How a deploy is to run. */
export interface DeployOptions extends ProjectOptions {
  /** Everything but sign and push; needs no secret and no network. */
  dryRun: boolean;
  /** Private key, in any accepted form. */
  signingKey?: string;
  /** Key id; chosen among the trust roots when it is left out. */
  keyId?: string;
  /** Where to push; `deployment.url` of the manifest by default. */
  deploymentUrl?: string;
  /** `any` overrides the compare-and-set against the head. */
  expect: 'head' | 'any';
  /** Where the push comes from, for the audit. */
  source: { repository?: string; commit?: string; ref?: string; run?: string; actor?: string };
  /** Cloudflare Access service token. */
  access?: { clientId: string; clientSecret: string };
  /** What a dry run compares with. */
  against: PlanBase;
  /** File to write the exact index bytes to, and one for the push statement. */
  bundlePath?: string;
  statementPath?: string;
  /** Warnings stop the push as well. */
  failOnWarning?: boolean;
}

/** What a deploy came to. */
export interface DeployResult {
  result: 'applied' | 'unchanged' | 'planned' | 'redeploy_required' | 'failed';
  build: BuildResult;
  /** Set as soon as it is known, also when the push fails; absent when placeholders stood in for variables. */
  bundleSha256?: string;
  /** The Worker's address, when known. */
  deploymentUrl?: string;
  mcpUrl?: string;
  plan?: Plan;
  signedWith?: SignedWith;
  receipt?: Receipt;
  /** The push statement that the Worker accepted. */
  statement?: string;
  /** JSON pointers of the structural parts that need a redeploy. */
  redeployPointers?: string[];
  failure?: Failure;
  /** Attempts and bytes of the push, for the log. */
  push?: { attempts: number; sentArtifacts: number; bytes: number };
}
