import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type BuildResult } from '../build/build.js';
import { openGitTree } from '../build/files/git-tree.js';
import { diffBundles, isEmptyDiff, type BundleDiff } from '../contract/bundle/diff.js';
import { parseBundle } from '../contract/bundle/validate.js';
import { sha256Hex } from '../contract/encoding/digest.js';
import { fromUtf8 } from '../contract/encoding/bytes.js';
import type { BundleIndex } from '../contract/bundle/types.js';
import { buildProject, openProject } from './build-project.js';
import { readLiveDigest } from './live-digest.js';
import type { Failure, Ports, ProjectOptions } from './ports.js';

/** What a plan compares with. */
export type PlanBase =
  | { kind: 'git'; ref: string }
  | { kind: 'file'; path: string }
  | { kind: 'live'; url: string }
  | { kind: 'none'; reason: string };

/** What would change. */
export interface Plan {
  base: PlanBase & { sha256?: string; generation?: number };
  /** Absent when the base has no content to compare: a live Worker tells only its digest without a key. */
  diff?: BundleDiff;
  /** Whether nothing at all would change; unknown without a digest on both sides. */
  unchanged?: boolean;
  /** Why the base could not be built or read; the plan then shows everything as new. */
  baseProblem?: Failure;
}

/** The outcome of `plan`. */
export interface PlanResult {
  build: BuildResult;
  plan?: Plan;
}

/** `frontmcp deploy plan`: builds the working tree and compares it with the base. Changes nothing. */
export async function plan(options: ProjectOptions & { against: PlanBase }, ports: Ports): Promise<PlanResult> {
  const result = await buildProject({ ...options, placeholders: true }, ports);
  if (!result.bundle) return { build: result };
  ports.reporter.stage('plan');
  return { build: result, plan: await planAgainst(result.bundle, options, ports) };
}

/** Compares a bundle with a base. */
export async function planAgainst(
  bundle: { index: BundleIndex; sha256: string },
  options: ProjectOptions & { against: PlanBase },
  ports: Ports,
): Promise<Plan> {
  const { against } = options;
  if (against.kind === 'live') return planAgainstLive(bundle.sha256, against, ports);
  const base = await readBase(against, options, ports);
  const diff = diffBundles(base.index ?? null, bundle.index);
  return {
    base: { ...against, ...(base.sha256 === undefined ? {} : { sha256: base.sha256 }) },
    diff,
    ...(base.sha256 === undefined ? {} : { unchanged: base.sha256 === bundle.sha256 || isEmptyDiff(diff) }),
    ...(base.problem ? { baseProblem: base.problem } : {}),
  };
}

interface ReadBase {
  index?: BundleIndex;
  sha256?: string;
  problem?: Failure;
}

async function readBase(base: PlanBase, options: ProjectOptions, ports: Ports): Promise<ReadBase> {
  if (base.kind === 'git') return buildGitRef(base.ref, options, ports);
  if (base.kind === 'file') return readBundleFile(resolve(options.directory, base.path));
  return {};
}

/** The same build, run over another commit: this is all that a plan against git is. */
async function buildGitRef(ref: string, options: ProjectOptions, ports: Ports): Promise<ReadBase> {
  const opened = await openGitTree(options.directory, ref);
  if (!opened.ok) return { problem: { code: 'base-unreadable', message: opened.reason, hint: opened.hint } };
  const { manifest } = await openProject(options);
  const result = await build({ ...options, files: opened.tree, manifest, variables: ports.variables, placeholders: true });
  if (result.bundle) return { index: result.bundle.index, sha256: result.bundle.sha256 };
  return {
    problem: {
      code: 'base-invalid',
      message: `The project does not build at "${ref}", so everything is shown as new.`,
      hint: 'Nothing to do when this change repairs it.',
    },
  };
}

async function readBundleFile(path: string): Promise<ReadBase> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return { problem: { code: 'base-unreadable', message: `"${path}" cannot be read.`, hint: 'Name the bundle.json that "frontmcp deploy build --out" wrote.' } };
  const outcome = parseBundle(safeText(bytes), bytes.length);
  if (!outcome.ok) return { problem: { code: 'base-invalid', message: `"${path}" is not a deploy bundle (${outcome.reason}).`, hint: 'Name the bundle.json that "frontmcp deploy build --out" wrote.' } };
  return { index: outcome.index, sha256: await sha256Hex(new Uint8Array(bytes)) };
}

function safeText(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return '';
  }
}

async function planAgainstLive(sha256: string, base: Extract<PlanBase, { kind: 'live' }>, ports: Ports): Promise<Plan> {
  const live = await readLiveDigest(base, ports);
  if (!live.ok) return { base, baseProblem: live.failure };
  return { base: { ...base, ...live.head }, unchanged: live.head.sha256 === sha256 };
}
