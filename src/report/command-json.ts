import type { BuildResult } from '../build/build.js';
import { classificationTable } from '../commands/classification-table.js';
import type {
  BuildCommandResult,
  EmitResult,
  KeygenResult,
  OutputsResult,
  StatusResult,
} from '../commands/command-results.js';
import type { DeployResult } from '../commands/deploy-result.js';
import type { Plan, PlanResult } from '../commands/plan-result.js';
import type { Failure } from '../commands/ports.js';
import { changeCounts } from './change-counts.js';
import { planOfDeploy } from './deploy-facts.js';
import { diagnosticsJson, type JsonDiagnostic } from './diagnostics-json.js';

/** Fields of a JSON document: plain values, `undefined` for what is not known. */
export type JsonFields = Record<string, unknown>;

/** What every command that builds tells about the build. Digest and counts only when they are exact. */
export function buildJson(build: BuildResult | undefined, path?: (file: string) => string): JsonFields {
  const { manifest, bundle } = build ?? {};
  const isExact = manifest?.placeholders.length === 0;
  return {
    name: manifest?.name,
    environment: manifest?.environment,
    bundleSha256: bundle && isExact ? bundle.sha256 : undefined,
    structuralDigest: bundle?.structuralDigest,
    skills: bundle && Object.keys(bundle.index.skills).length,
    operations: bundle && Object.keys(bundle.index.operations).length,
    classification: build?.operations && classificationTable(build),
    placeholders: manifest?.placeholders ?? [],
    diagnostics: diagnosticsJson(build?.diagnostics ?? [], path) satisfies JsonDiagnostic[],
  };
}

/** A failure; `null` when there was none. */
export function failureJson(failure: Failure | undefined): JsonFields | null {
  if (!failure) return null;
  const { code, message, hint, requestId } = failure;
  return { code, message, hint, requestId };
}

/** A plan; `null` when there is none. */
export function planJson(plan: Plan | undefined): JsonFields | null {
  if (!plan) return null;
  const { base, diff, operationChanges, unchanged, baseProblem } = plan;
  return {
    base,
    unchanged,
    changes: diff && changeCounts(diff),
    diff,
    operationChanges: operationChanges ?? [],
    redeployRequired: (diff?.structural.length ?? 0) > 0,
    baseProblem: failureJson(baseProblem),
  };
}

/** `plan`. */
export function planResultJson(result: PlanResult, path?: (file: string) => string): JsonFields {
  return { ...buildJson(result.build, path), plan: planJson(result.plan) };
}

/** `build`. */
export function buildResultJson(result: BuildCommandResult, path?: (file: string) => string): JsonFields {
  return { ...buildJson(result.build, path), written: result.written, failure: failureJson(result.failure) };
}

/** `push`. */
export function deployJson(result: DeployResult, path?: (file: string) => string): JsonFields {
  const { receipt, signedWith, deploymentUrl, mcpUrl, redeployPointers, failure, push } = result;
  return {
    ...buildJson(result.build, path),
    result: result.result,
    bundleSha256: result.bundleSha256,
    generation: receipt?.generation,
    deploymentUrl,
    mcpUrl,
    signedWith: signedWith && { kid: signedWith.kid, thumbprint: signedWith.thumbprint },
    audit: receipt?.audit,
    requestId: receipt?.requestId,
    push,
    redeployRequired: result.result === 'redeploy_required',
    redeployPointers: redeployPointers ?? [],
    plan: planJson(planOfDeploy(result)),
    failure: failureJson(failure),
  };
}

/** `keygen`. Holds the private key. */
export function keygenJson({ kid, privatePem, publicPem, thumbprint }: KeygenResult): JsonFields {
  return { kid, algorithm: 'EdDSA', thumbprint, privatePem, publicPem };
}

/** `emit-wrangler`. */
export function emitJson(result: EmitResult, path?: (file: string) => string): JsonFields {
  const { configuration, written, signed, failure } = result;
  return { ...buildJson(result.build, path), configuration, written, signed, failure: failureJson(failure) };
}

/** `status`. */
export function statusJson({ url, receipt, worker, live, failure }: StatusResult): JsonFields {
  return {
    url,
    bundleSha256: receipt ? receipt.bundleSha256 : live?.sha256,
    generation: receipt?.generation ?? live?.generation,
    audit: receipt?.audit,
    requestId: receipt?.requestId,
    worker,
    failure: failureJson(failure),
  };
}

/** `outputs`. */
export function outputsJson(result: OutputsResult, path?: (file: string) => string): JsonFields {
  const { workerName, deploymentUrl, mcpUrl, snippets, failure } = result;
  return {
    ...buildJson(result.build, path),
    workerName,
    deploymentUrl,
    mcpUrl,
    snippets,
    failure: failureJson(failure),
  };
}
